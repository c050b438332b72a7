"""
A finding in, what a person reads of it out.

    SC01 总分与各项得分之和不符                                      矛盾 · 确定
      表2 第18行 第5列 总分
      | 总分 | 95.62分 |
               ^^^^^^^
      总分填 95.62，应为 91.67
      算法 13.59 + 38.08 + 40 = 91.67
      判断 总分 95.62 写了两次，其余数字自洽；应为 91.67
      同因 SM02 摘要总分与其分项之和不符（第8段）：摘要总分填 95.62，应为 91.67
      相关 表2 第6行第13列、第8–17行第14列
      建议 请重新加总，并核对摘要里的总分是否抄了同一个数。
      依据 表内总分为预算执行得分与各项指标得分之和      hebiao explain SC01
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import hang, pad, width, wrap
from hebiao.reports.excerpt import excerpt
from hebiao.reports.line import Line, Span, lines_of
from hebiao.reports.places import where, where_all
from hebiao.rules import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.across import AcrossFinding
    from hebiao.check import Finding, FormResult

KINDS = {Severity.ERROR: "矛盾", Severity.WARNING: "不合规定", Severity.NOTE: "提示"}
SURENESS = {Confidence.HIGH: "确定", Confidence.MEDIUM: "较确定", Confidence.LOW: "存疑"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = "  "
DIM = "dim"


def by_cause(result: FormResult) -> Iterator[tuple[Finding, tuple[Finding, ...]]]:
    """
    Yield each finding, the gravest first, with those that have the same certain cause.

    The finding at the figure that is wrong leads; the others are told below it, and only there.
    """
    order = list(Severity)
    folded: list[Finding] = []
    findings = sorted(result.findings, key=lambda finding: order.index(finding.severity))
    for finding in findings:
        cause = next((c for c in result.causes if c.certain and c.likely == finding.likely), None)
        same = [each for each in findings if cause and each.likely == cause.likely]
        lead = next((each for each in same if cause and each.at in cause.places), finding)
        if finding not in folded:
            folded += [lead, *same]
            yield lead, tuple(each for each in same if each is not lead)


def finding_lines(
    form: FormResult, finding: Finding, columns: int, same_cause: tuple[Finding, ...] = ()
) -> Iterator[Line]:
    """Yield the lines of one finding, none wider than `columns`."""
    inner = columns - len(INDENT)
    row, underline = excerpt(form, finding, inner)
    yield from head_lines(finding, columns)
    yield from lines_of(wrap(where(finding.at), inner), indent=INDENT)
    yield from lines_of([row] if row else [], indent=INDENT)
    yield from lines_of([underline] if underline else [], STYLES[finding.severity], INDENT)
    yield from lines_of(wrap(finding.message, inner), indent=INDENT)
    yield from lines_of(_working(finding, same_cause, inner), indent=INDENT)
    yield from lines_of(basis_lines(finding, inner), DIM, INDENT)


def head_lines(finding: Finding | AcrossFinding, columns: int) -> Iterator[Line]:
    """Yield the code and the title of a finding, and at the right how grave and how sure it is."""
    verdict = f"{KINDS[finding.severity]} · {SURENESS[finding.confidence]}"
    room = columns - width(verdict)
    first, *rest = hang(f"{finding.code} ", finding.title, room - 2)
    yield (Span(pad(first, room), "bold"), Span(verdict, STYLES[finding.severity]))
    yield from lines_of(rest, "bold")


def _working(finding: Finding, same_cause: tuple[Finding, ...], columns: int) -> Iterator[str]:
    """Yield how the expected figure follows, what is behind it, and what to do about it."""
    if finding.formula:
        yield from hang("算法 ", finding.formula, columns)
    if finding.likely:
        yield from hang("判断 ", finding.likely, columns)
    for other in same_cause:
        told = f"{other.code} {other.title}（{where(other.at)}）：{other.message}"
        yield from hang("同因 ", told, columns)
    elsewhere = [place for place in finding.related if place != finding.at]
    if elsewhere:
        yield from hang("相关 ", where_all(elsewhere), columns)
    yield from hang("建议 ", finding.advice, columns)


def basis_lines(finding: Finding | AcrossFinding, columns: int) -> Iterator[str]:
    """Say what the rule rests on and how to read more of it, on one line if there is room."""
    more = f"hebiao explain {finding.code}"
    *before, last = hang("依据 ", finding.basis, columns)
    yield from before
    if width(last) + 2 + len(more) <= columns:
        yield pad(last, columns - len(more)) + more
    else:
        yield from (last, f"     {more}")
