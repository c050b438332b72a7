"""A form in, its rows of 未识别单元格 out: filled cells of which nobody knows what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line
from hebiao.reports.workbook.cell import Cell, Look
from hebiao.reports.workbook.sheet import Column, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import FormResult
    from hebiao.reports.workbook.head import Head

UNREAD = Plan(
    "未识别单元格",
    (
        Column("文件", 30),
        Column("单位", 26),
        Column("项目", 28),
        Column("表号", 7, Look.COUNT),
        Column("行", 7, Look.COUNT),
        Column("列", 7, Look.COUNT),
        Column("内容（没有核对，请人工查看）", 60),
    ),
    "所有填了字的单元格都认出属于哪一栏。",
    fixed=1,
)


def unread_rows(head: Head, form: FormResult) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells in the order of the form."""
    for each in form.form.unread:
        at = each.at
        place = (at.table, at.row, at.column)
        yield head.file.text, head.unit, head.project, *place, one_line(each.text)
