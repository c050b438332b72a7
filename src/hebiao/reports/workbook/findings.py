"""
A form in, its rows of 问题清单 and of 已豁免 out: one a finding, the gravest first.

Findings that have one certain cause stand together, the figure that is wrong first.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line
from hebiao.reports.finding import SURENESS, by_cause
from hebiao.reports.naming import SEVERITIES
from hebiao.reports.places import where
from hebiao.reports.workbook.cell import Counted, Look, Ordinal, Shown
from hebiao.reports.workbook.sheet import Column, Plan
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import Finding, FormResult
    from hebiao.reports.workbook.head import Head

CHOICES = ("待整改", "已整改", "属实不改", "误报")
_LOOKS = {Severity.ERROR: Look.RED, Severity.WARNING: Look.YELLOW, Severity.NOTE: Look.BLUE}
SHOWN = {severity: Shown(name, _LOOKS[severity]) for severity, name in SEVERITIES.items()}
_BLANK = "（空白）"

HANDLING = Column(
    "整改情况",
    9.5,
    Look.TO_FILL,
    choices=CHOICES,
    hint="核对原始资料后选择：待整改、已整改、属实不改（数字属实，请在备注写明理由）、误报。",
)

FINDINGS = Plan(
    "问题清单",
    (
        Column("序号", 5.5, Look.COUNT),
        Column("文件", 18, Look.LINK),
        Column("单位", 12),
        Column("项目", 13),
        Column("编号", 6.5, Look.CENTRED),
        Column("问题类型", 12),
        Column("程度", 6, Look.CENTRED),
        Column("可信度", 6.5, Look.CENTRED),
        Column("位置", 13),
        Column("填写", 10),
        Column("应为", 9.5),
        Column("问题", 26),
        Column("算法", 17),
        Column("判断", 19),
        Column("依据", 15),
        Column("建议", 19),
        HANDLING,
        Column("备注", 11, Look.TO_FILL),
    ),
    "没有发现问题。核对的是数字和填报要求，内容是否属实仍须人工审核。",
)

WAIVED = Plan(
    "已豁免",
    (
        Column("序号", 6, Look.COUNT),
        Column("文件", 22, Look.LINK),
        Column("单位", 18),
        Column("项目", 20),
        Column("编号", 7, Look.CENTRED),
        Column("问题类型", 18),
        Column("程度", 7, Look.CENTRED),
        Column("位置", 20),
        Column("填写", 14),
        Column("应为", 12),
        Column("问题", 34),
        Column("豁免理由", 34),
        Column("豁免条目", 9, Look.CENTRED),
    ),
    "没有豁免的问题。",
)


def finding_rows(head: Head, form: FormResult, before: int) -> Iterator[tuple[Counted, ...]]:
    """Yield a row for each finding; `before` of the same file are there already."""
    numbers = count(before + 1)
    for lead, others in by_cause(form):
        led = next(numbers)
        yield _row(led, head, lead, lead.likely or "")
        for other in others:
            same = Ordinal(led, "与第 ", f" 条同因：{other.likely}")
            yield _row(next(numbers), head, other, same)


def waived_rows(head: Head, form: FormResult, before: int) -> Iterator[tuple[Counted, ...]]:
    """Yield a row for each finding an office lets pass; `before` of the file are there already."""
    for number, waived in enumerate(form.waived, start=before + 1):
        found = waived.finding
        yield (
            *(Ordinal(number), head.file, head.unit, head.project, found.code, found.title),
            *(SHOWN[found.severity], where(found.at), _stated(found), found.expected),
            *(found.message, waived.reason, f"第 {waived.number} 条"),
        )


def _row(number: int, head: Head, found: Finding, likely: str | Ordinal) -> tuple[Counted, ...]:
    return (
        *(Ordinal(number), head.file, head.unit, head.project, found.code, found.title),
        *(SHOWN[found.severity], SURENESS[found.confidence], where(found.at)),
        *(_stated(found), found.expected, found.message, found.formula, likely),
        *(found.basis, found.advice, None, None),
    )


def _stated(found: Finding) -> str:
    return one_line(found.stated) or _BLANK
