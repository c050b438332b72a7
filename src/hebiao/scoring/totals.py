"""
The scores of a form in, its total and the totals of its groups out.

    total = score of budget execution + Σ scores of the indicators

A merged score cell counts once. A score that was judged is exact as written; one that was
computed may have been rounded, and only such terms leave room in the sum: a fraction is
computed, a whole number is when the target was missed; for budget execution the rate decides.
So is the share of an indicator's full marks, unless it divides evenly: 10 × 2.7 ÷ 3 = 9. Full
marks for a missed target are a judgement, unless its share rounds to them: 1 × 1426/1430 → 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.computed import FORMS_KEPT, Way, plain
from hebiao.scoring.execution import execution_score, execution_weight
from hebiao.scoring.full_marks import full_marks
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, IndicatorGroup, SelfEvaluation, Stated
    from hebiao.scoring.achievement import Achievement
    from hebiao.values.figure import Figure


EXECUTION = "预算执行"
"""The name of the first part of a total."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the total: its name, the score cells in it, their sum."""

    name: str
    cells: tuple[Stated[Figure], ...]
    exact: Decimal
    possible: Interval


@lru_cache(maxsize=FORMS_KEPT)
def parts(form: SelfEvaluation) -> tuple[Part, ...]:
    """Return the parts of the total: budget execution, then one a group of indicators."""
    return tuple(_parts(form))


def total(form: SelfEvaluation) -> Way | None:
    """Return the total its parts give, or None where no score is written at all."""
    found = parts(form)
    return sum_of(found) if found else None


def sum_of(found: tuple[Part, ...]) -> Way:
    """Return the sum of parts, with one operand a part: 13.59 + 38.08 + 40."""
    possible = Interval.sum([part.possible for part in found])
    exact = sum((part.exact for part in found), Decimal(0))
    return Way(Fraction(exact), possible, " + ".join(_operand(part) for part in found))


def unscored(form: SelfEvaluation) -> tuple[Stated[Figure], ...]:
    """Return the score cells that should hold a figure and hold none: blank or not readable."""
    line = form.funding.total
    cells = [line.score if line else None, *(i.score for i in form.indicators)]
    return tuple(cell for cell in cells if cell and cell.unwritten)


def fully_scored(form: SelfEvaluation, name: str) -> bool:
    """Return whether every score of the groups of this name holds a figure."""
    groups = [group for group in form.groups if group.name == name]
    return not any(i.score and i.score.unwritten for g in groups for i in g.indicators)


def _operand(part: Part) -> str:
    return str(part.cells[0].value) if len(part.cells) == 1 else plain(part.exact)


def _parts(form: SelfEvaluation) -> Iterator[Part]:
    line = form.funding.total
    if line and line.score and (score := line.score.value):
        yield Part(EXECUTION, (line.score,), score.value, execution_room(form, score))
    for group in form.groups:
        if group.scores:
            yield _group_part(form, group)


def execution_room(form: SelfEvaluation, score: Figure) -> Interval:
    """
    Return what true marks for budget execution the written ones may stand for.

    Those that the rate allows as well, and the written ones; where the rate allows none, all
    that round to the written ones.
    """
    line, weight = form.funding.total, execution_weight(form.funding)
    if line is None or weight is None or weight.value is None:
        return score.interval()
    ways = execution_score(form.funding, line, weight.value)
    rooms = [room for way in ways if (room := score.interval().overlap(way.possible))]
    if not rooms:
        return score.interval()
    whole = reduce(Interval.hull, rooms, Interval.exactly(score.value))
    return whole.overlap(Interval(whole.low, max(score.value, weight.value.value))) or whole


def _group_part(form: SelfEvaluation, group: IndicatorGroup) -> Part:
    marks = full_marks(form)
    total, rooms = Decimal(0), list[Interval]()
    for indicator in group.scored:
        if indicator.score and (score := indicator.score.value):
            total += score.value
            full = marks.get(indicator.number)
            rooms.append(score_room(score, full, scored_achievement(form, group, indicator)))
    return Part(group.name, group.scores, total, Interval.sum(rooms))


def scored_achievement(
    form: SelfEvaluation, group: IndicatorGroup, indicator: Indicator
) -> Achievement:
    """Return how the indicators under one score cell stand: missed where one of them is."""
    reached = achievements(form)
    owner = indicator.score and indicator.score.at
    under = [reached[i.number] for i in group.indicators if i.score and i.score.at == owner]
    missed = [each for each in under if each.outcome is Outcome.MISSED]
    if len(under) == 1 or not missed:
        return reached[indicator.number]
    return replace(missed[0], ratio=None, shares=())


def score_room(score: Figure, full: Decimal | None, reached: Achievement) -> Interval:
    """Return what true marks the written ones of an indicator may stand for."""
    return _interval(score, exact=_exact(score, full, reached))


def _exact(score: Figure, full: Decimal | None, reached: Achievement) -> bool:
    """Return whether a score cannot have been rounded: it was judged, or divides evenly."""
    computed = [Fraction(full) * share for share in reached.shares] if full is not None else []
    rounding = [value for value in computed if score.agrees(value)]
    if rounding:
        return all(value == score.value for value in rounding)
    return score.value == full or (_whole(score) and reached.outcome is not Outcome.MISSED)


def _whole(score: Figure) -> bool:
    return score.value == score.value.to_integral_value()


def _interval(score: Figure, *, exact: bool) -> Interval:
    return Interval.exactly(score.value) if exact else score.interval()
