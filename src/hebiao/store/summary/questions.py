"""A store and what is asked about it in, tables of figures out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hebiao.store.engine import Engine
    from hebiao.store.summary.scope import Scope

    Cells: TypeAlias = tuple[str | int, ...]
    Ask: TypeAlias = Callable[[str], list[tuple[Any, ...]]]


class Heading(NamedTuple):
    """A column: its name for machines and for people; words are broken, figures never."""

    name: str
    words: str
    figure: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A table; `below` of its last columns are too long to stand beside the others.

    `note` is what a reader should know of it.
    """

    by: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[Cells, ...]
    below: int = 0
    note: str = ""


class Counts(NamedTuple):
    """How much of everything there is."""

    files: int
    unreadable: int
    without_form: int
    forms: int
    errors: int
    warnings: int
    notes: int
    waived: int


_ERRORS = Heading("errors", "错误")
_WARNINGS = Heading("warnings", "警告")
_NOTES = Heading("notes", "提示")
_FORMS = Heading("forms", "自评表")
_FAULTLESS = (Heading("without_error", "无错误的表"), Heading("share", "占比"))
_NO_UNIT, _NO_PROJECT = "（没有写单位）", "（没有写项目）"

_KINDS = """
    count(DISTINCT CASE WHEN severity = 'error' THEN finding_id END) AS errors,
    count(DISTINCT CASE WHEN severity = 'warning' THEN finding_id END) AS warnings,
    count(DISTINCT CASE WHEN severity = 'note' THEN finding_id END) AS notes
"""
_WITHOUT_ERROR = """
    count(DISTINCT form_id) - count(DISTINCT CASE WHEN severity = 'error' THEN form_id END)
"""
_GRAVEST_FIRST = "ORDER BY errors DESC, warnings DESC, notes DESC"


def counts(engine: Engine, scope: Scope) -> Counts:
    """Return how much there is; a finding over several forms counts once."""
    [files] = scope.ask(
        engine,
        """
        SELECT
            count(*), count(CASE WHEN status = 'unreadable' THEN 1 END),
            count(CASE WHEN status = 'no_form' THEN 1 END)
        FROM scope_files
        """,
    )
    [(forms,)] = scope.ask(engine, "SELECT count(*) FROM scope_forms")
    [findings] = scope.ask(
        engine,
        """
        SELECT
            count(CASE WHEN severity = 'error' AND NOT waived THEN 1 END),
            count(CASE WHEN severity = 'warning' AND NOT waived THEN 1 END),
            count(CASE WHEN severity = 'note' AND NOT waived THEN 1 END),
            count(CASE WHEN waived THEN 1 END)
        FROM scope_findings
        """,
    )
    return Counts(*(*files, forms, *findings))


def answer(by: str, engine: Engine, scope: Scope) -> Answer:
    """Return the answer to one of the QUESTIONS."""
    return QUESTIONS[by](lambda select: scope.ask(engine, select))


def _by_unit(ask: Ask) -> Answer:
    rows = ask(
        f"""
        SELECT unit, count(DISTINCT form_id) AS forms, {_KINDS}, {_WITHOUT_ERROR}
        FROM told WHERE form_id IS NOT NULL
        GROUP BY unit {_GRAVEST_FIRST}, forms DESC, unit
        """  # noqa: S608 - our own words
    )
    shown = ((unit or _NO_UNIT, n, *kinds, ok, share(ok, n)) for unit, n, *kinds, ok in rows)
    unit = Heading("unit", "单位", figure=False)
    headings = (unit, _FORMS, _ERRORS, _WARNINGS, _NOTES, *_FAULTLESS)
    return Answer("unit", "按单位", headings, tuple(shown))


def _by_rule(ask: Ask) -> Answer:
    rows = ask(
        """
        SELECT
            scope_findings.code, max(scope_findings.title),
            count(DISTINCT scope_findings.finding_id) AS findings,
            count(DISTINCT forms.form_id), count(DISTINCT forms.unit)
        FROM scope_findings
        LEFT JOIN finding_forms ON finding_forms.finding_id = scope_findings.finding_id
        LEFT JOIN forms ON forms.form_id = finding_forms.form_id
        WHERE NOT scope_findings.waived
        GROUP BY scope_findings.code ORDER BY findings DESC, scope_findings.code
        """
    )
    headings = (
        Heading("code", "代码", figure=False),
        Heading("title", "规则", figure=False),
        Heading("findings", "问题"),
        _FORMS,
        Heading("units", "单位"),
    )
    return Answer("rule", "按规则", headings, tuple(rows))


def _by_month(ask: Ask) -> Answer:
    rows = ask(
        f"""
        SELECT
            substr(started, 1, 7) AS month, count(DISTINCT file_id), count(DISTINCT form_id),
            {_KINDS}, {_WITHOUT_ERROR}
        FROM told GROUP BY substr(started, 1, 7) ORDER BY month
        """  # noqa: S608 - our own words
    )
    [(dated,)] = ask("SELECT count(form_date) FROM scope_forms")
    shown = ((*told, ok, share(ok, told[2])) for *told, ok in rows)
    headings = (
        Heading("month", "月份", figure=False),
        Heading("files", "文件"),
        *(_FORMS, _ERRORS, _WARNINGS, _NOTES, *_FAULTLESS),
    )
    note = f"按核查的日期；另有 {dated} 张表写了填报日期，在 forms 表的 form_date"
    return Answer("month", "按月份", headings, tuple(shown), note=note)


_BANDS = {
    "over": "100 以上",
    "90": "90–100",
    "80": "80–90",
    "60": "60–80",
    "0": "60 以下",
    "none": "没有总分",
}


def _band(column: str) -> str:
    return f"""
        SELECT
            CASE
                WHEN {column} IS NULL THEN 'none' WHEN {column} > 100 THEN 'over'
                WHEN {column} >= 90 THEN '90' WHEN {column} >= 80 THEN '80'
                WHEN {column} >= 60 THEN '60' ELSE '0'
            END AS band, count(*)
        FROM scope_forms GROUP BY 1
    """  # noqa: S608 - our own words


def _by_total(ask: Ask) -> Answer:
    stated: dict[str, int] = dict(ask(_band("stated_total")))
    recomputed: dict[str, int] = dict(ask(_band("recomputed_total")))
    rows = ((words, stated.get(b, 0), recomputed.get(b, 0)) for b, words in _BANDS.items())
    headings = (
        Heading("band", "总分", figure=False),
        Heading("stated", "填报总分"),
        Heading("recomputed", "重算总分"),
    )
    note = "各档含下限、不含上限，90–100 含 100；得分没有填全的表没有重算总分"
    return Answer("total", "总分分布（张）", headings, tuple(rows), note=note)


def _by_worst(ask: Ask) -> Answer:
    rows = ask(
        f"""
        SELECT project, unit, {_KINDS}, path, form_index
        FROM told WHERE finding_id IS NOT NULL
        GROUP BY form_id, project, unit, path, form_index
        {_GRAVEST_FIRST}, path, form_index
        """  # noqa: S608 - our own words
    )
    shown = (
        (project or _NO_PROJECT, unit or _NO_UNIT, *rest, f"第 {index} 张表")
        for project, unit, *rest, index in rows
    )
    headings = (
        Heading("project", "项目", figure=False),
        Heading("unit", "单位", figure=False),
        *(_ERRORS, _WARNINGS, _NOTES),
        Heading("path", "文件", figure=False),
        Heading("form", "表", figure=False),
    )
    return Answer("worst", "问题最多的项目", headings, tuple(shown), below=2)


def share(part: int, whole: int) -> str:
    """Return a share to a tenth of a per cent, cut off: 100.0% are really all."""
    if not whole:
        return ""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}%"


QUESTIONS: dict[str, Callable[[Ask], Answer]] = {
    "unit": _by_unit,
    "rule": _by_rule,
    "month": _by_month,
    "total": _by_total,
    "worst": _by_worst,
}
"""What `--by` may say, in the order of the page."""


def records(answer: Answer, rows: Iterable[Cells]) -> list[dict[str, str | int]]:
    """Return rows as records, under the names for machines."""
    names = [heading.name for heading in answer.headings]
    return [dict(zip(names, row, strict=True)) for row in rows]
