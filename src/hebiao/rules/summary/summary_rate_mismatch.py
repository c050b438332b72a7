"""SM03: the execution rate in the summary is not that of the amounts beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.mismatch import mismatch
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.execution import execution_rate, line_rate
from hebiao.scoring.repeated import disputed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM03",
    title="摘要执行率与其金额不符",
    about="摘要写明的执行率应等于执行数÷预算数。",
    advice="请核对摘要里的预算数、执行数和执行率。",
    severity=Severity.ERROR,
    basis="摘要所列执行率为其所列执行数除以预算数",
    bad={"summary.execution_rate": "83.51％", "funding.1.execution_rate": "—"},
    good={"summary.execution_rate": "85.3％"},
)
def summary_rate_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The rate a summary states is its own executed amount over its own budget.

    The table's amounts count as well, of which the summary's may be rounded. Not judged where
    one of the three differs from the table's: that is another finding.
    """
    summary = form.summary
    if summary is None:
        return
    operands = (summary.budget, summary.executed)
    if disputed(form, *operands, summary.execution_rate):
        return
    line = form.funding.total
    in_table = line_rate(form.funding, line) if line else None
    ways = tuple(way for way in (execution_rate(*operands), in_table) if way)
    if problem := mismatch(summary.execution_rate, ways, what="摘要执行率", related=operands):
        yield problem
