"""
What became of the findings in, the JSON of `hebiao diff` out: version 1.

The types are the report's own; a key may be added within version 1, none is renamed or dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hebiao.check import Status  # noqa: TC001 - pydantic reads it at run time
from hebiao.diff import Fate, How
from hebiao.layouts import CellPlace
from hebiao.reports.form_v1 import CellLocation, Entry, TextLocation, writable
from hebiao.rules import Severity  # noqa: TC001 - pydantic reads it at run time

if TYPE_CHECKING:
    from hebiao.diff import (
        Difference,
        FileTrouble,
        FormDifference,
        Found,
        Judged,
        Side,
        SubmittedForm,
    )


class TroubleEntry(Entry):
    """A file without a form, or one that could not be read, and why."""

    path: str
    status: Status
    message: str


class SideEntry(Entry):
    """One side as the call names it: how much was read, and what was not."""

    source: str
    files: int
    forms: int
    troubles: tuple[TroubleEntry, ...]


class SummaryEntry(Entry):
    """
    The numbers over all matched forms; `open_errors` also counts those of forms on one side only.

    It is what the exit code depends on.
    """

    matched: int
    not_resubmitted: int
    newly_submitted: int
    fixed: int
    remaining: int
    new: int
    unchecked: int
    waived: int
    changed_figures: int
    open_errors: int


class OccurrenceEntry(Entry):
    """A finding as it is on one side."""

    message: str
    stated: str
    expected: str | None
    location: CellLocation | TextLocation


class JudgedEntry(Entry):
    """
    A finding and what became of it.

    `reason` says why nobody knows (unchecked); `cell_gone` that its cell went with it.
    """

    fate: Fate
    code: str
    title: str
    severity: Severity
    old: OccurrenceEntry | None
    new: OccurrenceEntry | None
    reason: str | None
    cell_gone: bool


class FigureEntry(Entry):
    """A figure that is another than before; null where the form has no such cell."""

    name: str
    old: str | None
    new: str | None


class FormSideEntry(Entry):
    """A form of one side; `findings` are those that are not waived."""

    path: str
    index: int
    table: int
    project: str | None
    units: tuple[str, ...]
    fiscal_year: int | None
    findings: int


class FormDifferenceEntry(Entry):
    """
    A form before and after, and how they were matched.

    `percent` says how much alike the names are; `all_figures` is false where a side came from a
    report in JSON, of which only the total can be compared.
    """

    how: How
    percent: int
    old: FormSideEntry
    new: FormSideEntry
    findings: tuple[JudgedEntry, ...]
    figures: tuple[FigureEntry, ...]
    all_figures: bool


class DiffReport(Entry):
    """The whole report."""

    version: Literal[1] = 1
    old: SideEntry
    new: SideEntry
    summary: SummaryEntry
    forms: tuple[FormDifferenceEntry, ...]
    not_resubmitted: tuple[FormSideEntry, ...]
    newly_submitted: tuple[FormSideEntry, ...]


def diff_v1(difference: Difference) -> DiffReport:
    """Return the report of a comparison."""
    return DiffReport(
        old=_side(difference.old),
        new=_side(difference.new),
        summary=_summary(difference),
        forms=tuple(map(_form, difference.forms)),
        not_resubmitted=tuple(map(_form_side, difference.not_resubmitted)),
        newly_submitted=tuple(map(_form_side, difference.newly_submitted)),
    )


def _summary(difference: Difference) -> SummaryEntry:
    return SummaryEntry(
        matched=len(difference.forms),
        not_resubmitted=len(difference.not_resubmitted),
        newly_submitted=len(difference.newly_submitted),
        fixed=difference.count(Fate.FIXED),
        remaining=difference.count(Fate.REMAINING),
        new=difference.count(Fate.NEW),
        unchecked=difference.count(Fate.UNCHECKED),
        waived=difference.count(Fate.WAIVED),
        changed_figures=sum(len(form.figures) for form in difference.forms),
        open_errors=difference.open_errors,
    )


def _side(side: Side) -> SideEntry:
    return SideEntry(
        source=writable(side.source),
        files=side.files,
        forms=len(side.forms),
        troubles=tuple(map(_trouble, side.troubles)),
    )


def _trouble(trouble: FileTrouble) -> TroubleEntry:
    return TroubleEntry(path=writable(trouble.path), status=trouble.status, message=trouble.message)


def _form(form: FormDifference) -> FormDifferenceEntry:
    return FormDifferenceEntry(
        how=form.how,
        percent=form.percent,
        old=_form_side(form.old),
        new=_form_side(form.new),
        findings=tuple(map(_judged, form.findings)),
        figures=tuple(
            FigureEntry(name=each.name, old=each.old, new=each.new) for each in form.figures
        ),
        all_figures=form.compared,
    )


def _form_side(form: SubmittedForm) -> FormSideEntry:
    return FormSideEntry(
        path=writable(form.path),
        index=form.index,
        table=form.table,
        project=form.project or None,
        units=form.units,
        fiscal_year=form.year,
        findings=sum(not found.waived for found in form.findings),
    )


def _judged(judged: Judged) -> JudgedEntry:
    found = judged.shown
    return JudgedEntry(
        fate=judged.fate,
        code=found.code,
        title=found.title,
        severity=found.severity,
        old=_occurrence(judged.old),
        new=_occurrence(judged.new),
        reason=judged.reason or None,
        cell_gone=judged.cell_gone,
    )


def _occurrence(found: Found | None) -> OccurrenceEntry | None:
    if found is None:
        return None
    at = found.at
    return OccurrenceEntry(
        message=found.message,
        stated=found.stated,
        expected=found.expected,
        location=CellLocation(table=at.table, row=at.row, column=at.column, label=at.label)
        if isinstance(at, CellPlace)
        else TextLocation(paragraph=at.paragraph, text=at.text),
    )
