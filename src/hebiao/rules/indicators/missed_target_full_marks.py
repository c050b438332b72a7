"""PI02: full marks although the target was missed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import plain, rounded
from hebiao.scoring.full_marks import full_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy
    from hebiao.scoring.achievement import Achievement
    from hebiao.scoring.cells import ScoreCell

_CENT = Decimal("0.01")


@rule(
    "PI02",
    title="目标未完成而得满分",
    about=(
        "没有达到目标的指标不应得满分。只比较单位相同的数字；没有分值列的表，分值由本类权重推"
        "算，推算不唯一时不判断。"
    ),
    advice="请核对实际完成值，或按完成比例调整得分。",
    severity=Severity.WARNING,
    basis="完成值达到指标值的记满分，未达到的按完成比例记分",
    bad={"indicators.2.actual": "4600册"},
    good={"indicators.2.actual": "5000册"},
)
def missed_target_full_marks(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Full marks are for targets reached.

    Judged only where target and actual are figures of one unit. Where a form has no column of
    full marks they are inferred from the weight of the group, if one answer is left. A target
    missed by so little that its share rounds to full marks at the cent, 1 × 1426 ÷ 1430, counts
    as reached.
    """
    marks = full_marks(form)
    reached = achievements(form)
    for cell in score_cells(form):
        missed = [i for i in cell.indicators if reached[i.number].outcome is Outcome.MISSED]
        if not missed or not 0 < cell.marks.value == marks.get(missed[0].number):
            continue
        indicator = missed[0]
        how = reached[indicator.number]
        shares = [rounded(Fraction(cell.marks.value) * share, _CENT) for share in how.shares]
        if cell.marks.value not in shares:
            yield Problem(
                f"“{indicator.name}”{how.explained}，没有达到目标，得分却是满分"
                f" {plain(cell.marks.value)} 分",
                at=cell.score,
                expected=f"低于 {plain(cell.marks.value)}",
                related=tuple(each for each in (indicator.target, indicator.actual) if each),
                confidence=_confidence(cell, how),
            )


def _confidence(cell: ScoreCell, how: Achievement) -> Confidence:
    """Return how sure it is: whole marks may be the share that was earned, rounded."""
    if not how.sure:
        return Confidence.LOW
    earned = (Fraction(cell.marks.value) * share for share in how.shares)
    rounding = any(cell.marks.agrees(marks) for marks in earned)
    return Confidence.MEDIUM if rounding else Confidence.HIGH
