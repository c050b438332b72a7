"""
One form in, its entry in the JSON of `hebiao check` out: part of version 1.

What is said of stability in `json_v1` holds for these types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from hebiao.layouts import CellPlace
from hebiao.reports.excerpt import texts_around
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.rules import Confidence, Severity  # noqa: TC001 - pydantic reads them at run time

if TYPE_CHECKING:
    from hebiao.check import Finding, FormResult, Waived
    from hebiao.diagnosis import Cause
    from hebiao.layouts import Place
    from hebiao.records import Stated


class Entry(BaseModel):
    """A part of the report."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CellLocation(Entry):
    """A cell, counted from 1: table of the body, row, grid column; and the path of its labels."""

    table: int
    row: int
    column: int
    label: str


class TextLocation(Entry):
    """Words in a paragraph of the body outside tables, counted from 1."""

    paragraph: int
    text: str


class FindingEntry(Entry):
    """
    One discrepancy.

    `stated` is the text as written, `expected` a plain decimal, a range or words; `excerpt`
    are the texts of the row it stands in. `likely` says which figure is probably wrong.
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
    likely: str | None


class SuspectEntry(Entry):
    """A figure that may be what is wrong: its places, and what it should be where that follows."""

    name: str
    expected: str | None
    locations: tuple[CellLocation | TextLocation, ...]


class CauseEntry(Entry):
    """
    What is probably behind some of the errors: one of the suspects, the likeliest first.

    `certain`: no other change as small makes the figures agree. `findings` are counted from 0.
    """

    likely: str
    certain: bool
    suspects: tuple[SuspectEntry, ...]
    findings: tuple[int, ...]


class WaivedEntry(FindingEntry):
    """A finding an office lets pass, why, and which entry of its file says so, counted from 1."""

    reason: str
    waiver: int


class NotCheckedEntry(Entry):
    """A rule that could not judge the form, and why."""

    code: str
    reason: str


class UnreadEntry(Entry):
    """A filled cell of which nobody knows what it is."""

    table: int
    row: int
    column: int
    text: str


class FormEntry(Entry):
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
    causes: tuple[CauseEntry, ...]
    waived: tuple[WaivedEntry, ...]
    not_checked: tuple[NotCheckedEntry, ...]
    unread: tuple[UnreadEntry, ...]


def form_entry(result: FormResult) -> FormEntry:
    """Return the entry of one form."""
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
        causes=tuple(_cause(result, cause) for cause in result.causes),
        waived=tuple(_waived(result, waived) for waived in result.waived),
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
        location=location(finding.at),
        excerpt=tuple(texts_around(result, finding.at)),
        related=tuple(location(place) for place in finding.related),
        likely=finding.likely,
    )


def _waived(result: FormResult, waived: Waived) -> WaivedEntry:
    entry = dict(_finding(result, waived.finding))
    return WaivedEntry(**entry, reason=waived.reason, waiver=waived.number)


def _cause(result: FormResult, cause: Cause) -> CauseEntry:
    return CauseEntry(
        likely=cause.likely,
        certain=cause.certain,
        suspects=tuple(
            SuspectEntry(
                name=suspect.name,
                expected=suspect.expected,
                locations=tuple(location(stated.at) for stated in suspect.places),
            )
            for suspect in cause.suspects
        ),
        findings=tuple(n for n, f in enumerate(result.findings) if f.likely == cause.likely),
    )


def location(place: Place) -> CellLocation | TextLocation:
    """Return the entry of a place."""
    if isinstance(place, CellPlace):
        return CellLocation(
            table=place.table, row=place.row, column=place.column, label=place.label
        )
    return TextLocation(paragraph=place.paragraph, text=place.text)


def writable(path: str) -> str:
    """Return a path as UTF-8 can write it: bytes of another encoding become escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
