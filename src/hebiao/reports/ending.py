"""The counts over all files in, the end of the report out: the sum, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.config import IdleReason, idle
from hebiao.reports.about import NOTHING_SPECIAL
from hebiao.reports.across.words import TITLE, also, used_waivers
from hebiao.reports.columns import hang, printable
from hebiao.reports.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.config import Idle, Settings
    from hebiao.reports.about import About
    from hebiao.reports.counts import Counts
    from hebiao.reports.line import Line

_LONGEST_LIST = 5


def ending_lines(total: Counts, columns: int, about: About = NOTHING_SPECIAL) -> Iterator[Line]:
    """Yield the sum over all files and the next steps, only those that are needed."""
    found = f"错误 {total.errors} 处，警告 {total.warnings} 处，提示 {total.notes} 处。"
    sums = hang("合计 ", f"{total.files} 个文件，{total.forms} 张自评表：{found}", columns)
    yield from lines_of(sums, "bold")
    if more := also(about):
        yield from lines_of(hang(f"{TITLE} ", more, columns), "bold")
    for text in remarks(total, about):
        yield from lines_of(hang("  · ", text, columns))


def remarks(total: Counts, about: About) -> Iterator[str]:
    """Yield what to do next, what was not judged, and by which settings, each as a sentence."""
    yield from _steps(total)
    yield from _limits(total, about)
    yield from _waived(total, about)
    yield from waiver_notes(total, about)
    yield from _source(about.settings)


def _steps(total: Counts) -> Iterator[str]:
    if total.errors:
        yield "错误：表内所填的数字相互矛盾，请对照所列单元格和算式改正其中填错的一个。"
    if total.warnings:
        yield "警告：不合填报规定或缺少必填内容，请补齐，或写明原因。"
    if total.notes:
        yield "提示：不一定有错，请复核人员看一眼。"
    if total.forms and not (total.errors or total.warnings or total.notes):
        yield "核查了的表没有发现问题。核对的是数字和填报要求，内容是否属实仍须人工审核。"


def _limits(total: Counts, about: About) -> Iterator[str]:
    if total.unreadable:
        yield f"有 {total.unreadable} 个文件无法读取，没有核查，请按上面的说明处理后再核查一次。"
    if total.without_form:
        yield f"有 {total.without_form} 个文件里没有认出自评表，可用 hebiao show 查看。"
    if total.unchecked:
        yield f"有 {total.unchecked} 处写明“未核对”，没有核对不等于没有问题。"
    if total.unread:
        yield f"有 {total.unread} 个单元格未识别，其中的内容没有核对。"
    if about.skipped:
        yield f"文件夹里有 {about.skipped} 个隐藏文件或 Word 临时文件（~$ 开头），没有核查。"
    if about.others:
        yield (
            f"文件夹里另有 {about.others} 个 PDF 或图片，可能是扫描的自评表，没有核查；"
            "请要求报送 Word 文件。"
        )


def waiver_notes(total: Counts, about: About) -> Iterator[str]:
    """Yield which waivers have expired, and which let nothing pass, as if misspelt or outdated."""
    settings = about.settings
    unused = list(idle(settings.waivers, used_waivers(total, about), settings.codes))
    expired = [each for each in unused if each.why is IdleReason.EXPIRED]
    unmatched = [each for each in unused if each.why is IdleReason.UNMATCHED]
    source = printable(settings.waivers.source)
    if expired:
        yield f"{source} 里有 {len(expired)} 条豁免已过期，不再起作用：{_named(expired)}。"
    if unmatched:
        yield (
            f"{source} 里有 {len(unmatched)} 条豁免没有对上任何问题，可能写错、已不需要，"
            f"或这次没有核查它的文件：{_named(unmatched)}。"
        )


def _waived(total: Counts, about: About) -> Iterator[str]:
    waived = len(total.waived) + len(about.across.waived if about.across else ())
    if waived:
        yield f"豁免 {waived} 处，没有计入上面的数，逐处列在各表和{TITLE}之后。"


def _named(unused: list[Idle]) -> str:
    """Name the first of some waivers by their number in the file, their rule and project."""
    named = (f"第 {each.number} 条 {each.waiver.code} {each.waiver.project}" for each in unused)
    more = " 等" if len(unused) > _LONGEST_LIST else ""
    return "、".join(list(named)[:_LONGEST_LIST]) + more


def _source(settings: Settings) -> Iterator[str]:
    if settings.source:
        yield f"按 {printable(settings.source)} 的设置核查。"
