"""PI03: marks were withheld although the target was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import plain
from hebiao.scoring.full_marks import full_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "PI03",
    title="目标已完成而未得满分",
    about="达到目标的指标应得满分。少得分不一定是错，但值得问一句。",
    advice="请核对得分，常见原因是用分值直接乘了百分数，没有除以目标值。",
    severity=Severity.NOTE,
    basis="完成值达到指标值的记满分",
    bad={
        "indicators.7.actual": "3.1万人次",
        "indicators.7.score": "9.3",
        "total": "96.36",
        "summary.total": "96.36",
        "summary.parts.效益指标": "39.3",
    },
    good={
        "indicators.7.actual": "2.97万人次",
        "indicators.7.score": "9.9",
        "total": "96.96",
        "summary.total": "96.96",
        "summary.parts.效益指标": "39.9",
    },
)
def met_target_marks_withheld(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A target that is reached earns full marks; fewer are worth a question.

    The usual cause is a score taken of the percentage itself, 7 × 93.02 %, instead of its
    share of the target. Where full marks are inferred the message says so. A score for several
    indicators is judged only where all of them reached their targets.
    """
    marks = full_marks(form)
    reached = achievements(form)
    for cell in score_cells(form):
        indicator = cell.indicators[0]
        full = marks.get(indicator.number)
        met = all(reached[each.number].outcome is Outcome.MET for each in cell.indicators)
        if met and full is not None and cell.marks.value < full:
            how = "分值" if indicator.full_marks else "由本类权重推算的分值"
            yield Problem(
                f"{cell.name}{reached[indicator.number].explained}，已达到目标，"
                f"{how}为 {plain(full)}，只得 {cell.marks} 分",
                at=cell.score,
                expected=plain(full),
                related=tuple(each for each in (indicator.target, indicator.actual) if each),
                confidence=Confidence.MEDIUM
                if all(reached[each.number].sure for each in cell.indicators)
                else Confidence.LOW,
            )
