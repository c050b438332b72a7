"""FD09: money was spent, or marks were given for spending it, without a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.sources import disputed_split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import FundingLine, SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure


@rule(
    "FD09",
    title="预算数为0而有执行数、执行率或得分",
    about=(
        "预算数填0的一行，执行数也应为0，也没有执行率和得分可言；预算数、执行数都是0而执行率写作"
        "0.00%的，是正常写法。"
    ),
    advice="请核对这一行的预算数是否漏填，或执行数是否应填在别的来源。",
    severity=Severity.NOTE,
    basis="表内栏目“执行率（B/A）”：预算数为0时没有执行率",
    sample="mof",
    bad={
        "funding.4.executed": "5.00",
        "funding.2.executed": "85.00",
        "funding.2.execution_rate": "85%",
    },
    good={"funding.4.execution_rate": "0%"},
)
def spent_without_budget(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Nothing can be spent of nothing.

    Lines of 0 out of 0 are ordinary, and so is the 0.00 % that systems print for them. Where
    the zero of the total contradicts its sources, FD04 has said so.
    """
    for line in form.funding.lines:
        base = form.funding.base(line)
        if base is None or base.value is None or base.value.value != 0:
            continue
        scored = line.kind == "total"
        if scored and disputed_split(form, form.funding.denominator, "executed"):
            continue
        name = (line.source.value if line.source else None) or "资金总额"
        if line.executed and line.executed.value and _above(line.executed, base):
            yield Problem(
                f"“{name}”预算数填 {base.value}，执行数填 {line.executed.value}",
                at=line.executed,
                related=(base,),
            )
        elif scored and (given := _given(line)):
            yield Problem(
                f"“{name}”预算数填 {base.value}，没有执行率可算，却填了 {given.value}",
                at=given,
                related=(base,),
            )


def _above(executed: Stated[Figure], base: Stated[Figure]) -> bool:
    spent, budget = executed.value, base.value
    return bool(spent and budget and not spent.interval().meets(budget.interval()))


def _given(line: FundingLine) -> Stated[Figure] | None:
    """Return the rate above 0, or the score above 0 beside no rate: FD02 judges it beside one."""
    rate = line.execution_rate
    if rate and rate.value:
        return rate if rate.value.value > 0 else None
    return line.score if line.score and line.score.value and line.score.value.value > 0 else None
