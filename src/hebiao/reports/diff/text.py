"""
What became of the findings in, the report a person reads out.

    整改前 报送/：6 个文件，6 张自评表，错误 2 处，警告 9 处，提示 4 处
    整改后 整改/：6 个文件，6 张自评表，警告 3 处，提示 4 处
    ────────────────────────────────────────────────────────────────────────────────

    社会治安综合治理工作项目
        单位 某某委员会
        文件 报送/甲.docx 表2 → 整改/乙.docx 表2
        情况 未整改 1 处，已整改 2 处，数字改动 1 处

      未整改 SC01 总分与各项得分之和不符（错误）
             表2 第18行 第5列 总分
             总分填 95.62，应为 91.67
      改动   总分：95.62分 → 91.67分
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.check import Status
from hebiao.diff import Fate
from hebiao.diff.side import active
from hebiao.reports.columns import clip, hang, one_line, pad, printable, width
from hebiao.reports.diff.words import (
    FIGURE,
    NEWLY_SUBMITTED,
    NOT_RESUBMITTED,
    counts,
    fate_of,
    is_note,
    matched_how,
    new_text,
    numbers,
    old_text,
    outcome,
    remark_on,
    remark_on_all,
)
from hebiao.reports.finding import DIM, INDENT
from hebiao.reports.line import EMPTY, Line, Span, lines_of
from hebiao.reports.naming import SEVERITIES
from hebiao.reports.places import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.diff import Difference, FormDifference, Judged, Side, SubmittedForm

NARROWEST, WIDEST = 40, 100
_HEAD = "    "
_TAGS = 9
"""How wide what became of a finding is, 未能核对 being the longest."""

_STYLES = {
    Fate.REMAINING: "bold red",
    Fate.NEW: "bold red",
    Fate.UNCHECKED: "yellow",
    Fate.WAIVED: DIM,
    Fate.FIXED: "green",
}
_MOST_FIGURES = 12
_LONGEST_FIGURE = 40


def diff_report(difference: Difference, columns: int = 80) -> Iterator[tuple[Line, ...]]:
    """Yield the report part by part; no line is wider than `columns`."""
    columns = min(max(columns, NARROWEST), WIDEST)
    yield tuple(_sides(difference, columns))
    for form in difference.forms:
        if form.findings or form.figures:
            yield tuple(_form(form, columns))
    for title, alone in (
        (NOT_RESUBMITTED, difference.not_resubmitted),
        (NEWLY_SUBMITTED, difference.newly_submitted),
    ):
        if alone:
            yield tuple(_alone(title, alone, columns))
    yield tuple(_ending(difference, columns))


def _sides(difference: Difference, columns: int) -> Iterator[Line]:
    for name, side in (("整改前 ", difference.old), ("整改后 ", difference.new)):
        found = active(each for form in side.forms for each in form.findings)
        counted = f"{side.files} 个文件，{len(side.forms)} 张自评表，{counts(found)}"
        yield from lines_of(hang(name, f"{printable(side.source)}：{counted}", columns), "bold")
    yield (Span("─" * columns, DIM),)
    yield EMPTY
    for name, side in (("整改前 ", difference.old), ("整改后 ", difference.new)):
        yield from _troubles(name, side, columns)


def _troubles(name: str, side: Side, columns: int) -> Iterator[Line]:
    for trouble in side.troubles:
        why = "没有自评表" if trouble.status is Status.NO_FORM else "无法读取"
        text = f"{printable(trouble.path)} {why}：{trouble.message}"
        yield from lines_of(hang(name, text, columns), "yellow")
        yield EMPTY


def _form(form: FormDifference, columns: int) -> Iterator[Line]:
    yield from lines_of(hang("", _project(form.new), columns), "bold")
    yield from _about("单位 ", _unit(form.new), columns)
    yield from _about("文件 ", f"{_file(form.old)} → {_file(form.new)}", columns)
    if how := matched_how(form):
        yield from _about("对应 ", how, columns)
    yield from _about("情况 ", outcome(form), columns)
    yield EMPTY
    for judged in form.findings:
        yield from _judged(judged, columns)
    yield from _figures(form, columns)
    yield EMPTY


def _about(head: str, text: str, columns: int) -> Iterator[Line]:
    return lines_of(hang(f"{_HEAD}{head}", text, columns))


def _project(form: SubmittedForm) -> str:
    return one_line(form.project) or "（没有填写项目名称）"


def _unit(form: SubmittedForm) -> str:
    return "，".join(map(one_line, form.units)) or "没有填写"


def _file(form: SubmittedForm) -> str:
    return f"{printable(form.path)} 表{form.table}"


def _judged(judged: Judged, columns: int) -> Iterator[Line]:
    """Yield a finding; of one that is gone, where it was and what was wrong there."""
    found, style = judged.shown, _STYLES[judged.fate]
    tag = pad(f"{INDENT}{fate_of(judged)}", len(INDENT) + _TAGS)
    title = f"{found.code} {found.title}（{SEVERITIES[found.severity]}）"
    first, *rest = hang(tag, title, columns)
    yield Span(tag, style), Span(first[len(tag) :], "bold")
    yield from lines_of(rest, "bold")
    for text in filter(None, _told(judged)):
        yield from lines_of(hang(" " * width(tag), text, columns))


def _told(judged: Judged) -> Iterator[str]:
    old, new = judged.old, judged.new
    if new:
        yield where(new.at)
        yield new.message
    if old and not (new and new.message == old.message):
        yield f"原来{'' if new else f'在{where(old.at)}'}：{old.message}"
    yield remark_on(judged)


def _figures(form: FormDifference, columns: int) -> Iterator[Line]:
    tag = pad(f"{INDENT}{FIGURE}", len(INDENT) + _TAGS)
    for changed in form.figures[:_MOST_FIGURES]:
        old, new = (clip(one_line(text), _LONGEST_FIGURE)
                    for text in (old_text(changed), new_text(changed)))  # fmt: skip
        yield from lines_of(hang(tag, f"{one_line(changed.name)}：{old} → {new}", columns))
        tag = " " * width(tag)
    if (more := len(form.figures) - _MOST_FIGURES) > 0:
        yield from lines_of(hang(tag, f"另有 {more} 处，--format json 列出全部", columns))


def _alone(title: str, forms: tuple[SubmittedForm, ...], columns: int) -> Iterator[Line]:
    """Yield the forms that have no other side."""
    yield (Span(f"{title} {len(forms)} 张", "bold"),)
    for form in forms:
        text = f"{_project(form)}（{_unit(form)}），{_file(form)}：{counts(active(form.findings))}"
        yield from lines_of(hang(f"{INDENT}· ", text, columns))
    yield EMPTY


def _ending(difference: Difference, columns: int) -> Iterator[Line]:
    """Yield the sum and what to do next, only what is needed."""
    yield from lines_of(hang("合计 ", numbers(difference), columns), "bold")
    for text in _steps(difference):
        yield from lines_of(hang(f"{INDENT}· ", text, columns))


def _steps(difference: Difference) -> Iterator[str]:
    doubtful = [form for form in difference.forms if matched_how(form)]
    judged = [each for form in difference.forms for each in form.findings if not is_note(each)]
    if any(each.fate in {Fate.REMAINING, Fate.NEW} for each in judged):
        yield "未整改、改后仍错和新出现的，请退回单位再改，或取得书面说明。"
    if difference.count(Fate.UNCHECKED):
        yield "未能核对的，问题不再报告是因为这次没法核对，不能算已整改，请人工核对。"
    if any(active(form.findings) for form in difference.not_resubmitted):
        yield f"{NOT_RESUBMITTED}的，原有问题未见整改，请催报。"
    if doubtful:
        yield f"有 {len(doubtful)} 张表不是按相同的项目和单位对应上的，请看“对应”一行是否对得上。"
    if not all(form.compared for form in difference.forms):
        yield "核查结果.json 里只有总分，其他数字的改动没有比较；要比较请给出原来的 Word 文件。"
    if difference.new.unreadable or difference.old.unreadable:
        yield "有文件无法读取，里面的表没有参加对比，请按上面的说明处理后再对比一次。"
    if remark := remark_on_all(difference):
        yield remark
    unreadable = difference.new.unreadable or difference.old.unreadable
    if not difference.open() and not unreadable:
        yield "没有未整改和新出现的问题。内容是否属实仍须人工审核。"
