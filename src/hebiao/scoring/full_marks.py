"""
A form in, the full marks of its indicators out, inferred where the form has no such column.

    产出指标（40分）: 7 + 7 + 7 + 7 + 6 + 4.08 = 38.08     1.92 marks are lost in the group;
    only the last missed its target                        so its full marks are 4.08 + 1.92 = 6

Inferred only where one answer is left: the one that missed its target, else the only fraction,
else the only one below marks that all the others share and that it reaches with what is lost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import FORMS_KEPT
from hebiao.scoring.weights import weigh

if TYPE_CHECKING:
    from decimal import Decimal

    from hebiao.records import IndicatorGroup, SelfEvaluation


@lru_cache(maxsize=FORMS_KEPT)
def full_marks(form: SelfEvaluation) -> dict[int, Decimal]:
    """Return the full marks by the number of the indicator; those left open are not in it."""
    marks = {
        i.number: c.full for c in score_cells(form) for i in c.indicators if c.full is not None
    }
    for group in form.groups:
        if not weigh(group.indicators).cells:
            marks |= _inferred(form, group)
    return marks


def group_weight(group: IndicatorGroup) -> Decimal | None:
    """Return the weight printed in the group's label, else the sum of its 分值."""
    if group.weight and group.weight.value:
        return group.weight.value.value
    complete = all(i.full_marks and i.full_marks.value for i in group.indicators)
    return weigh(group.indicators).exact if complete else None


def _inferred(form: SelfEvaluation, group: IndicatorGroup) -> dict[int, Decimal]:
    weight = group.weight.value if group.weight else None
    scores = {i.number: i.score.value.value for i in group.scored if i.score and i.score.value}
    if weight is None or len(scores) != len(group.indicators):
        return {}
    lost = weight.value - sum(scores.values())
    if not lost:
        return scores
    loser = _loser(form, scores, lost) if lost > 0 else None
    return scores | {loser: scores[loser] + lost} if loser else {}


def _loser(form: SelfEvaluation, scores: dict[int, Decimal], lost: Decimal) -> int | None:
    """Return the only indicator that can have lost the marks, or None where several can."""
    reached = achievements(form)
    missed = [n for n in scores if reached[n].outcome is Outcome.MISSED]
    fractions = [n for n, score in scores.items() if score != score.to_integral_value()]
    below = [n for n, score in scores.items() if _others(scores, n) == {score + lost}]
    for candidates in (missed, fractions, below):
        if candidates:
            return candidates[0] if len(candidates) == 1 else None
    return None


def _others(scores: dict[int, Decimal], one: int) -> set[Decimal]:
    return {score for number, score in scores.items() if number != one}
