"""
The result of one file in, each of its forms by itself out: for a page on which one can be opened.

The number by which a finding is waived does not change when others are waived, so that a page
that was opened before still means the same one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.layouts import CellPlace
from hebiao.reports.html.form import form_html
from hebiao.reports.places import where

if TYPE_CHECKING:
    from hebiao.check import CheckResult, Finding, FormResult, Waived


@dataclass(frozen=True, slots=True)
class WaivableAt:
    """What a waiver of one finding says: its rule, and its cell or its paragraph."""

    code: str
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class LetPass:
    """A waived finding of a form, as a list of them has it."""

    number: int
    form: int
    code: str
    title: str
    where: str
    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class FormAlone:
    """A form as HTML; `findings` are what can be waived of it, the first having number 1."""

    html: str
    project: str
    findings: tuple[WaivableAt, ...]
    waived: tuple[LetPass, ...]


def forms_alone(result: CheckResult) -> tuple[FormAlone, ...]:
    """Return each form by itself."""
    return tuple(_alone(result, form) for form in result.forms)


def _alone(result: CheckResult, form: FormResult) -> FormAlone:
    found = [*form.findings, *(waived.finding for waived in form.waived)]
    ordered = sorted(found, key=_rank)
    numbers = {finding: number for number, finding in enumerate(ordered, start=1)}
    return FormAlone(
        html=form_html(result, form, numbers),
        project=(form.form.project.value if form.form.project else None) or "",
        findings=tuple(map(_waivable_at, ordered)),
        waived=tuple(_let_pass(form, waived) for waived in form.waived),
    )


def _rank(finding: Finding) -> tuple[str, str, str]:
    """Return what puts findings in the same order whichever of them are waived."""
    return finding.code, repr(finding.at), finding.message


def _waivable_at(finding: Finding) -> WaivableAt:
    at = finding.at
    if isinstance(at, CellPlace):
        return WaivableAt(finding.code, at.table, at.row, at.column)
    return WaivableAt(finding.code, paragraph=at.paragraph)


def _let_pass(form: FormResult, waived: Waived) -> LetPass:
    found = waived.finding
    return LetPass(
        number=waived.number,
        form=form.index,
        code=found.code,
        title=found.title,
        where=where(found.at),
        message=found.message,
        reason=waived.reason,
    )
