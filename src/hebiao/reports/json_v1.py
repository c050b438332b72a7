"""
Results in, the JSON of `hebiao check` out: version 1.

The types are the report's own, so that a change inside the program never changes what others
read. A key may be added within version 1; none is renamed, dropped or given another meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from hebiao.check import Status  # noqa: TC001 - pydantic reads it at run time
from hebiao.layouts import CellPlace
from hebiao.reports.excerpt import texts_around
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.rules import Confidence, Severity  # noqa: TC001 - pydantic reads them at run time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.check import CheckResult, Finding, FormResult, Trouble
    from hebiao.layouts import Place
    from hebiao.records import Stated


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CellLocation(_Entry):
    """A cell, counted from 1: table of the body, row, grid column; and the path of its labels."""

    table: int
    row: int
    column: int
    label: str


class TextLocation(_Entry):
    """Words in a paragraph of the body outside tables, counted from 1."""

    paragraph: int
    text: str


class FindingEntry(_Entry):
    """
    One discrepancy.

    `stated` is the text as written, `expected` a plain decimal, a range or words; `excerpt`
    are the texts of the row it stands in. `likely` is kept for the figure a finding suspects.
    """

    code: str
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    stated: str
    expected: str | None
    formula: str | None
    basis: str
    advice: str
    location: CellLocation | TextLocation
    excerpt: tuple[str, ...]
    related: tuple[CellLocation | TextLocation, ...]
    likely: None = None


class NotCheckedEntry(_Entry):
    """A rule that could not judge the form, and why."""

    code: str
    reason: str


class UnreadEntry(_Entry):
    """A filled cell of which nobody knows what it is."""

    table: int
    row: int
    column: int
    text: str


class FormEntry(_Entry):
    """One form; names and totals are null where the form does not state them."""

    index: int
    table: int
    layout: str
    title: str | None
    fiscal_year: int | None
    project: str | None
    department: str | None
    implementing_unit: str | None
    stated_total: str | None
    recomputed_total: str | None
    findings: tuple[FindingEntry, ...]
    not_checked: tuple[NotCheckedEntry, ...]
    unread: tuple[UnreadEntry, ...]


class ProblemEntry(_Entry):
    """Why a file gave no form: a stable code, and a Chinese sentence with the remedy."""

    code: str
    message: str


class FileEntry(_Entry):
    """
    One file; `sha256` is empty where it could not be opened.

    `converted_from` is the old format, such as old_doc, that was read by way of LibreOffice.
    """

    path: str
    sha256: str
    status: Status
    converted_from: str | None
    problem: ProblemEntry | None
    forms: tuple[FormEntry, ...]


class SummaryEntry(_Entry):
    """The numbers over all files; `skipped` are files of folders that were passed over."""

    files: int
    forms: int
    errors: int
    warnings: int
    notes: int
    unreadable: int
    skipped: int


class Report(_Entry):
    """The whole report."""

    version: Literal[1] = 1
    summary: SummaryEntry
    files: tuple[FileEntry, ...]


def report(files: Iterable[FileEntry], skipped: int = 0) -> Report:
    """Return the report over all files."""
    entries = tuple(files)
    return Report(summary=_summary(entries, skipped), files=entries)


def file_entry(result: CheckResult) -> FileEntry:
    """Return the entry of one file: an element of `files`, a line of JSON Lines."""
    return FileEntry(
        path=writable(result.path),
        sha256=result.sha256,
        status=result.status,
        converted_from=result.converted_from,
        problem=_problem(result.problem),
        forms=tuple(_form(form) for form in result.forms),
    )


def writable(path: str) -> str:
    """Return a path as UTF-8 can write it: bytes of another encoding become escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _summary(files: tuple[FileEntry, ...], skipped: int) -> SummaryEntry:
    forms = [form for file in files for form in file.forms]
    kinds = [finding.severity.value for form in forms for finding in form.findings]
    return SummaryEntry(
        files=len(files),
        forms=len(forms),
        errors=kinds.count("error"),
        warnings=kinds.count("warning"),
        notes=kinds.count("note"),
        unreadable=sum(file.status.value == "unreadable" for file in files),
        skipped=skipped,
    )


def _problem(problem: Trouble | None) -> ProblemEntry | None:
    return ProblemEntry(code=problem.code, message=problem.message) if problem else None


def _form(result: FormResult) -> FormEntry:
    form = result.form
    return FormEntry(
        index=result.index,
        table=form.table,
        layout=form.layout,
        title=_words(form.title.text) if form.title else None,
        fiscal_year=form.fiscal_year,
        project=_words(form.project),
        department=_words(form.department),
        implementing_unit=_words(form.implementing_unit),
        stated_total=stated_total(form),
        recomputed_total=recomputed_total(form),
        findings=tuple(_finding(result, finding) for finding in result.findings),
        not_checked=tuple(
            NotCheckedEntry(code=each.code, reason=each.reason) for each in result.not_checked
        ),
        unread=tuple(
            UnreadEntry(table=at.table, row=at.row, column=at.column, text=each.text)
            for each in form.unread
            for at in (each.at,)
        ),
    )


def _words(stated: Stated[str] | None) -> str | None:
    return stated.value if stated else None


def _finding(result: FormResult, finding: Finding) -> FindingEntry:
    return FindingEntry(
        code=finding.code,
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message,
        stated=finding.stated,
        expected=finding.expected,
        formula=finding.formula,
        basis=finding.basis,
        advice=finding.advice,
        location=_location(finding.at),
        excerpt=tuple(texts_around(result, finding.at)),
        related=tuple(_location(place) for place in finding.related),
    )


def _location(place: Place) -> CellLocation | TextLocation:
    if isinstance(place, CellPlace):
        return CellLocation(
            table=place.table, row=place.row, column=place.column, label=place.label
        )
    return TextLocation(paragraph=place.paragraph, text=place.text)
