"""Findings of several forms together in, the rows of 跨表核对 out: one a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.across.words import spot, told
from hebiao.reports.finding import SURENESS
from hebiao.reports.workbook.cell import Cell, Look
from hebiao.reports.workbook.findings import HANDLING, SHOWN
from hebiao.reports.workbook.sheet import Column, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.across import AcrossPlace, AcrossResult

ACROSS = Plan(
    "跨表核对",
    (
        Column("序号", 5.5, Look.COUNT),
        Column("编号", 6.5, Look.CENTRED),
        Column("问题类型", 16),
        Column("程度", 6, Look.CENTRED),
        Column("可信度", 6.5, Look.CENTRED),
        Column("问题", 34),
        Column("涉及的表", 44),
        Column("应为", 12),
        Column("算法", 18),
        Column("依据", 18),
        Column("建议", 24),
        HANDLING,
        Column("备注", 14, Look.TO_FILL),
        Column("豁免理由", 18),
    ),
    "放在一起核对没有发现问题。",
    fixed=3,
)


def across_rows(found: AcrossResult) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each finding, then one for each an office lets pass."""
    every = [(finding, "") for finding in found.findings]
    every += [(waived.finding, waived.reason) for waived in found.waived]
    for number, (finding, reason) in enumerate(every, start=1):
        yield (
            *(number, finding.code, finding.title, SHOWN[finding.severity]),
            *(SURENESS[finding.confidence], finding.message),
            "\n".join(map(_place, finding.places)),
            *(finding.expected, finding.formula, finding.basis, finding.advice),
            *(None, None, reason),
        )


def _place(place: AcrossPlace) -> str:
    more = told(place)
    return f"{spot(place)}（{more}）" if more else spot(place)
