"""
A form whose figures contradict each other in, what is most likely wrong with it out.

    总分 95.62 写了两次，其余数字自洽；应为 91.67
    多半是总分 971 填错，应为 97；改动“受益农户”得分等 8 个数之一也能对上，但不如这样说得通
    预算数（应为 1520）、执行数（应为 102）之一填错，请核对原始资料
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from hebiao.diagnosis.figures import web_of
from hebiao.diagnosis.repair import Puzzle, repairs
from hebiao.scoring.computed import plain, rounded
from hebiao.scoring.totals import unscored

if TYPE_CHECKING:
    from hebiao.diagnosis.repair import Repair
    from hebiao.diagnosis.web import Variable
    from hebiao.layouts.place import Place
    from hebiao.records import SelfEvaluation, Stated
    from hebiao.values.figure import Figure
    from hebiao.values.interval import Interval

_MOST_NAMED = 3
_TIMES = {2: "写了两次", 3: "写了三次", 4: "写了四次"}


@dataclass(frozen=True, slots=True)
class Suspect:
    """
    A figure that may be what is wrong, with every place it is written at.

    `expected` is what it should be, `between` the bounds where only these are known, `slip` what
    kind of slip would explain it.
    """

    name: str
    places: tuple[Stated[Any], ...]
    written: str
    expected: str | None
    between: tuple[str, str] | None
    slip: str


@dataclass(frozen=True, slots=True)
class Cause:
    """
    One thing that went wrong in a form: one of the suspects, the likeliest first.

    `certain` says that no other change as small makes the figures agree.
    """

    likely: str
    suspects: tuple[Suspect, ...]
    certain: bool

    @property
    def places(self) -> frozenset[Place]:
        """Every place a suspect is written at."""
        return frozenset(stated.at for each in self.suspects for stated in each.places)


def causes(form: SelfEvaluation) -> tuple[Cause, ...]:
    """Return what is most likely wrong, one cause a figure; none where nothing contradicts."""
    puzzle = Puzzle(web_of(form))
    found = repairs(puzzle)
    if not found:
        return ()
    rest = "其余读得出的数字自洽" if unscored(form) else "其余数字自洽"
    sure = frozenset.intersection(*(repair.groups for repair in found))
    certain = [
        _certain(puzzle, group, found, rest) for group, _ in found[0].changes if group in sure
    ]
    others = dict.fromkeys(g for repair in found for g, _ in repair.changes if g not in sure)
    return (*certain, *([_uncertain(puzzle, tuple(others), found)] if others else []))


def _certain(puzzle: Puzzle, group: int, found: tuple[Repair, ...], rest: str) -> Cause:
    """Word a cause that is the only one; where there are more, say what it has to do with them."""
    suspect = _suspect(puzzle, group, found)
    others = [other for other, _ in found[0].changes if other != group]
    tied = [_first(puzzle, other).name for other in others if _tied(puzzle, group, other)]
    if tied:
        rest = f"与{'、'.join(tied)}一起改正后，有关的数字自洽"
    elif others:
        rest = "与之有关的其余数字自洽"
    return Cause(f"{suspect.written}，{rest}；{_should(suspect)}", (suspect,), certain=True)


def _tied(puzzle: Puzzle, one: int, other: int) -> bool:
    """Return whether two figures stand in one relation that does not hold."""
    cells = (set(puzzle.groups[one]), set(puzzle.groups[other]))
    return any(not any(c.isdisjoint(each.cells) for c in cells) for each in puzzle.broken)


def _first(puzzle: Puzzle, group: int) -> Variable:
    return puzzle.web.variables[puzzle.groups[group][0]]


def _uncertain(puzzle: Puzzle, groups: tuple[int, ...], found: tuple[Repair, ...]) -> Cause:
    """Word a cause that several figures could be; one of them may explain more than the others."""
    suspects = tuple(_suspect(puzzle, group, found) for group in groups)
    ranks = [next(r.unlikely for r in found if group in r.groups) for group in groups]
    if len(groups) > 1 and ranks[0] < ranks[1]:
        others = _named(suspects[1:])
        said = f"多半是{suspects[0].written} 填错，{_should(suspects[0])}"
        return Cause(f"{said}；改动{others}也能对上，但不如这样说得通", suspects, certain=False)
    listed = "、".join(f"{each.name}（{_should(each)}）" for each in suspects[:_MOST_NAMED])
    return Cause(f"{listed}{_among(suspects)}之一填错，请核对原始资料", suspects, certain=False)


def _named(suspects: tuple[Suspect, ...]) -> str:
    names = "、".join(suspect.name for suspect in suspects[:_MOST_NAMED])
    return f"{names}{_among(suspects)}之一" if len(suspects) > 1 else names


def _among(suspects: tuple[Suspect, ...]) -> str:
    return f" 等 {len(suspects)} 个数" if len(suspects) > _MOST_NAMED else ""


def _should(suspect: Suspect) -> str:
    if suspect.between:
        return f"应在 {suspect.between[0]} 到 {suspect.between[1]} 之间"
    return f"应为 {suspect.expected}" + (f"，像是{suspect.slip}" if suspect.slip else "")


def _suspect(puzzle: Puzzle, group: int, found: tuple[Repair, ...]) -> Suspect:
    variables = [puzzle.web.variables[cell] for cell in puzzle.groups[group]]
    first, times = variables[0], len(variables)
    often = f" {_TIMES.get(times, f'写了 {times} 处')}" if times > 1 else ""
    repair = min((repair for repair in found if group in repair.groups), key=attrgetter("rank"))
    place = [each for each, _ in repair.changes].index(group)
    value, room = repair.changes[place][1], repair.rooms[place]
    slip = repair.slips[place]
    bounds = _bounds(first.figure, room) if room and not (repair.fixed[place] or slip) else None
    return Suspect(
        name=first.name,
        places=tuple(each.stated for each in variables),
        written=f"{first.name} {first.figure}{often}",
        expected=None if bounds else f"{plain(value)}{_sign(first.figure)}",
        between=bounds,
        slip=slip,
    )


def _bounds(figure: Figure, room: Interval) -> tuple[str, str] | None:
    """Return between which figures the true value lies, or None if it can only be one."""
    quantum, sign = figure.quantum, _sign(figure)
    low, high = (rounded(Fraction(end), quantum) for end in (room.low, room.high))
    return (f"{plain(low)}{sign}", f"{plain(high)}{sign}") if low < high else None


def _sign(figure: Figure) -> str:
    return "%" if figure.unit == "%" else ""
