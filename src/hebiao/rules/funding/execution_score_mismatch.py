"""FD02: the marks for budget execution are not weight × execution rate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.rules.mismatch import mismatch
from hebiao.rules.rule import NotChecked, Problem, Severity, rule
from hebiao.scoring.execution import execution_score, execution_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD02",
    title="预算执行得分与分值×执行率不符",
    about=(
        "预算执行得分应等于分值×执行率，执行率取所填的或未取整的都可以，超过100%时按满分或按"
        "实际都可以。表内印有公式的按错误报，没有印的按警告报。"
    ),
    advice="请核对执行率和得分。",
    severity=Severity.ERROR,
    basis="预算执行得分为分值乘以执行率；表内得分栏印有公式的以表内为准",
    bad={
        "funding.1.score": "16.07",
        "total": "95.07",
        "summary.total": "95.07",
        "summary.parts.预算执行": "16.07",
    },
    good={
        "funding.1.score": "17.1",
        "total": "96.1",
        "summary.total": "96.10",
        "summary.parts.预算执行": "17.10",
    },
)
def execution_score_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem | NotChecked]:
    """
    得分 for budget execution is the weight times 执行率.

    The rate may be taken as written or exactly; a rate above 100 % may be capped or not. It is
    an error where the form prints the formula, else a broken rule.
    """
    line, weight = form.funding.total, execution_weight(form.funding)
    if line is None or line.score is None or line.score.value is None:
        return
    if weight is None or weight.value is None:
        yield NotChecked("表内没有写明预算执行的分值，得分无法核对")
        return
    ways = execution_score(form.funding, line, weight.value)
    if not ways:
        yield NotChecked("没有执行率，也没有可以相除的预算数和执行数，得分无法核对")
        return
    related = (line.execution_rate, form.funding.base(line), line.executed)
    problem = mismatch(line.score, ways, what="预算执行得分", related=related)
    if problem:
        printed = form.funding.formula or problem.severity
        yield problem if printed else replace(problem, severity=Severity.WARNING)
