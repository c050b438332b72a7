"""A form in, its rows of 预算执行 out: one a line of the funding block, amounts in 万元."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.reports.workbook import figures
from hebiao.reports.workbook.cell import Cell, Look
from hebiao.reports.workbook.sheet import Column, Plan
from hebiao.scoring.computed import rounded
from hebiao.scoring.execution import execution_weight, line_rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import FormResult
    from hebiao.records import Funding, FundingLine
    from hebiao.reports.workbook.head import Head

FUNDING = Plan(
    "预算执行",
    (
        Column("文件", 22),
        Column("单位", 18),
        Column("项目", 20),
        Column("资金", 18),
        Column("行别", 7, Look.CENTRED),
        Column("年初预算（万元）", 13, Look.MONEY),
        Column("全年预算（万元）", 13, Look.MONEY),
        Column("到位数（万元）", 13, Look.MONEY),
        Column("执行数（万元）", 13, Look.MONEY),
        Column("填报执行率", 9, Look.RATE),
        Column("重算执行率", 9, Look.RATE),
        Column("分值", 7, Look.MARKS),
        Column("得分", 7, Look.MARKS),
        Column("原因或备注", 28),
        Column("表号", 6, Look.COUNT),
    ),
    "没有读到预算执行的数字。",
    fixed=1,
)
_TOTAL = "total"
_PLACES = Decimal("0.000001")
_PERCENT = 100


def funding_rows(head: Head, form: FormResult) -> Iterator[tuple[Cell, ...]]:
    """Yield the lines; 合计 marks the one that is scored, so that a sum can leave it out."""
    funding = form.form.funding
    for line in funding.lines:
        total = line.kind == _TOTAL
        weight = execution_weight(funding) if total else line.full_marks
        amounts = (line.initial_budget, line.budget, line.arrived, line.executed)
        yield (
            *(head.file.text, head.unit, head.project, figures.text(line.source)),
            "合计" if total else "其中",
            *map(figures.money, amounts),
            *(figures.rate(line.execution_rate), _recomputed(funding, line)),
            *(figures.marks(weight), figures.marks(line.score)),
            "；".join(filter(None, map(figures.text, (line.reason, line.remark)))),
            head.table,
        )


def _recomputed(funding: Funding, line: FundingLine) -> Decimal | None:
    way = line_rate(funding, line)
    return rounded(way.exact / _PERCENT, _PLACES) if way else None
