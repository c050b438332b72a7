"""SM01: the summary states another figure than the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.computed import Verdict, plain
from hebiao.scoring.repeated import repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM01",
    title="摘要数字与表内不一致",
    about="摘要里的数字应与表内相同（允许取整）。表内的数错而摘要写对时，只报表内。",
    advice="请核对摘要与表格，改正抄错的一处。",
    severity=Severity.ERROR,
    basis="摘要与自评表应反映同一结果",
    bad={"summary.executed": "83.51万元"},
    good={"summary.executed": "85.3万元"},
)
def summary_figure_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A figure that the summary repeats must be the table's, rounded at most.

    Where the table's figure is itself wrong and the summary states the right one, only the
    table is reported.
    """
    for pair in repeated(form):
        if pair.verdict is Verdict.CONSISTENT:
            continue
        single, rounding = len(pair.cells) == 1, pair.verdict is Verdict.ROUNDING
        table = f"表内{'' if single else '各项合计'}为 {pair.table}"
        remark = "，两者可能是同一个数的不同取整" if rounding else ""
        yield Problem(
            f"摘要中{pair.name}写的是 {pair.summary.value}，{table}{remark}",
            at=pair.summary,
            expected=plain(pair.table.value),
            formula=table,
            related=pair.cells,
            severity=Severity.NOTE if rounding else None,
            confidence=Confidence.LOW if rounding else Confidence.HIGH,
        )
