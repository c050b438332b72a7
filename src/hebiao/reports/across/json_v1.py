"""Findings of several forms together in, their entries in the JSON of `hebiao check` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.form_v1 import CellLocation, Entry, TextLocation, location, writable
from hebiao.rules import Confidence, Severity  # noqa: TC001 - pydantic reads them at run time

if TYPE_CHECKING:
    from hebiao.across import AcrossFinding, AcrossPlace, AcrossResult, AcrossWaived


class AcrossPlaceEntry(Entry):
    """
    A form a finding is about: its file, its number there, and the cell, null for the whole form.

    `index` 0 is a row of the office's list: then `path` is the list's.
    """

    path: str
    index: int
    project: str
    unit: str
    location: CellLocation | TextLocation | None
    stated: str


class AcrossEntry(Entry):
    """One discrepancy of several forms; the reader should look at the first place."""

    code: str
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    expected: str | None
    formula: str | None
    basis: str
    advice: str
    places: tuple[AcrossPlaceEntry, ...]


class AcrossWaivedEntry(AcrossEntry):
    """One an office lets pass, why, and which entry of its file says so, counted from 1."""

    reason: str
    waiver: int


class AcrossReport(Entry):
    """What is wrong with the forms together, and what of it is let pass."""

    findings: tuple[AcrossEntry, ...]
    waived: tuple[AcrossWaivedEntry, ...]


def across_report(found: AcrossResult) -> AcrossReport:
    """Return the entries."""
    return AcrossReport(
        findings=tuple(AcrossEntry(**_fields(finding)) for finding in found.findings),
        waived=tuple(map(_waived, found.waived)),
    )


def _waived(waived: AcrossWaived) -> AcrossWaivedEntry:
    fields = _fields(waived.finding)
    return AcrossWaivedEntry(**fields, reason=waived.reason, waiver=waived.number)


def _fields(finding: AcrossFinding) -> dict[str, object]:
    names = AcrossEntry.model_fields.keys() - {"places"}
    return {name: getattr(finding, name) for name in names} | {
        "places": tuple(map(_place, finding.places))
    }


def _place(place: AcrossPlace) -> AcrossPlaceEntry:
    return AcrossPlaceEntry(
        path=writable(place.path),
        index=place.index,
        project=place.project,
        unit=place.unit,
        location=location(place.at) if place.at else None,
        stated=place.stated,
    )
