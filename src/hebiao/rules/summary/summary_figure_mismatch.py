"""SM01: the summary states another figure than the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.repeated import repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation


@rule(
    "SM01",
    title="摘要数字与表内不一致",
    severity=Severity.ERROR,
    basis="摘要与自评表应反映同一结果",
    bad={"summary.executed": "83.51万元"},
    good={"summary.executed": "85.3万元"},
)
def summary_figure_mismatch(form: SelfEvaluation) -> Iterator[Problem]:
    """
    A figure that the summary repeats must be the table's, rounded at most.

    Where the table's figure is itself wrong and the summary states the right one, only the
    table is reported.
    """
    for pair in repeated(form):
        if not pair.agrees:
            table = f"{pair.table}" if len(pair.cells) == 1 else plain(pair.table.value)
            how = "表内为" if len(pair.cells) == 1 else "表内各项合计为"
            yield Problem(
                f"摘要中{pair.name}写的是 {pair.summary.value}，{how} {table}",
                at=pair.summary,
                expected=plain(pair.table.value),
                formula=f"{how} {table}",
                related=pair.cells,
            )
