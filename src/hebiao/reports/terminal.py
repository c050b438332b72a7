"""
Results in, the report a person reads out: one Text a file, and one that sums up.

    xianning.docx                                6 张自评表  错误 2  警告 9  提示 4
    ───────────────────────────────────────────────────────────────────────────────
    表2 某某项目                                             错误 1  警告 0  提示 0
        单位  某某委员会
        总分  填 95.62，按各项得分重算为 91.67

    SC01 总分与各项得分之和不符                                       矛盾 · 确定
      …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hebiao.check import Status
from hebiao.reports.columns import clip, hang, one_line, pad, printable, width, wrap
from hebiao.reports.counts import Counts, by_severity, count
from hebiao.reports.ending import ending_lines
from hebiao.reports.finding import DIM, INDENT, STYLES, finding_lines
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult, FormResult
    from hebiao.records import SelfEvaluation, Stated

NARROWEST, WIDEST = 40, 100
_ORDER = list(Severity)
_LONGEST_LIST = 5
_NAMES = ("错误", "警告", "提示")
_HEAD = "     "


def text_report(
    results: Iterable[CheckResult], *, columns: int = 80, quiet: bool = False, skipped: int = 0
) -> Iterator[Text]:
    """
    Yield the report, file by file, as the results come.

    No line is wider than `columns`. A quiet report has one line a file and no end.
    """
    columns = min(max(columns, NARROWEST), WIDEST)
    total = Counts()
    for result in results:
        total += count(result)
        yield _joined(_quiet(result, columns) if quiet else _file(result, columns))
    if not quiet:
        yield _joined(ending_lines(total, skipped, columns))


def _joined(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)


def _quiet(result: CheckResult, columns: int) -> Iterator[Text]:
    name = printable(result.path)
    if result.problem:
        yield from map(Text, hang(f"{name}：", result.problem.message, columns))
    else:
        yield from _with_counts(name, result, columns)


def _file(result: CheckResult, columns: int) -> Iterator[Text]:
    yield from _with_counts(printable(result.path), result, columns)
    yield Text("─" * columns, DIM)
    if result.problem:
        style = STYLES[Severity.ERROR] if result.status is Status.UNREADABLE else ""
        yield from (Text(f"{INDENT}{line}", style) for line in wrap(result.problem.message, columns - 2))
    for form in result.forms:
        yield from _form(form, columns)
    yield Text()


def _with_counts(name: str, result: CheckResult, columns: int) -> Iterator[Text]:
    """Yield the name of a file and what is in it, on one line if there is room."""
    if result.problem:
        what = Text("无法读取" if result.status is Status.UNREADABLE else "没有自评表")
    else:
        what = Text(f"{len(result.forms)} 张自评表  ") + _counted(by_severity(result.findings))
    yield from _both_sides(name, what, columns)


def _both_sides(left: str, right: Text, columns: int) -> Iterator[Text]:
    room = columns - width(right.plain)
    *before, last = wrap(left, columns)
    yield from (Text(line, "bold") for line in before)
    if width(last) + 2 > room:
        yield Text(last, "bold")
        last = ""
    yield Text(pad(last, room), "bold") + right


def _counted(numbers: Iterable[int]) -> Text:
    """Write 错误 2  警告 9  提示 4, each in its colour unless there is none."""
    styles = (STYLES[severity] for severity in _ORDER)
    return Text("  ").join(
        Text(f"{name} {number}", style if number else DIM)
        for name, number, style in zip(_NAMES, numbers, styles, strict=True)
    )


def _form(result: FormResult, columns: int) -> Iterator[Text]:
    form = result.form
    head = f"表{form.table} {_words(form.project) or '（没有填写项目名称）'}"
    yield from _both_sides(head, _counted(by_severity(result.findings)), columns)
    for line in (
        *hang(f"{_HEAD}单位 ", _unit(form), columns),
        *hang(f"{_HEAD}总分 ", _total(form), columns),
    ):
        yield Text(line)
    if not result.findings:
        yield Text()
        yield Text(f"{INDENT}没有发现问题。")
    for finding in sorted(result.findings, key=lambda found: _ORDER.index(found.severity)):
        yield Text()
        yield from finding_lines(result, finding, columns)
    yield from _left_out(result, columns)
    yield Text()


def _words(stated: Stated[str] | None) -> str:
    return one_line(stated.value or "") if stated else ""


def _unit(form: SelfEvaluation) -> str:
    """Name the department, and the unit that carries the project out where it is another."""
    units = (_words(form.department), _words(form.implementing_unit))
    return "，".join(dict.fromkeys(unit for unit in units if unit)) or "没有填写"


def _total(form: SelfEvaluation) -> str:
    stated, recomputed = stated_total(form), recomputed_total(form)
    left = f"填 {stated}" if stated else "没有填写或读不出"
    right = f"按各项得分重算为 {recomputed}" if recomputed else "各项得分不全，无法重算"
    return f"{left}，{right}"


def _left_out(result: FormResult, columns: int) -> Iterator[Text]:
    """Say which rules could not judge the form, and which cells nobody understood."""
    reasons = dict.fromkeys((each.code, each.reason) for each in result.not_checked)
    unread = result.form.unread
    if reasons or unread:
        yield Text()
    for code, reason in reasons:
        yield from (Text(line) for line in hang(f"{INDENT}未核对 {code} ", reason, columns))
    if unread:
        shown = [
            f"第{each.at.row}行第{each.at.column}列“{clip(one_line(each.text), 16)}”"
            for each in unread[:_LONGEST_LIST]
        ]
        more = " 等" if len(unread) > _LONGEST_LIST else ""
        text = f"{len(unread)} 个单元格不知是什么栏目：{'、'.join(shown)}{more}"
        yield from (Text(line) for line in hang(f"{INDENT}未识别 ", text, columns))
