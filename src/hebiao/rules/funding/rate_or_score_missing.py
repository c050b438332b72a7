"""FD08: the execution rate is blank beside its score, or the score beside its rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.mismatch import expected_figure
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_score, execution_weight, line_rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import FundingLine, SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD08",
    title="执行率和得分只填了一个",
    about=(
        "资金总额一行填了得分而执行率空白，或填了执行率而得分空白的，请补填；各来源的分行不要求"
        "，其他得分都还没有填的也不要求。"
    ),
    advice="请补填空白的执行率或得分。",
    severity=Severity.NOTE,
    basis="表内栏目“执行率”“得分”",
    sample="mof",
    bad={"funding.1.execution_rate": ""},
    good={"funding.4.execution_rate": ""},
)
def rate_or_score_missing(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """A rate and the score that follows from it stand side by side on the line that is scored."""
    line = form.funding.total
    if line is None:
        return
    rate, score = line.execution_rate, line.score
    exact = line_rate(form.funding, line)
    if rate and rate.empty and score and score.value and exact:
        expected = expected_figure(score.value, exact)
        yield Problem(
            f"预算执行得分填 {score.value}，执行率没有填写，按所填金额应为 {expected}%",
            at=rate,
            expected=expected,
            formula=f"{exact.formula} = {expected}%",
            related=(score,),
        )
    elif score and score.empty and rate and rate.value and _begun(form):
        yield Problem(
            f"执行率填 {rate.value}，预算执行得分没有填写{_expected(form, line)}",
            at=score,
            related=(rate,),
        )


def _begun(form: SelfEvaluation) -> bool:
    return any(indicator.score and indicator.score.value for indicator in form.indicators)


def _expected(form: SelfEvaluation, line: FundingLine) -> str:
    weight = execution_weight(form.funding)
    ways = execution_score(form.funding, line, weight.value) if weight and weight.value else ()
    if not ways or not weight or not weight.value:
        return ""
    return f"，分值 {plain(weight.value.value)}，应为 {ways[-1].formula}"
