"""
A target and an actual in, the two as figures of one unit out, and which way the target points.

    不低于28起    40起       28 起, 40 起, ≥
    ≤30万元       285000     300000 元, 285000 元, ≤; the bare number is read as the likelier 元
    820平方米     820平方米  no operator: at least, or at most for costs and failures
    约60套        55套       None: 约 is no limit
    50亩          50公顷     units that differ by 15 beside figures that do not: a slip, likely

Only two single figures of one kind of unit are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import FORMS_KEPT
from hebiao.values.interval import Interval
from hebiao.values.operators import Operator
from hebiao.values.units import unit

if TYPE_CHECKING:
    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.values.figure import Figure
    from hebiao.values.quantity import Quantity
    from hebiao.values.target import Statement

UPPER_BOUNDS = (Operator.AT_MOST, Operator.LESS)

_FAILURES = ("故障", "事故", "投诉", "差错", "失误", "违规", "逾期", "返工", "缺陷", "变质")
_REMEDIES = ("办结", "处理", "处置", "解决", "化解", "整改", "排除", "修复", "回复", "纠正", "下降")
"""投诉办结率 and 故障排除率 are to be reached, though they speak of failures."""

_LIMITS = ("成本", "时效")
_ONE = Fraction(1)
_HIGHEST_SHARE = Fraction(3, 2)
"""Up to here a bare number beside a percentage is a share: 0.96 is 96 %, and 1 is 100 %."""

_ALIKE = 2
"""Figures within this factor of each other would do as target and actual of one unit."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    A target and what was reached, in the target's unit.

    `upper` is the end of a target that is a range. `possible` is what a measured actual may
    stand for; what was counted is exact. `sure` is False where direction or unit was guessed,
    `slip` is True where one of the two units is likely a slip of the pen.
    """

    operator: Operator
    aimed: Decimal
    upper: Decimal | None
    reached: Fraction
    possible: Interval
    unit: str
    sure: bool
    slip: bool


@lru_cache(maxsize=FORMS_KEPT)
def comparisons(form: SelfEvaluation) -> dict[int, Comparison | None]:
    """Return what can be compared of every indicator, by its number."""
    return {indicator.number: compared(indicator) for indicator in form.indicators}


def compared(indicator: Indicator) -> Comparison | None:
    """Return the target and the actual side by side, or None where they cannot be compared."""
    target, actual = single(indicator.target), single(indicator.actual)
    if target is None or actual is None or target.change != actual.change:
        return None
    scale = _scale(target, actual)
    operator = target.operator or _direction(indicator, target)
    if scale is None or operator is Operator.ABOUT or actual.upper is not None:
        return None
    return Comparison(
        operator=operator,
        aimed=target.figure.value,
        upper=target.upper.value if target.upper else None,
        reached=Fraction(actual.figure.value) * scale,
        possible=_scaled(room(actual.figure), scale),
        unit=target.figure.unit or actual.figure.unit,
        sure=not _guessed(target, actual),
        slip=_slip(target, actual),
    )


def single(stated: Stated[Statement] | None) -> Quantity | None:
    """Return the one quantity a cell states; several quantities or words are not compared."""
    said = stated.value if stated else None
    return said.quantities[0] if said and len(said.quantities) == 1 else None


def room(figure: Figure) -> Interval:
    """Return what a figure may stand for: whole things are counted, all else may be rounded."""
    counted = figure.quantum == 1 and figure.unit != "%"
    return Interval.exactly(figure.value) if counted else figure.interval()


def _scaled(interval: Interval, scale: Fraction) -> Interval:
    if scale == 1:
        return interval
    wide = interval.scale(Decimal(scale.numerator))
    return wide / Interval.exactly(Decimal(scale.denominator)) or wide


def _scale(target: Quantity, actual: Quantity) -> Fraction | None:
    """Return what the actual is multiplied by to be in the target's unit; None for another kind."""
    units = (target.figure.unit, actual.figure.unit)
    if all(units) and units[0] != units[1]:
        return None
    if units[0] == units[1] and bool(target.written_unit) == bool(actual.written_unit):
        return _ONE
    aimed, value = Fraction(target.figure.value), Fraction(actual.figure.value)
    if units == ("%", "") and value <= _HIGHEST_SHARE < aimed:
        return Fraction(100)
    if units == ("", "%") and aimed <= _HIGHEST_SHARE < value:
        return Fraction(1, 100)
    if bool(target.written_unit) == bool(actual.written_unit):
        return _ONE
    factor = Fraction(_factor(target) * _factor(actual))
    scaled = factor if target.written_unit else 1 / factor
    return min((scaled, Fraction(1)), key=lambda scale: _apart(value * scale, aimed))


def _factor(quantity: Quantity) -> Decimal:
    known = unit(quantity.written_unit)
    return known.factor if known else Decimal(1)


def _apart(one: Fraction, other: Fraction) -> Fraction:
    """Return by what factor two figures differ; 0 where one of them is nothing."""
    if one <= 0 or other <= 0:
        return Fraction(0)
    ratio = one / other
    return max(ratio, 1 / ratio)


def _guessed(target: Quantity, actual: Quantity) -> bool:
    if target.operator is None or target.guess or actual.guess:
        return True
    bare = bool(target.written_unit) != bool(actual.written_unit)
    scaled = bare and _factor(target) * _factor(actual) != 1
    share = {target.figure.unit, actual.figure.unit} == {"%", ""}
    return scaled or share or actual.operator is Operator.ABOUT


def _slip(target: Quantity, actual: Quantity) -> bool:
    """Return whether both units are written, differ by a factor, and the numbers typed do not."""
    ours, theirs = _factor(target), _factor(actual)
    if not (target.written_unit and actual.written_unit) or ours == theirs or target.upper:
        return False
    if target.figure.unit != actual.figure.unit:
        return False
    aimed, value = Fraction(target.figure.value), Fraction(actual.figure.value)
    typed = _apart(value / Fraction(theirs), aimed / Fraction(ours))
    return 0 < typed <= _ALIKE < _apart(value, aimed)


def _direction(indicator: Indicator, target: Quantity) -> Operator:
    """
    Guess what a target without an operator means.

    Costs, lengths of time, failures and a target of nothing are limits, but a rate is to be
    reached even among the costs, 预算执行率 90%, and so is every change: 缩短5天.
    """
    if target.change:
        return Operator.AT_LEAST
    level2 = indicator.level2.text if indicator.level2 else ""
    limited = any(word in level2 for word in _LIMITS) and target.figure.unit != "%"
    nothing = target.figure.value == 0 and target.upper is None
    failure = _names_failure(indicator)
    return Operator.AT_MOST if limited or failure or nothing else Operator.AT_LEAST


def _names_failure(indicator: Indicator) -> bool:
    name = indicator.name
    return any(word in name for word in _FAILURES) and not any(word in name for word in _REMEDIES)
