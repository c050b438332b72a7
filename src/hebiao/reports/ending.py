"""The counts over all files in, the end of the report out: the sum, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import hang
from hebiao.reports.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.reports.counts import Counts
    from hebiao.reports.line import Line


def ending_lines(total: Counts, skipped: int, columns: int) -> Iterator[Line]:
    """Yield the sum over all files and the next steps, only those that are needed."""
    found = f"错误 {total.errors} 处，警告 {total.warnings} 处，提示 {total.notes} 处。"
    sums = hang("合计 ", f"{total.files} 个文件，{total.forms} 张自评表：{found}", columns)
    yield from lines_of(sums, "bold")
    for text in (*_steps(total), *_limits(total, skipped)):
        yield from lines_of(hang("  · ", text, columns))


def _steps(total: Counts) -> Iterator[str]:
    if total.errors:
        yield "错误：表内所填的数字相互矛盾，请对照所列单元格和算式改正其中填错的一个。"
    if total.warnings:
        yield "警告：不合填报规定或缺少必填内容，请补齐，或写明原因。"
    if total.notes:
        yield "提示：不一定有错，请复核人员看一眼。"
    if total.forms and not (total.errors or total.warnings or total.notes):
        yield "没有发现问题。核对的是数字和填报要求，内容是否属实仍须人工审核。"


def _limits(total: Counts, skipped: int) -> Iterator[str]:
    if total.unreadable:
        yield f"有 {total.unreadable} 个文件无法读取，没有核查，请按上面的说明处理后再核查一次。"
    if total.without_form:
        yield f"有 {total.without_form} 个文件里没有认出自评表，可用 hebiao show 查看。"
    if total.unchecked:
        yield f"有 {total.unchecked} 处写明“未核对”，没有核对不等于没有问题。"
    if total.unread:
        yield f"有 {total.unread} 个单元格未识别，其中的内容没有核对。"
    if skipped:
        yield f"文件夹里有 {skipped} 个隐藏文件或 Word 临时文件（~$ 开头），没有核查。"
