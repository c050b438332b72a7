"""
The ways figures hang together: what must hold, and what a figure would have to be.

    Sum       95.62 = 13.59 + 38.08 + 40
    Bound     8 + 7 + … ≤ 40
    Same      95.62 in the summary is 95.62 in the table
    Usual     9 = 10 × 2.7 ÷ 3

Figures are known by their number in the web. They contradict each other, agree, or agree only if
those they follow from were rounded, as everywhere in hebiao.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, TypeAlias

from hebiao.scoring.computed import Verdict, Way, judge
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hebiao.values.figure import Figure

    Values: TypeAlias = Sequence[Figure]
    Room: TypeAlias = Callable[[Figure], Interval]
    """What true values a figure may stand for in a sum."""

_PERCENT = Decimal(100)


class Relation(Protocol):
    """Figures that must agree."""

    @property
    def cells(self) -> tuple[int, ...]:
        """The figures it is about."""

    def verdict(self, values: Values) -> Verdict:
        """Return whether the figures can all be right."""

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return what one figure would have to be if the others are right."""

    def fixes(self, cell: int, values: Values) -> bool:
        """Return whether the others leave one figure no choice but how it is rounded."""


def holds(relation: Relation, values: Values) -> bool:
    """Return whether the figures of a relation can all be right, rounded as they may be."""
    return relation.verdict(values) is not Verdict.CONTRADICTION


def agrees(relation: Relation, values: Values) -> bool:
    """Return whether the figures of a relation agree as they are written."""
    return relation.verdict(values) is Verdict.CONSISTENT


def _consistent_if(agrees: bool) -> Verdict:
    return Verdict.CONSISTENT if agrees else Verdict.CONTRADICTION


@dataclass(frozen=True, slots=True)
class Sum:
    """
    A figure is the sum of others; `rooms` say what each of these may stand for.

    A sum that is `printed`, as the marks in a label are, was not rounded.
    """

    whole: int
    parts: tuple[int, ...]
    rooms: tuple[Room, ...]
    printed: bool = False

    @property
    def cells(self) -> tuple[int, ...]:
        """The sum and its parts."""
        return (self.whole, *self.parts)

    def verdict(self, values: Values) -> Verdict:
        """Return whether the sum of the parts may be the whole."""
        whole, exact = values[self.whole], self._exact(values)
        if exact == whole.value or (not self.printed and whole.agrees(exact)):
            return Verdict.CONSISTENT
        total = self._total(values)
        if self.printed:
            return _consistent_if(total.possible.contains(whole.value))
        return judge(whole, (total,))

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return the sum, or what the whole leaves for one part."""
        if cell == self.whole:
            return (self._total(values),)
        others, whole = self._total(values, without=cell), values[self.whole]
        room = Interval.exactly(whole.value) if self.printed else whole.interval()
        return (Way(Fraction(whole.value) - others.exact, room - others.possible, ""),)

    def fixes(self, cell: int, values: Values) -> bool:
        """The parts fix their sum; the sum fixes a part if no other leaves room for rounding."""
        (way,) = self.ways(cell, values)
        width = way.possible.high - way.possible.low
        return cell == self.whole or width <= 2 * values[cell].quantum

    def _exact(self, values: Values, without: int = -1) -> Decimal:
        return sum((values[part].value for part in self.parts if part != without), Decimal(0))

    def _total(self, values: Values, without: int = -1) -> Way:
        pairs = zip(self.parts, self.rooms, strict=True)
        possible = Interval.sum([room(values[part]) for part, room in pairs if part != without])
        return Way(Fraction(self._exact(values, without)), possible, "")


@dataclass(frozen=True, slots=True)
class Bound:
    """The sum of some figures is at most another one, and none is below zero."""

    limit: int
    parts: tuple[int, ...]
    rooms: tuple[Room, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        """The limit and the figures below it."""
        return (self.limit, *self.parts)

    def verdict(self, values: Values) -> Verdict:
        """Return whether the least the parts may be keeps to the limit."""
        negative = any(values[part].value < 0 for part in self.parts)
        return _consistent_if(not negative and self._least(values) <= values[self.limit].value)

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return all that is left for one part; the limit could be anything from the sum on."""
        exact = self._exact(values)
        if cell == self.limit:
            return (Way(Fraction(exact), Interval(exact, max(exact, _PERCENT)), ""),)
        left = values[self.limit].value - exact + values[cell].value
        return (Way(Fraction(left), Interval(min(left, Decimal(0)), left), ""),)

    def fixes(self, cell: int, values: Values) -> bool:  # noqa: ARG002 - as every relation has it
        """A bound fixes nothing."""
        return False

    def _exact(self, values: Values) -> Decimal:
        return sum((values[part].value for part in self.parts), Decimal(0))

    def _least(self, values: Values) -> Decimal:
        pairs = zip(self.parts, self.rooms, strict=True)
        return sum((room(values[part]).low for part, room in pairs), Decimal(0))


@dataclass(frozen=True, slots=True)
class Same:
    """One figure is written twice, perhaps rounded once; `room` is what `other` may stand for."""

    one: int
    other: int
    room: Room | None = None

    @property
    def cells(self) -> tuple[int, ...]:
        """The two places of the figure."""
        return (self.one, self.other)

    def verdict(self, values: Values) -> Verdict:
        """Return whether both may stand for one true value, one of them rounded, or both."""
        one, other = values[self.one], values[self.other]
        if one.value == other.value or one.agrees(other.value) or other.agrees(one.value):
            return Verdict.CONSISTENT
        meet = one.interval().meets(self.room(other) if self.room else other.interval())
        return Verdict.ROUNDING if meet else Verdict.CONTRADICTION

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return what the other place says."""
        figure = values[self.other if cell == self.one else self.one]
        return (Way(Fraction(figure.value), figure.interval(), ""),)

    def fixes(self, cell: int, values: Values) -> bool:
        """The finer of the two fixes the coarser one."""
        other = self.other if cell == self.one else self.one
        return values[other].quantum <= values[cell].quantum


@dataclass(frozen=True, slots=True)
class Usual:
    """A figure is mostly one of these: full marks where the target is met, else their share."""

    cell: int
    values: tuple[Fraction, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        """The figure."""
        return (self.cell,)

    def verdict(self, values: Values) -> Verdict:
        """Return whether the figure is one of them, rounded."""
        room = values[self.cell].interval()
        return _consistent_if(not self.values or any(map(room.contains, self.values)))

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return each of them."""
        room = values[cell].interval()
        return tuple(Way(value, room, "") for value in self.values)

    def fixes(self, cell: int, values: Values) -> bool:  # noqa: ARG002 - as every relation has it
        """The usual is no more than likely."""
        return False
