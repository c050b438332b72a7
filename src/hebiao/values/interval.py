"""
Two bounds → every value between them, and exact arithmetic on such sets.

    [49.5, 51) ÷ [99.5, 101)  =  (0.4900990…, 0.5125628…)

A result always contains every result of the operands' members. Where a bound has no finite
decimal (49.5 ÷ 101) it is moved outwards in the 60th digit and left open, so rounding here
can never make two figures contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, Inexact
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    _Operation = Callable[[Context, Decimal, Decimal], Decimal]

_DOWN = Context(prec=60, rounding=ROUND_FLOOR)
_UP = Context(prec=60, rounding=ROUND_CEILING)
_EXACT = Context(prec=60, traps=[Inexact])


class _Bound(NamedTuple):
    """A candidate for either end of a result, and whether the end would be left out."""

    low: Decimal
    high: Decimal
    open: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value from `low` to `high`; an end that is open does not belong to it."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"no value lies in {self}")

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """Return the interval that holds one value."""
        return cls(value, value)

    def contains(self, value: Decimal | Fraction) -> bool:
        """Return whether the value lies in the interval."""
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Return whether some value lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval around both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def overlap(self, other: Interval) -> Interval | None:
        """Return the values that lie in both, or None where there are none."""
        if not self.meets(other):
            return None
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def scale(self, factor: Decimal) -> Interval:
        """Multiply every value by an exactly known factor, such as a weight."""
        return self * Interval.exactly(factor)

    def __neg__(self) -> Interval:
        return Interval(
            self.high.copy_negate(), self.low.copy_negate(), self.high_open, self.low_open
        )

    def __add__(self, other: Interval) -> Interval:
        low = _bound(Context.add, self.low, other.low, self.low_open or other.low_open)
        high = _bound(Context.add, self.high, other.high, self.high_open or other.high_open)
        return Interval(low.low, high.high, low.open, high.open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return _span(*_corners(self, other, Context.multiply))

    def __truediv__(self, other: Interval) -> Interval | None:
        """Return None when the divisor may be, or come arbitrarily close to, zero."""
        if other.low <= 0 <= other.high:
            return None
        return _span(*_corners(self, other, Context.divide))

    def __str__(self) -> str:
        """Write the interval as mathematicians do: a round bracket leaves the end out."""
        opening, closing = "[("[self.low_open], "])"[self.high_open]
        return f"{opening}{self.low:f}, {self.high:f}{closing}"


def _reaches(left: Interval, right: Interval) -> bool:
    """Return whether `left` does not end before `right` begins."""
    if left.high == right.low:
        return not (left.high_open or right.low_open)
    return left.high > right.low


def _bound(operate: _Operation, x: Decimal, y: Decimal, left_out: bool) -> _Bound:
    """Combine two ends; one without a finite decimal lies strictly within its rounded bounds."""
    try:
        exact = operate(_EXACT, x, y)
    except Inexact:
        return _Bound(operate(_DOWN, x, y), operate(_UP, x, y), open=True)
    return _Bound(exact, exact, left_out)


def _corners(left: Interval, right: Interval, operate: _Operation) -> tuple[_Bound, ...]:
    """
    Combine each end of one with each end of the other.

    A zero that belongs to an interval makes zero a result, whatever the other end leaves out.
    """
    return tuple(
        _bound(operate, x, y, (x_open or y_open) and (x != 0 or x_open) and (y != 0 or y_open))
        for x, x_open in ((left.low, left.low_open), (left.high, left.high_open))
        for y, y_open in ((right.low, right.low_open), (right.high, right.high_open))
    )


def _span(*corners: _Bound) -> Interval:
    """Return the interval from the least corner to the greatest."""
    low = min(corners, key=lambda corner: (corner.low, corner.open))
    high = max(corners, key=lambda corner: (corner.high, not corner.open))
    return Interval(low.low, high.high, low.open, high.open)
