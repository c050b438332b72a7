"""FD03: more marks for budget execution than there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD03",
    title="预算执行得分超过分值",
    about="预算执行得分最多等于它的分值。",
    advice="请把得分改为不超过分值。",
    severity=Severity.ERROR,
    basis="得分不得突破权重总额",
    bad={
        "funding.1.executed": "104.00",
        "funding.1.execution_rate": "104%",
        "funding.1.score": "20.80",
        "total": "99.80",
        "summary.total": "99.80",
        "summary.parts.预算执行": "20.80",
        "summary.executed": "104.00万元",
        "summary.execution_rate": "104.00％",
    },
    good={
        "funding.1.executed": "100.00",
        "funding.1.execution_rate": "100%",
        "funding.1.score": "20",
        "total": "99",
        "summary.total": "99.00",
        "summary.parts.预算执行": "20.00",
        "summary.executed": "100.00万元",
        "summary.execution_rate": "100.00％",
    },
)
def execution_score_over_weight(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The marks for budget execution may not exceed their weight, whatever was spent.

    A rate above 100 % itself is no fault here: money carried over may be spent as well.
    """
    line, weight = form.funding.total, execution_weight(form.funding)
    if line and line.score and line.score.value and weight and weight.value:
        most = weight.value.value
        if line.score.value.value > most:
            yield Problem(
                f"预算执行得分填 {line.score.value}，超过分值 {plain(most)}",
                at=line.score,
                expected=plain(most),
                formula=f"最高 {plain(most)} 分",
                related=(weight,),
            )
