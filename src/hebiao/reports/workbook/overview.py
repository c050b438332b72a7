"""A result in, its rows of 项目总览 out: one a form; a file without a form has one, and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.check import Status
from hebiao.reports.counts import by_severity
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.reports.naming import words
from hebiao.reports.workbook.cell import Cell, Counted, Link, Look, Ordinal, Shown
from hebiao.reports.workbook.head import folder_of, head_of
from hebiao.reports.workbook.sheet import Column, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import CheckResult, FormResult

OVERVIEW = Plan(
    "项目总览",
    (
        Column("序号", 6, Look.COUNT),
        Column("文件", 28, Look.LINK),
        Column("单位", 20),
        Column("项目", 22),
        Column("年度", 6.5, Look.YEAR),
        Column("状态", 10, Look.CENTRED),
        Column("错误", 7.5, Look.COUNT, summed=True),
        Column("警告", 7.5, Look.COUNT, summed=True),
        Column("提示", 7.5, Look.COUNT, summed=True),
        Column("填报总分", 9, Look.MARKS),
        Column("重算总分", 9, Look.MARKS),
        Column("差额", 8, Look.SIGNED),
        Column("等级", 7, Look.CENTRED),
        Column("已豁免", 7.5, Look.COUNT, summed=True),
        Column("未识别单元格", 8, Look.COUNT, summed=True),
        Column("表号", 6, Look.COUNT),
        Column("表式", 16),
        Column("文件夹", 16),
        Column("说明", 28),
    ),
    "没有核查任何文件。",
)
_LIGHTS = (Look.RED, Look.YELLOW, Look.BLUE)
_STATES = {
    Status.CHECKED: Shown("已核查", Look.CENTRED),
    Status.NO_FORM: Shown("没有自评表", Look.YELLOW),
    Status.UNREADABLE: Shown("无法读取", Look.RED),
}
_CONVERTED = "不是 .docx 文件，经 LibreOffice 转换后读取；行号列号是转换后表格里的位置"
_MOST_CODES = 5


def overview_rows(result: CheckResult, link: Link) -> Iterator[tuple[Counted, ...]]:
    """Yield the rows of a file."""
    folder = folder_of(result)
    converted = [_CONVERTED] if result.converted_from else []
    state = _STATES[result.status]
    if not result.forms:
        reason = [result.problem.message] if result.problem else []
        blank = (None,) * (len(OVERVIEW.columns) - 8)
        told = "；".join([*reason, *converted])
        yield Ordinal(1), link, None, None, None, state, *blank, folder, told
    for number, form in enumerate(result.forms, start=1):
        told = "；".join([*converted, *_not_checked(form)])
        yield Ordinal(number), *_form(form, link, state), folder, told


def _form(result: FormResult, link: Link, state: Shown) -> Iterator[Cell]:
    form, head = result.form, head_of(result, link)
    yield from (link, head.unit, head.project, form.fiscal_year, state)
    for number, light in zip(by_severity(result.findings), _LIGHTS, strict=True):
        yield Shown(number, light) if number else 0
    yield from _totals(result)
    yield from (words(form.grade), len(result.waived), len(form.unread))
    yield from (form.table, result.source.layout.name)


def _totals(result: FormResult) -> tuple[Decimal | None, ...]:
    """Return the total as stated, as recomputed, and how far they are apart."""
    written = (stated_total(result.form), recomputed_total(result.form))
    stated, recomputed = (Decimal(each) if each else None for each in written)
    if stated is None or recomputed is None:
        return stated, recomputed, None
    return stated, recomputed, stated - recomputed


def _not_checked(result: FormResult) -> Iterator[str]:
    """Yield each reason why rules could not judge the form, with their codes."""
    codes: dict[str, dict[str, None]] = {}
    for each in result.not_checked:
        codes.setdefault(each.reason, {})[each.code] = None
    for reason, named in codes.items():
        yield f"未核对{_named([code for code in named if code])}：{reason}"


def _named(codes: list[str]) -> str:
    if len(codes) > _MOST_CODES:
        return f" {codes[0]} 等 {len(codes)} 条规则"
    return f" {'、'.join(codes)}" if codes else ""
