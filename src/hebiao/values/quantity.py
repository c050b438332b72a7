"""
A clause with a number in it → the quantity it states.

    项目实际完成率应达到75%     ≥ 75 %, of 项目实际完成率
    6.6万人次                   66000 人次, to 1000
    每季度≧2场                  ≥ 2 场/季度
    3-5个工作日以内             ≤, 3 to 5 工作日
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from hebiao.values.clause import Clause, Term, clause
from hebiao.values.figure import Figure
from hebiao.values.operators import Operator, compared
from hebiao.values.units import NAME, Unit, recurs, unit


class Change(StrEnum):
    """Which way a difference goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number with its operator and unit.

    `figure` and, for a range, `upper` are in the canonical unit (元, 亩, 平方米 …), while
    `written_unit` is the unit as typed (万元): the one a bare number in the neighbouring cell
    is in. `label` is what the clause says is measured. `change` is set when the number is a
    difference (提升5%) and not a level. `guess` is Chinese and says what was guessed.
    """

    operator: Operator | None
    figure: Figure
    upper: Figure | None = None
    written_unit: str = ""
    label: str = ""
    change: Change | None = None
    guess: str = ""

    @property
    def recurs(self) -> bool:
        """Whether so much is stated for each stretch of time, as in 2场/季度."""
        return recurs(self.figure.unit)


class _Counted(NamedTuple):
    """The unit of a clause, what stands behind it, and in Chinese what is doubtful about it."""

    unit: Unit
    rest: str = ""
    doubt: str = ""


_NO_UNIT: Final = frozenset("级号届星类线路版型前后起止等")
"""What follows a number without being counted by it: 5级, 12号, 15日前."""

_LONGEST_NOUN: Final = 6
"""A noun after its measure word (3个乡镇) is short; more is a sentence."""

_UNLISTED = re.compile(r"[\u4e00-\u9fff]{1,2}")
_DENIED = re.compile(r"(?:未能?|没有?|无法|不能?|尚|第|前|排名|位居|位列|±)$")
"""How a label ends before a number that is not reached (未达到90%) or counts nothing (前3名)."""

_DENYING = re.compile(r"[尚仍均]?[未没]")
_LEADING_ZERO = re.compile(r"0[0-9]")
_EVERY = re.compile(rf"每\s*个?({NAME})")
_CHANGE = re.compile("(?P<up>提升|提高|增长|增加|上升|增幅)|降低|下降|减少|降幅|缩短|压减")
_CHANGED = re.compile(rf"(?:{_CHANGE.pattern})(?:率|幅度|比例|比率|量|额)?$")


def quantity(words: str, written: str) -> Quantity | None:
    """
    Read a clause that states one number, or one range, and nothing else that is a number.

    `words` is plain text, `written` the same positions as typed. None means not read, and is no
    fault: an ordinal (第3批), a code (G20), a denial (未达到90%), contradicting comparisons.
    """
    parts = clause(words, written)
    if parts is None or _DENIED.search(parts.label) or _DENYING.match(parts.rest):
        return None
    counted = _counted(parts)
    return _in_unit(parts, counted) if counted else None


def _counted(parts: Clause) -> _Counted | None:
    """
    Find the unit, also one that is not listed; None when the number seems to count nothing.

    A bare number needs a clear place (30, ≥30): in 满意度90 it could be anything.
    """
    if parts.high.unit:
        per = _per(parts)
        known = None if per is None else unit(parts.high.unit + per)
        return _Counted(known, parts.rest) if known and parts.rest[:1] not in _NO_UNIT else None
    if not parts.rest:
        return _Counted(Unit("", Decimal(1))) if parts.comparisons or not parts.label else None
    if parts.label or not _UNLISTED.fullmatch(parts.rest) or not _NO_UNIT.isdisjoint(parts.rest):
        return None
    return _Counted(Unit(parts.rest, Decimal(1)), doubt=f"单位“{parts.rest}”不常见")


def _per(parts: Clause) -> str | None:
    """Turn 每季度 and 每户 before the number into denominators; None for one like 每万人."""
    if "/" in parts.high.unit:
        return ""
    every = _EVERY.findall(parts.label)
    return "".join(f"/{one}" for one in every) if len(every) == parts.label.count("每") else None


def _in_unit(parts: Clause, counted: _Counted) -> Quantity | None:
    figures = _figures(parts, counted.unit)
    relation = compared(parts.comparisons, parts.after)
    changed = _CHANGED.search(parts.label)
    by_or_to = not changed and counted.unit.name == "%" and bool(_CHANGE.search(parts.label))
    if figures is None or relation is None or (by_or_to and not parts.comparisons):
        return None
    doubts = (
        relation.guess,
        counted.doubt,
        f"“{parts.more}”按“约”读" if parts.more else "",
        "按达到的水平读，而非变动的幅度" if by_or_to else "",
        _picked_out(parts, counted.rest),
    )
    return Quantity(
        relation.operator or (Operator.ABOUT if parts.more else None),
        *figures,
        written_unit=parts.high.unit,
        label=parts.label,
        change=(Change.UP if changed["up"] else Change.DOWN) if changed else None,
        guess="；".join(filter(None, doubts)),
    )


def _figures(parts: Clause, scale: Unit) -> tuple[Figure, Figure | None] | None:
    """
    Return the number, or both ends of a range; None for two numbers that are no range.

    A lower end without a unit has the upper end's (1-2万元). 027-8888 is a telephone number.
    """
    high = _figure(parts.high, scale)
    if parts.low is None:
        return high, None
    own = unit(parts.low.unit) if parts.low.unit else scale
    if own is None or own.name != scale.name or _LEADING_ZERO.match(parts.low.text):
        return None
    low = _figure(parts.low, own)
    return (low, high) if low.value < high.value else None


def _figure(term: Term, scale: Unit) -> Figure:
    value, quantum = term.number
    return Figure(term.text, value * scale.factor, quantum * scale.factor, scale.name)


def _picked_out(parts: Clause, rest: str) -> str:
    """Say so when the number was picked out of a sentence rather than stated by the clause."""
    in_the_middle = parts.label and rest and not parts.comparisons
    if in_the_middle or len(rest) > _LONGEST_NOUN:
        return f"数字取自文字“{parts.label}{parts.high.text}{rest}”"
    return ""
