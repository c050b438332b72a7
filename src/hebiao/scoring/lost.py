"""A form in, where it lost marks out: budget execution first, then each group of indicators."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import FORMS_KEPT
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.full_marks import full_marks, group_weight
from hebiao.scoring.totals import EXECUTION, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import IndicatorGroup, SelfEvaluation, Stated
    from hebiao.values.figure import Figure


@dataclass(frozen=True, slots=True)
class Loss:
    """
    Marks lost in one part of the total.

    `cells` are the scores that lost them, or all of the part where that cannot be told.
    """

    name: str
    marks: Decimal
    cells: tuple[Stated[Figure], ...]


@lru_cache(maxsize=FORMS_KEPT)
def losses(form: SelfEvaluation) -> tuple[Loss, ...]:
    """Return the parts of the total that lost marks."""
    return tuple(loss for loss in _losses(form) if loss.marks > 0)


def indicator_marks(form: SelfEvaluation) -> tuple[Decimal, Decimal] | None:
    """Return the marks of all indicators and their full marks, or None where a weight is open."""
    weights = [group_weight(group) for group in form.groups]
    known = [weight for weight in weights if weight]
    if not known or len(known) != len(weights):
        return None
    scored = sum((part.exact for part in parts(form) if part.name != EXECUTION), Decimal(0))
    return scored, sum(known, Decimal(0))


def _losses(form: SelfEvaluation) -> Iterator[Loss]:
    line, weight = form.funding.total, execution_weight(form.funding)
    if line and line.score and line.score.value and weight and weight.value:
        yield Loss(EXECUTION, weight.value.value - line.score.value.value, (line.score,))
    sums = {part.cells: part.exact for part in parts(form)}
    marks = full_marks(form)
    for group in form.groups:
        whole = group_weight(group)
        if whole is not None and group.scores in sums:
            yield Loss(group.name, whole - sums[group.scores], _losers(group, marks))


def _losers(group: IndicatorGroup, marks: dict[int, Decimal]) -> tuple[Stated[Figure], ...]:
    below = tuple(
        indicator.score
        for indicator in group.scored
        if indicator.score and indicator.score.value and indicator.number in marks
        if indicator.score.value.value < marks[indicator.number]
    )
    return below or group.scores
