"""
A web of figures that contradict each other in, the smallest changes that make them agree out.

Fellegi and Holt's principle: of all sets of figures that could be changed so that everything
agrees, the smallest is the likeliest to be what went wrong. A figure and its faithful copies
are one: whoever copied it made no second mistake.

    violated: 总分 = Σ 得分          both hold when 总分, with its copy in the summary,
              摘要总分 = Σ 摘要分项   becomes 91.67: one change, and no other single one does it
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, reduce
from typing import TYPE_CHECKING, TypeAlias

from hebiao.diagnosis.origin import origin
from hebiao.diagnosis.relation import Same, agrees, holds
from hebiao.diagnosis.slip import slip_to, slips
from hebiao.scoring.computed import rounded
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.diagnosis.relation import Relation, Values
    from hebiao.diagnosis.web import Web
    from hebiao.scoring.computed import Way
    from hebiao.values.figure import Figure

    _Given: TypeAlias = tuple[Relation, int, tuple[Way, ...]]
    """A relation of a figure, the figure or one of its copies, and what the others give for it."""

MOST_CHANGES = 3
_MOST_STEPS = 4000
_CENT = Decimal("0.01")
_TRIED = 3
"""Values tried for a figure while others have to change as well."""


@dataclass(frozen=True, slots=True)
class Repair:
    """
    A set of figures, each with its copies, and values that make everything agree.

    `unlikely` counts what is then left to rounding or unusual, `fixed` the relations that give
    a changed figure to its last digit; `slips` name for each changed figure the slip that
    would explain it, if one would; `rooms` say for each changed figure what the others leave it.
    """

    changes: tuple[tuple[int, Decimal], ...]
    unlikely: int
    fixed: tuple[int, ...]
    slips: tuple[str, ...]
    rooms: tuple[Interval | None, ...]

    @property
    def groups(self) -> frozenset[int]:
        """The figures changed, each by the number of its group of copies."""
        return frozenset(group for group, _ in self.changes)

    @property
    def rank(self) -> tuple[int, int, int]:
        """The likelier repair, of as many changes, comes first."""
        return (self.unlikely, -sum(self.fixed), -sum(map(bool, self.slips)))


class Puzzle:
    """The web, its copies and what is violated; one is made for each form in trouble."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.values: tuple[Figure, ...] = tuple(each.figure for each in web.variables)
        self.steps = 0

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The figures with their faithful copies, by number."""
        leader = list(range(len(self.values)))
        for relation in self.web.relations:
            if isinstance(relation, Same) and holds(relation, self.values):
                first, second = sorted(leader[cell] for cell in relation.cells)
                leader = [first if each == second else each for each in leader]
        return tuple(
            tuple(n for n, each in enumerate(leader) if each == first)
            for first in sorted(set(leader))
        )

    @cached_property
    def group_of(self) -> dict[int, int]:
        """The group of each figure."""
        return {cell: number for number, cells in enumerate(self.groups) for cell in cells}

    @cached_property
    def touching(self) -> tuple[tuple[Relation, ...], ...]:
        """The relations each group takes part in."""
        return tuple(
            tuple(r for r in self.web.relations if not set(cells).isdisjoint(r.cells))
            for cells in self.groups
        )

    @cached_property
    def broken(self) -> tuple[Relation, ...]:
        """The relations that do not hold in the form as it is written."""
        return tuple(each for each in self.web.relations if not holds(each, self.values))

    @cached_property
    def _unlikely(self) -> tuple[tuple[Relation, bool], ...]:
        """Whether each hint and relation fails to agree as it is written."""
        every = (*self.web.hints, *self.web.relations)
        return tuple((relation, not agrees(relation, self.values)) for relation in every)

    def unlikely(self, values: Values, changed: Iterable[int]) -> int:
        """Count the hints and relations that do not agree; only those of changed groups differ."""
        cells = {cell for group in changed for cell in self.groups[group]}
        return sum(
            unlikely if cells.isdisjoint(relation.cells) else not agrees(relation, values)
            for relation, unlikely in self._unlikely
        )

    def free(self, relation: Relation) -> frozenset[int]:
        """Return the groups of a relation that may be changed."""
        groups = {self.group_of[cell] for cell in relation.cells}
        variables = self.web.variables
        return frozenset(
            g for g in groups if not any(variables[cell].fixed for cell in self.groups[g])
        )

    def changed(self, values: Values, group: int, value: Decimal) -> tuple[Figure, ...]:
        """Return the figures with one of them, and its copies, changed."""
        quantum = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
        changed = list(values)
        for cell in self.groups[group]:
            changed[cell] = replace(values[cell], value=value, quantum=quantum)
        return tuple(changed)


def repairs(puzzle: Puzzle) -> tuple[Repair, ...]:
    """Return the smallest repairs, the likeliest first; none where too much would change."""
    broken = puzzle.broken
    for most in range(1, MOST_CHANGES + 1):
        found = list(_search(puzzle, puzzle.values, broken, (), most)) if broken else []
        if found:
            return tuple(sorted(found, key=lambda repair: repair.rank))
    return ()


def _search(
    puzzle: Puzzle,
    values: Values,
    broken: tuple[Relation, ...],
    changes: tuple[tuple[int, Decimal], ...],
    left: int,
) -> Iterator[Repair]:
    """Try every figure of the first broken relation, with each value that would mend it."""
    if not broken:
        yield _repair(puzzle, values, changes)
    elif left:
        done = {group for group, _ in changes}
        for group in _suspects(puzzle, broken, left) - done:
            tried = _candidates(puzzle, group, values, broken[0])
            for value in tried if left == 1 else list(tried)[:_TRIED]:
                puzzle.steps += 1
                if puzzle.steps > _MOST_STEPS:
                    return
                changed = puzzle.changed(values, group, value)
                still = _still_broken(puzzle, group, broken, changed)
                if left > 1 or not still:
                    yield from _search(puzzle, changed, still, (*changes, (group, value)), left - 1)


def _suspects(puzzle: Puzzle, broken: tuple[Relation, ...], left: int) -> frozenset[int]:
    """The last change must be in all that is broken; an earlier one in the first of it."""
    first, *others = (puzzle.free(relation) for relation in broken)
    return first.intersection(*others) if left == 1 else first


def _still_broken(
    puzzle: Puzzle, group: int, broken: tuple[Relation, ...], values: Values
) -> tuple[Relation, ...]:
    touched = puzzle.touching[group]
    untouched = [relation for relation in broken if relation not in touched]
    return (*untouched, *(relation for relation in touched if not holds(relation, values)))


def _candidates(puzzle: Puzzle, group: int, values: Values, broken: Relation) -> Iterable[Decimal]:
    """Return the values worth trying that mend a relation, those that mend most first."""
    figure = values[puzzle.groups[group][0]]
    tried: dict[Decimal, int] = {}
    for value in (*_implied(puzzle, group, values), *_slips(puzzle, group, values, broken)):
        if value not in tried and value != figure.value and (value >= 0 or figure.value < 0):
            changed = puzzle.changed(values, group, value)
            if holds(broken, changed):
                tried[value] = len(_still_broken(puzzle, group, (), changed))
    return sorted(tried, key=lambda value: tried[value])


def _implied(puzzle: Puzzle, group: int, values: Values) -> Iterator[Decimal]:
    """Yield what each relation says the figure should be, rounded as it is written."""
    quantum = values[puzzle.groups[group][0]].quantum
    quanta = sorted({quantum, _CENT}, reverse=True)
    for _, _, ways in _given(puzzle, group, values):
        for way in ways:
            for quantum in quanta:
                yield rounded(way.exact, quantum)


def _slips(puzzle: Puzzle, group: int, values: Values, broken: Relation) -> Iterator[Decimal]:
    """Yield what the figure may have been meant to be, as far as the broken relation allows."""
    figure = values[puzzle.groups[group][0]]
    cells = set(broken.cells) & set(puzzle.groups[group])
    rooms = [way.possible for cell in cells for way in broken.ways(cell, values)]
    bounds = [(room.low - figure.quantum, room.high + figure.quantum) for room in rooms]
    for value in slips(figure):
        if any(low <= value <= high for low, high in bounds):
            yield value


def _repair(puzzle: Puzzle, values: Values, changes: tuple[tuple[int, Decimal], ...]) -> Repair:
    given = [tuple(_given(puzzle, group, values)) for group, _ in changes]
    rooms = tuple(map(_room, given))
    return Repair(
        changes,
        unlikely=puzzle.unlikely(values, {group for group, _ in changes}),
        fixed=tuple(_fixed(each, values) for each in given),
        slips=tuple(
            _slip(puzzle, *change, room) for change, room in zip(changes, rooms, strict=True)
        ),
        rooms=rooms,
    )


def _slip(puzzle: Puzzle, group: int, value: Decimal, room: Interval | None) -> str:
    """Return the slip that would explain a change, in words."""
    cells = puzzle.groups[group]
    slip = slip_to(value, puzzle.values[cells[0]], room)
    return slip or origin(puzzle.web, cells, value)


def _fixed(given: Iterable[_Given], values: Values) -> int:
    """Count the relations that give a figure to its last digit, such as a sum or a copy."""
    return sum(
        any(values[cell].agrees(way.exact) for way in ways) and relation.fixes(cell, values)
        for relation, cell, ways in given
    )


def _room(given: Iterable[_Given]) -> Interval | None:
    """Return what all relations together leave a figure."""
    room: Interval | None = None
    for _, _, ways in given:
        if ways:
            possible = reduce(Interval.hull, (way.possible for way in ways))
            room = room.overlap(possible) if room else possible
    return room


def _given(puzzle: Puzzle, group: int, values: Values) -> Iterator[_Given]:
    """Yield each relation of a figure or of one of its copies, and what it gives for that."""
    for relation in puzzle.touching[group]:
        for cell in set(relation.cells) & set(puzzle.groups[group]):
            yield relation, cell, relation.ways(cell, values)
