"""PI02: full marks although the target was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.computed import plain
from hebiao.scoring.full_marks import full_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation


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
def missed_target_full_marks(form: SelfEvaluation) -> Iterator[Problem]:
    """
    Full marks are for targets reached.

    Judged only where target and actual are figures of one unit. Where a form has no column of
    full marks they are inferred from the weight of the group, if one answer is left.
    """
    marks = full_marks(form)
    for indicator in form.indicators:
        score = indicator.score.value if indicator.score else None
        reached = achievements(form)[indicator.number]
        if not score or reached.outcome is not Outcome.MISSED:
            continue
        if score.value == marks.get(indicator.number) and indicator.score and indicator.actual:
            yield Problem(
                f"“{indicator.name}”{reached.explained}，没有达到目标，得分却是满分"
                f" {plain(score.value)} 分",
                at=indicator.score,
                expected=f"低于 {plain(score.value)}",
                related=tuple(cell for cell in (indicator.target, indicator.actual) if cell),
                confidence=Confidence.HIGH if reached.sure else Confidence.LOW,
            )
