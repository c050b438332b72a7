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
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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
        open_end = self.low_open or self.high_open
        if self.low >= self.high if open_end else self.low > self.high:
            raise ValueError(f"no value lies in {self}")

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """Return the interval that holds one value."""
        return cls(value, value)

    @classmethod
    def sum(cls, terms: Sequence[Interval]) -> Interval:
        """Return every sum of one value of each term; of no terms it is nothing but zero."""
        low = high = Decimal(0)
        try:
            for term in terms:
                low, high = _EXACT.add(low, term.low), _EXACT.add(high, term.high)
        except Inexact:
            return reduce(cls.__add__, terms)
        low_open = any(term.low_open for term in terms)
        return cls(low, high, low_open, any(term.high_open for term in terms))

    def contains(self, value: Decimal | Fraction) -> bool:
        """Return whether the value lies in the interval."""
        if not (self.low < value if self.low_open else self.low <= value):
            return False
        return self.high > value if self.high_open else self.high >= value

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
        return _between(low, high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= 0 <= other.low:  # as nearly all figures are
            return _between(
                _corner(Context.multiply, self.low, self.low_open, other.low, other.low_open),
                _corner(Context.multiply, self.high, self.high_open, other.high, other.high_open),
            )
        return _span(*_corners(self, other, Context.multiply))

    def __truediv__(self, other: Interval) -> Interval | None:
        """Return None when the divisor may be, or come arbitrarily close to, zero."""
        if other.low <= 0 <= other.high:
            return None
        if self.low >= 0 < other.low:
            return _between(
                _corner(Context.divide, self.low, self.low_open, other.high, other.high_open),
                _corner(Context.divide, self.high, self.high_open, other.low, other.low_open),
            )
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


def _corner(operate: _Operation, x: Decimal, x_open: bool, y: Decimal, y_open: bool) -> _Bound:
    """
    Combine an end of one interval with an end of another, each with whether it is open.

    A zero that belongs to an interval makes zero a result, whatever the other end leaves out.
    """
    left_out = (x_open or y_open) and (x != 0 or x_open) and (y != 0 or y_open)
    return _bound(operate, x, y, left_out)


def _corners(left: Interval, right: Interval, operate: _Operation) -> tuple[_Bound, ...]:
    """Combine each end of one with each end of the other."""
    return tuple(
        _corner(operate, x, x_open, y, y_open)
        for x, x_open in ((left.low, left.low_open), (left.high, left.high_open))
        for y, y_open in ((right.low, right.low_open), (right.high, right.high_open))
    )


def _span(*corners: _Bound) -> Interval:
    """Return the interval from the least corner to the greatest."""
    low = min(corners, key=lambda corner: (corner.low, corner.open))
    high = max(corners, key=lambda corner: (corner.high, not corner.open))
    return _between(low, high)


def _between(low: _Bound, high: _Bound) -> Interval:
    return Interval(low.low, high.high, low.open, high.open)
