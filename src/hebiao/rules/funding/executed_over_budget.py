"""FD05: more was spent than the budget had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.explained import anywhere
from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.computed import Verdict, judge
from hebiao.scoring.execution import execution_weight, line_rate
from hebiao.scoring.sources import disputed_split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import FundingLine, SelfEvaluation
    from hebiao.rules.policy import Policy
    from hebiao.scoring.computed import Way


@rule(
    "FD05",
    title="执行数大于预算数",
    about=(
        "资金总额的执行数大于预算数，表内又没有说明原因的，请人核对是否漏算了调整后的预算或上年"
        "结转；得分超过分值、执行率算错、总额与各来源不符的，由那几条规则报。"
    ),
    advice="请核对预算数是否为调整后的全年预算数（含上年结转），并说明超出的原因。",
    severity=Severity.NOTE,
    basis="表内备注：预算数为调整后财政资金总额（包括上年结余结转）",
    sample="transfer",
    bad={
        "funding.1.executed": "270",
        "funding.1.execution_rate": "103.85%",
        "funding.2.executed": "230",
        "funding.2.execution_rate": "115%",
    },
    good={
        "funding.1.executed": "260.4",
        "funding.1.execution_rate": "100%",
        "funding.3.executed": "50",
        "funding.3.execution_rate": "100%",
        "funding.4.executed": "10.4",
        "funding.4.execution_rate": "104%",
    },
)
def executed_over_budget(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    More than the budget cannot be spent, unless money was carried over that it does not count.

    So it is a question, and none where the form answers it, where another rule has found which
    figure is wrong, or on forms that know the first budget only.
    """
    line = form.funding.total
    rate = line_rate(form.funding, line) if line else None
    base = line.budget if line and form.funding.denominator == "budget" else None
    if line is None or rate is None or not line.executed or not base:
        return
    if not line.executed.value or not base.value or line.executed.value.value <= base.value.value:
        return
    rounded = line.executed.value.interval().meets(base.value.interval())
    if rounded or _told_elsewhere(form, line, rate) or anywhere(form):
        return
    yield Problem(
        f"执行数 {line.executed.value} 大于预算数 {base.value}，表内没有说明原因",
        at=line.executed,
        expected=f"不超过 {base.value}",
        formula=f"{line.executed.value} > {base.value}",
        related=(base,),
        confidence=Confidence.MEDIUM,
    )


def _told_elsewhere(form: SelfEvaluation, line: FundingLine, rate: Way) -> bool:
    """Return whether another rule reports the line: its score, its rate or its amounts."""
    weight = execution_weight(form.funding)
    full, score = weight.value if weight else None, line.score.value if line.score else None
    if full and score and score.value > full.value:
        return True
    stated = line.execution_rate.value if line.execution_rate else None
    if stated and judge(stated, (rate,)) is Verdict.CONTRADICTION:
        return True
    return disputed_split(form, form.funding.denominator, "executed")
