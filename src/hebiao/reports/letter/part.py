"""
The result of a file in, what goes into letters out: form by form, then gathered by unit.

Errors and warnings are written about, folded by their certain cause. Notes are not: they need not
be mistakes, and are for the office's own reviewers to look at first. So a unit that has nothing
but notes gets no letter, and nobody has to answer one in which nothing is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.layouts import CellPlace
from hebiao.layouts.label import squeeze
from hebiao.reports.finding import by_cause
from hebiao.reports.letter.words import clean, file_name
from hebiao.reports.naming import answering_unit
from hebiao.rules import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult, Finding, FormResult
    from hebiao.layouts import Place
    from hebiao.records import Stated

NO_UNIT = "未写明单位"


@dataclass(frozen=True, slots=True)
class Item:
    """
    One thing to be mended.

    `same_cause` are the findings that are gone with it, `doubtful` says that the table may have
    been misread.
    """

    code: str
    title: str
    severity: Severity
    place: str
    message: str
    stated: str
    expected: str
    formula: str
    likely: str
    same_cause: tuple[str, ...]
    basis: str
    advice: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class FormPart:
    """What a letter says of one form; one without `items` is named as having nothing to mend."""

    unit: str
    project: str
    file: str
    table: int
    year: int | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """What the letter to one unit says; `named` is False for the forms that name no unit."""

    unit: str
    forms: tuple[FormPart, ...]
    named: bool = True

    @property
    def due(self) -> bool:
        """Whether there is anything to write about."""
        return any(form.items for form in self.forms)

    @property
    def year(self) -> int | None:
        """The year all forms are of, if they are of one."""
        years = {form.year for form in self.forms if form.year}
        return years.pop() if len(years) == 1 else None


def form_parts(result: CheckResult) -> tuple[FormPart, ...]:
    """Return what goes into letters of the forms of a file; the result can be let go."""
    return tuple(_part(result.path, form) for form in result.forms)


def by_unit(parts: Iterable[FormPart]) -> tuple[UnitPart, ...]:
    """Gather the forms by unit, in the order in which the units come first."""
    units: dict[str, list[FormPart]] = {}
    for part in parts:
        units.setdefault(squeeze(part.unit), []).append(part)
    return tuple(
        UnitPart(forms[0].unit or NO_UNIT, tuple(forms), named=bool(forms[0].unit))
        for forms in units.values()
    )


def _part(path: str, result: FormResult) -> FormPart:
    form = result.form
    return FormPart(
        unit=answering_unit(form, _clean),
        project=_clean(form.project),
        file=file_name(path),
        table=form.table,
        year=form.fiscal_year,
        items=tuple(_items(result)),
    )


def _clean(stated: Stated[str] | None) -> str:
    return clean(stated.value or "") if stated else ""


def _items(result: FormResult) -> Iterator[Item]:
    for finding, same_cause in by_cause(result):
        if finding.severity is not Severity.NOTE:
            yield _item(finding, same_cause)


def _item(finding: Finding, same_cause: tuple[Finding, ...]) -> Item:
    return Item(
        code=finding.code,
        title=clean(finding.title),
        severity=finding.severity,
        place=cell_name(finding.at),
        message=clean(finding.message),
        stated=clean(finding.stated),
        expected=clean(finding.expected or ""),
        formula=clean(finding.formula or ""),
        likely=clean(finding.likely or ""),
        same_cause=tuple(f"{cell_name(each.at)}，{clean(each.message)}" for each in same_cause),
        basis=clean(finding.basis),
        advice=clean(finding.advice),
        doubtful=finding.confidence is Confidence.LOW,
    )


def cell_name(place: Place) -> str:
    """Return a place as letters name it: 表2第18行第5列“总分”栏."""
    if not isinstance(place, CellPlace):
        return f"表外第{place.paragraph}段"
    label = clean(place.label)
    return f"表{place.table}第{place.row}行第{place.column}列" + (f"“{label}”栏" if label else "")
