"""The result of a file in, what rules across forms need of its forms out: it can be let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from hebiao.rules.across import FiledForm, Spending
from hebiao.rules.across.telling import block_of
from hebiao.rules.form.form_not_filled_in import form_not_filled_in
from hebiao.rules.policy import DEFAULT_POLICY
from hebiao.rules.years import named_years
from hebiao.values.amount import in_wan_yuan

if TYPE_CHECKING:
    from hebiao.check import CheckResult, FormResult
    from hebiao.records import FundingLine, SelfEvaluation, Stated
    from hebiao.values.figure import Figure

T = TypeVar("T")

_TRANSFER = "转移支付"


def filed_forms(result: CheckResult) -> tuple[FiledForm, ...]:
    """Return the forms of a file; a file without a form gives none."""
    return tuple(_filed(result, form) for form in result.forms)


def _filed(result: CheckResult, found: FormResult) -> FiledForm:
    form = found.form
    lines = {line.kind: line for line in reversed(form.funding.lines)}
    return FiledForm(
        path=result.path,
        sha256=result.sha256,
        index=found.index,
        table=form.table,
        layout=form.layout,
        project=_read(form.project),
        department=_read(form.department),
        implementing_unit=_read(form.implementing_unit),
        unit_above=_read(form.unit_name),
        year=_read(next(iter(named_years(form)), None)),
        money=_spending(form, form.funding.total),
        total=_read(form.total),
        indicators=block_of(form.indicators),
        filled=not any(form_not_filled_in.check(form, DEFAULT_POLICY)),
        guessed=form.guessed,
        transfer=_is_transfer(form),
        whole=form.project is None and form.department is not None,
        basic=_spending(form, lines.get("basic")),
        projects=_spending(form, lines.get("projects")),
    )


def _read(stated: Stated[T] | None) -> Stated[T] | None:
    """Return what is stated where it was read; the reason is the single form's affair."""
    if stated is None or stated.value is None:
        return None
    return replace(stated, reason="") if stated.reason else stated


def _spending(form: SelfEvaluation, line: FundingLine | None) -> Spending:
    if line is None:
        return Spending()
    return Spending(_amount(form.funding.base(line)), _amount(line.executed))


def _amount(stated: Stated[Figure] | None) -> Stated[Figure] | None:
    if stated is None or stated.value is None:
        return None
    return replace(stated, value=in_wan_yuan(stated.value), reason="")


def _is_transfer(form: SelfEvaluation) -> bool:
    """Return whether the money goes to lower governments: by its layout or by a ticked box."""
    ticked = (option for group in form.boxes for option in group.ticked)
    return form.central_department is not None or any(_TRANSFER in option for option in ticked)
