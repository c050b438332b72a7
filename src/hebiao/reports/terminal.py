"""
Results in, the report a person reads out: the lines of one file after the other, and a sum.

    xianning.docx                                6 张自评表  错误 2  警告 9  提示 4
    ───────────────────────────────────────────────────────────────────────────────

    表2 某某项目                                             错误 1  警告 0  提示 0
        单位 某某委员会
        总分 填 95.62，按各项得分重算为 91.67

    SC01 总分与各项得分之和不符                                       矛盾 · 确定
      …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.check import Status
from hebiao.reports.about import NOTHING_SPECIAL
from hebiao.reports.across.lines import across_lines
from hebiao.reports.columns import clip, hang, one_line, pad, printable, width, wrap
from hebiao.reports.counts import Counts, by_severity, count
from hebiao.reports.ending import ending_lines
from hebiao.reports.finding import DIM, INDENT, STYLES, by_cause, finding_lines
from hebiao.reports.lights import Light, light
from hebiao.reports.line import EMPTY, Line, Span, lines_of
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.reports.naming import both_units, words
from hebiao.reports.places import where
from hebiao.reports.sides import both_sides, counted
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult, FormResult
    from hebiao.records import SelfEvaluation
    from hebiao.reports.about import About

NARROWEST, WIDEST = 40, 100
_ORDER = list(Severity)
_LAMPS = {
    Light.RED: "white on red",
    Light.YELLOW: "black on yellow",
    Light.BLUE: "white on blue",
    Light.GREEN: "black on green",
}
_HEAD = "    "
_CONVERTED = "不是 .docx 文件，经 LibreOffice 转换后读取；行号列号是转换后表格里的位置。"
_LONGEST_LIST = 5
_LONGEST_TEXT = 16


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide a report is; a quiet one has one line a file and no end."""

    columns: int = 80
    quiet: bool = False


PAGE = Screen()
"""What is written into a file, or a pipe: nobody sees yet how wide it may be."""


def text_report(
    results: Iterable[CheckResult],
    screen: Screen = PAGE,
    about: About = NOTHING_SPECIAL,
) -> Iterator[tuple[Line, ...]]:
    """
    Yield the lines of each file as its result comes, and the sum at the end.

    No line is wider than the screen.
    """
    total = Counts()
    for result in results:
        total += count(result)
        yield block(result, screen)
    if not screen.quiet:
        if across := tuple(across_lines(about.across, bearable(screen.columns))):
            yield across
        yield tuple(ending_lines(total, bearable(screen.columns), about))


def block(result: CheckResult, screen: Screen) -> tuple[Line, ...]:
    """Return the lines of one file."""
    columns = bearable(screen.columns)
    return tuple(_quiet(result, columns) if screen.quiet else file_lines(result, columns))


def bearable(columns: int) -> int:
    """Return how wide the lines are on a screen of this width."""
    return min(max(columns, NARROWEST), WIDEST)


def _quiet(result: CheckResult, columns: int) -> Iterator[Line]:
    name = printable(result.path)
    if result.problem:
        yield from lines_of(hang(f"{name}：", result.problem.message, columns))
    else:
        yield from both_sides(name, _contents(result), columns)


def file_lines(result: CheckResult, columns: int) -> Iterator[Line]:
    """Yield the lines of one file: its forms, their findings, what was not judged."""
    yield from both_sides(printable(result.path), _contents(result), columns)
    yield (Span("─" * columns, DIM),)
    if result.problem:
        yield from lines_of(wrap(result.problem.message, columns - len(INDENT)), indent=INDENT)
    if result.converted_from:
        yield from lines_of(wrap(_CONVERTED, columns - len(INDENT)), DIM, INDENT)
    if len(result.forms) > 1:
        for form in result.forms:
            yield from _overview(form, columns)
    for form in result.forms:
        yield EMPTY
        yield from _form(form, columns)
    yield EMPTY


def _overview(result: FormResult, columns: int) -> Iterator[Line]:
    """Yield one line a form: its light, its project, how many findings of each kind."""
    colour = light(result)
    right = tuple(counted(by_severity(result.findings)))
    lamp = f" {colour} "
    room = columns - width(lamp) - width("".join(span.text for span in right)) - 1
    name = clip(_title(result.form), room)
    yield (Span(lamp, _LAMPS[colour]), Span(f" {pad(name, room)}"), *right)


def _title(form: SelfEvaluation) -> str:
    return f"表{form.table} {words(form.project) or '（没有填写项目名称）'}"


def _contents(result: CheckResult) -> Line:
    """Say what is in a file: how many forms and findings, or that there is nothing to judge."""
    if result.status is Status.UNREADABLE:
        return (Span("无法读取", STYLES[Severity.ERROR]),)
    if result.status is Status.NO_FORM:
        return (Span("没有自评表", STYLES[Severity.WARNING]),)
    return (Span(f"{len(result.forms)} 张自评表"), *counted(by_severity(result.findings)))


def _form(result: FormResult, columns: int) -> Iterator[Line]:
    form = result.form
    yield from both_sides(_title(form), tuple(counted(by_severity(result.findings))), columns)
    yield from lines_of(hang(f"{_HEAD}单位 ", both_units(form) or "没有填写", columns))
    yield from lines_of(hang(f"{_HEAD}总分 ", _total(form), columns))
    if not result.findings:
        yield EMPTY
        yield (Span(f"{INDENT}{'除豁免的以外，' if result.waived else ''}没有发现问题。"),)
    for finding, same_cause in by_cause(result):
        yield EMPTY
        yield from finding_lines(result, finding, columns, same_cause)
    left_out = [*_waived(result, columns), *_not_checked(result, columns), *_unread(form, columns)]
    if left_out:
        yield EMPTY
        yield from lines_of(left_out)


def _total(form: SelfEvaluation) -> str:
    stated, recomputed = stated_total(form), recomputed_total(form)
    left = f"填 {stated}" if stated else "没有填写或读不出"
    right = f"按各项得分重算为 {recomputed}" if recomputed else "各项得分不全，无法重算"
    return f"{left}，{right}"


def _waived(result: FormResult, columns: int) -> Iterator[str]:
    """Yield what an office lets pass, and why."""
    for waived in result.waived:
        found = waived.finding
        text = f"{where(found.at)}，{found.message}；理由 {waived.reason}"
        yield from hang(f"{INDENT}豁免 {found.code} ", text, columns)


def _not_checked(result: FormResult, columns: int) -> Iterator[str]:
    """Yield each reason why rules could not judge the form, behind the rules it kept from it."""
    reasons: dict[str, list[str]] = {}
    for each in result.not_checked:
        codes = reasons.setdefault(each.reason, [])
        codes.extend([each.code] if each.code not in codes else [])
    for reason, codes in reasons.items():
        yield from hang(f"{INDENT}未核对 {_codes(codes)} ", reason, columns)


def _codes(codes: list[str]) -> str:
    """Name a few rules one by one, and of many the first."""
    return "、".join(codes) if len(codes) <= _LONGEST_LIST else f"{codes[0]} 等 {len(codes)} 条规则"


def _unread(form: SelfEvaluation, columns: int) -> Iterator[str]:
    """Yield the first of the cells nobody understood, and how many there are."""
    shown = "、".join(
        f"第{cell.at.row}行第{cell.at.column}列“{clip(one_line(cell.text), _LONGEST_TEXT)}”"
        for cell in form.unread[:_LONGEST_LIST]
    )
    more = " 等" if len(form.unread) > _LONGEST_LIST else ""
    if shown:
        text = f"{len(form.unread)} 个单元格不知属于哪一栏：{shown}{more}"
        yield from hang(f"{INDENT}未识别 ", text, columns)
