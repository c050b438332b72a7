"""The result of a file in, what a comparison needs of its forms out: the result can be let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.diff.figures import figures_of
from hebiao.diff.side import Found, SubmittedForm
from hebiao.layouts import CellPlace

if TYPE_CHECKING:
    from hebiao.check import CheckResult, Finding, FormResult
    from hebiao.records import SelfEvaluation


def submitted_forms(result: CheckResult) -> tuple[SubmittedForm, ...]:
    """Return the forms of a file."""
    return tuple(_submitted(result.path, form) for form in result.forms)


def _submitted(path: str, result: FormResult) -> SubmittedForm:
    form = result.form
    waived = (_found(each.finding, waived=True) for each in result.waived)
    return SubmittedForm(
        path=path,
        index=result.index,
        table=form.table,
        project=(form.project.value or "").strip() if form.project else "",
        units=_units(form),
        year=form.fiscal_year,
        findings=(*map(_found, result.findings), *waived),
        unchecked={each.code: each.reason for each in result.not_checked},
        figures=figures_of(form),
        whole=True,
    )


def _units(form: SelfEvaluation) -> tuple[str, ...]:
    """Return the units; what stands above the table only where none is named in it."""
    in_table = (form.department, form.implementing_unit)
    named = [unit.value.strip() for unit in in_table if unit and unit.value]
    above = form.unit_name.value if form.unit_name else None
    return tuple(dict.fromkeys(named)) or ((above.strip(),) if above else ())


def _found(finding: Finding, *, waived: bool = False) -> Found:
    return Found(
        code=finding.code,
        title=finding.title,
        severity=finding.severity,
        field=finding.at.label if isinstance(finding.at, CellPlace) else "",
        at=finding.at,
        message=finding.message,
        stated=finding.stated,
        expected=finding.expected,
        waived=waived,
    )
