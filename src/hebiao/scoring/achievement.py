"""
An indicator in, whether it reached its target and by how much out.

    不低于28起    40起       MET      40起 ÷ 28起
    不超过30万元  32万元     MISSED
    820平方米     820平方米  MET      no operator: at least, or at most for costs and failures
    显著提升      完成       UNKNOWN  words are not compared

Only two single figures of one unit are compared; a bare number is in the unit beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import FORMS_KEPT
from hebiao.values.operators import Operator
from hebiao.values.units import unit

if TYPE_CHECKING:
    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.values.quantity import Quantity
    from hebiao.values.target import Statement


class Outcome(StrEnum):
    """Whether the target was reached."""

    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Achievement:
    """
    How an indicator stands to its target.

    `ratio` is the share of the target that was reached, for targets to be reached and not for
    those not to be exceeded; `sure` is False where direction or unit was guessed; `explained`
    and `formula` say it in words and figures.
    """

    outcome: Outcome
    ratio: Fraction | None = None
    sure: bool = True
    explained: str = ""
    formula: str = ""


UNKNOWN = Achievement(Outcome.UNKNOWN)

_FAILURES = ("故障", "事故", "投诉", "差错", "失误", "违规", "逾期", "返工", "缺陷", "变质")
_LIMITS = ("成本", "时效")
_UPPER_BOUNDS = (Operator.AT_MOST, Operator.LESS)
_HIGHEST_RATIO = Fraction(3, 2)


@lru_cache(maxsize=FORMS_KEPT)
def achievements(form: SelfEvaluation) -> dict[int, Achievement]:
    """Return how every indicator stands to its target, by its number."""
    return {indicator.number: achievement(indicator) for indicator in form.indicators}


def achievement(indicator: Indicator) -> Achievement:
    """Return how the actual value stands to the target."""
    target, actual = _single(indicator.target), _single(indicator.actual)
    if target is None or actual is None or target.change != actual.change:
        return UNKNOWN
    reached = _in_unit_of(target, actual)
    operator = target.operator or _direction(indicator)
    if reached is None or operator is Operator.ABOUT:
        return UNKNOWN
    aimed = Fraction(target.figure.value)
    to_be_reached = operator not in _UPPER_BOUNDS and target.upper is None and aimed > 0
    guessed = (
        target.operator is None or target.guess or actual.guess or _unit_guessed(target, actual)
    )
    return Achievement(
        outcome=Outcome.MET if _met(target, reached, operator) else Outcome.MISSED,
        ratio=reached / aimed if to_be_reached else None,
        sure=not guessed,
        explained=f"目标“{_text(indicator.target)}”，实际“{_text(indicator.actual)}”",
        formula=f"{_short(actual)} ÷ {_short(target)}",
    )


def _single(stated: Stated[Statement] | None) -> Quantity | None:
    """Return the one quantity a cell states; several quantities or words are not compared."""
    said = stated.value if stated else None
    return said.quantities[0] if said and len(said.quantities) == 1 else None


def _in_unit_of(target: Quantity, actual: Quantity) -> Fraction | None:
    """Return the actual value in the target's unit, or None where the units do not agree."""
    value = Fraction(actual.figure.value)
    if actual.figure.unit == target.figure.unit:
        return value
    if actual.figure.unit and target.figure.unit:
        return None
    if target.figure.unit == "%":
        return value * 100 if value <= _HIGHEST_RATIO < target.figure.value else value
    factor = unit(target.written_unit or actual.written_unit)
    if factor is None:
        return None
    return (
        value * Fraction(factor.factor) if target.written_unit else value / Fraction(factor.factor)
    )


def _unit_guessed(target: Quantity, actual: Quantity) -> bool:
    scale = unit(target.written_unit or actual.written_unit)
    one_bare = target.figure.unit != actual.figure.unit
    return one_bare and (target.figure.unit == "%" or scale is None or scale.factor != 1)


def _direction(indicator: Indicator) -> Operator:
    """
    Guess what a target without an operator means.

    Costs, lengths of time and failures are limits, but a rate is to be reached even among the
    costs: 预算执行率 90%.
    """
    level2 = indicator.level2.text if indicator.level2 else ""
    limited = any(word in level2 for word in _LIMITS) and not _is_rate(indicator)
    failure = any(word in indicator.name for word in _FAILURES)
    return Operator.AT_MOST if limited or failure else Operator.AT_LEAST


def _is_rate(indicator: Indicator) -> bool:
    target = _single(indicator.target)
    return target is not None and target.figure.unit == "%"


def _met(target: Quantity, reached: Fraction, operator: Operator) -> bool:
    aimed = Fraction(target.figure.value)
    if target.upper is not None:
        most = Fraction(target.upper.value)
        return reached <= most and (operator in _UPPER_BOUNDS or reached >= aimed)
    match operator:
        case Operator.AT_MOST:
            return reached <= aimed
        case Operator.LESS:
            return reached < aimed
        case Operator.MORE:
            return reached > aimed
        case _:
            return reached >= aimed


def _text(stated: Stated[Statement] | None) -> str:
    return " ".join(stated.text.split()) if stated else ""


def _short(quantity: Quantity) -> str:
    return f"{quantity.figure}{quantity.figure.unit.removeprefix('%')}"
