"""
Findings of several forms together in, their lines in the text report out.

    跨表核对                                              错误 0  警告 1  提示 0
    ───────────────────────────────────────────────────────────────────────────

    BT01 同一项目报送了两次                                     不合规定 · 确定
      甲局/a.docx 表1 第3行 第2列 项目名称
          社区图书室设备更新项目，滨江市文化和旅游局
      …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.across.words import NONE_FOUND, NOT_DONE, TITLE, numbers, spot, told
from hebiao.reports.columns import hang, wrap
from hebiao.reports.finding import DIM, INDENT, basis_lines, head_lines
from hebiao.reports.line import EMPTY, Line, Span, lines_of
from hebiao.reports.sides import both_sides, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.across import AcrossFinding, AcrossResult

_MOST_PLACES = 8


def across_lines(found: AcrossResult | None, columns: int) -> Iterator[Line]:
    """Yield the lines; where nothing was found across forms, there are none."""
    if found is None:
        yield from lines_of(hang(f"{TITLE} ", NOT_DONE, columns))
        yield EMPTY
        return
    if not found.findings and not found.waived:
        return
    yield from both_sides(TITLE, tuple(counted(numbers(found.findings))), columns)
    yield (Span("─" * columns, DIM),)
    if not found.findings:
        yield from lines_of([NONE_FOUND], indent=INDENT)
    for finding in found.findings:
        yield EMPTY
        yield from _finding(finding, columns)
    for waived in found.waived:
        text = f"{spot(waived.finding.places[0])}，{waived.finding.message}；理由 {waived.reason}"
        yield from lines_of(hang(f"{INDENT}豁免 {waived.finding.code} ", text, columns))
    yield EMPTY


def _finding(finding: AcrossFinding, columns: int) -> Iterator[Line]:
    inner = columns - len(INDENT)
    yield from head_lines(finding, columns)
    yield from lines_of(wrap(finding.message, inner), indent=INDENT)
    for place in finding.places[:_MOST_PLACES]:
        yield from lines_of(hang("在 ", spot(place), inner), indent=INDENT)
        yield from lines_of(hang("   ", told(place), inner) if told(place) else [], DIM, INDENT)
    if len(finding.places) > _MOST_PLACES:
        yield from lines_of([f"等 {len(finding.places)} 处"], indent=INDENT)
    yield from lines_of(_working(finding, inner), indent=INDENT)
    yield from lines_of(basis_lines(finding, inner), DIM, INDENT)


def _working(finding: AcrossFinding, columns: int) -> Iterator[str]:
    if finding.expected:
        yield from hang("应为 ", finding.expected, columns)
    if finding.formula:
        yield from hang("算法 ", finding.formula, columns)
    yield from hang("建议 ", finding.advice, columns)
