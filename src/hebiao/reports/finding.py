"""
A finding in, what a person reads of it out.

    SC01 总分与各项得分之和不符                                      矛盾 · 确定
      表2 第18行 第5列 总分
      | 总分 | 95.62分 |
               ^^^^^^^
      总分填 95.62，应为 91.67
      算法 13.59 + 38.08 + 40 = 91.67
      相关 表2 第7行第12列、第10–16行第12列
      依据 表内总分为预算执行得分与各项指标得分之和      hebiao explain SC01
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hebiao.reports.columns import hang, one_line, pad, width, wrap
from hebiao.reports.excerpt import excerpt
from hebiao.reports.places import where, where_all
from hebiao.rules import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import Finding, FormResult

KINDS = {Severity.ERROR: "矛盾", Severity.WARNING: "不合规定", Severity.NOTE: "提示"}
SURENESS = {Confidence.HIGH: "确定", Confidence.MEDIUM: "较确定", Confidence.LOW: "存疑"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = "  "
DIM = "dim"


def finding_lines(form: FormResult, finding: Finding, columns: int) -> Iterator[Text]:
    """Yield the lines of one finding, none wider than `columns`."""
    style, inner = STYLES[finding.severity], columns - len(INDENT)
    yield from _head(finding, columns)
    yield from _indented(wrap(where(finding.at), inner))
    row, underline = excerpt(form, finding, inner)
    if row:
        yield Text(f"{INDENT}{row}")
    if underline:
        yield Text(f"{INDENT}{underline}", style)
    yield from _indented(wrap(finding.message, inner))
    if finding.formula:
        yield from _indented(hang("算法 ", finding.formula, inner))
    if finding.related:
        yield from _indented(hang("相关 ", where_all(finding.related), inner))
    yield from _basis(finding, columns)


def _head(finding: Finding, columns: int) -> Iterator[Text]:
    verdict = f"{KINDS[finding.severity]} · {SURENESS[finding.confidence]}"
    room = columns - width(verdict) - 2
    first, *rest = hang(f"{finding.code} ", finding.title, room)
    style = STYLES[finding.severity]
    yield Text.assemble((pad(first, room + 2), "bold"), (verdict, style))
    yield from (Text(line, "bold") for line in rest)


def _basis(finding: Finding, columns: int) -> Iterator[Text]:
    """Say what the rule rests on and how to read more of it, on one line if there is room."""
    inner, more = columns - len(INDENT), f"hebiao explain {finding.code}"
    *before, last = hang("依据 ", one_line(finding.basis), inner)
    yield from _indented(before, DIM)
    if width(last) + 2 + len(more) <= inner:
        yield Text(f"{INDENT}{pad(last, inner - len(more))}{more}", DIM)
    else:
        yield from _indented([last, f"     {more}"], DIM)


def _indented(lines: list[str], style: str = "") -> Iterator[Text]:
    return (Text(f"{INDENT}{line}", style) for line in lines)
