"""SC03: the indicators are nearly perfect while little of the budget was spent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.computed import plain, rounded
from hebiao.scoring.execution import line_rate
from hebiao.scoring.lost import indicator_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_PERCENT = 100


@rule(
    "SC03",
    title="预算执行偏低而指标得分偏高",
    about="预算执行率低于60%，而指标得分比例高出执行比例5%以上（两个界限可设），结果与投入可能不相称。",
    advice="请核对指标完成情况是否真实、预算是否偏大。",
    severity=Severity.NOTE,
    basis="财政预算管理系统“自评预警”的做法",
    bad={
        "funding.1.executed": "40.00",
        "funding.1.execution_rate": "40%",
        "funding.1.score": "8",
        "total": "87",
        "summary.executed": "40.00万元",
        "summary.execution_rate": "40％",
        "summary.total": "87",
        "summary.parts.预算执行": "8",
    },
    good={
        "funding.1.executed": "60.00",
        "funding.1.execution_rate": "60%",
        "funding.1.score": "12",
        "total": "91",
        "summary.executed": "60.00万元",
        "summary.execution_rate": "60％",
        "summary.total": "91",
        "summary.parts.预算执行": "12",
    },
    settings=("low_execution_percent", "gap_percent"),
)
def scores_out_of_line_with_execution(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    Results without spending deserve a look: the scores, or the budget, may be unreal.

    Fiscal systems warn when the share of marks reached by the indicators exceeds that of the
    budget by 5 %. Here the rate must also be below 60 %, their red line for execution, so that
    an ordinary delay is no finding.
    """
    line = form.funding.total
    rate = line_rate(form.funding, line) if line else None
    marks = indicator_marks(form)
    if line is None or line.executed is None or rate is None or marks is None:
        return
    scored, full = marks
    share, spent = Fraction(scored) / Fraction(full), rate.exact / _PERCENT
    if rate.exact >= policy.low_execution_percent or not share:
        return
    if (share - spent) / share > Fraction(policy.gap_percent) / _PERCENT:
        yield Problem(
            f"预算只执行了 {_percent(spent)}%，指标得分却有 {plain(scored)}/{plain(full)}"
            f"（{_percent(share)}%），请核对指标完成情况或预算是否真实",
            at=line.executed,
            formula=f"{rate.formula} = {_percent(spent)}%；"
            f"{plain(scored)} ÷ {plain(full)} = {_percent(share)}%",
            related=tuple(cell for cell in (line.execution_rate, line.score) if cell),
            confidence=Confidence.MEDIUM,
        )


def _percent(share: Fraction) -> str:
    return plain(rounded(_PERCENT * share, Decimal("0.01")))
