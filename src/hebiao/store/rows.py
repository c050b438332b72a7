"""
A result in, what a store keeps of it beyond the entry of the JSON report out.

The rows travel from a worker process as JSON: figures are texts, digit by digit, under names
that end in `_exact`. Who filled in a form and how to reach them is left out: a store is passed
from hand to hand, and no question of a reviewer is about a telephone number.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.reports.lights import light
from hebiao.reports.naming import answering_unit
from hebiao.scoring.computed import rounded
from hebiao.scoring.execution import execution_weight, line_rate
from hebiao.scoring.full_marks import full_marks
from hebiao.store.schema import EXACT
from hebiao.values.amount import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import CheckResult, FormResult
    from hebiao.records import Funding, FundingLine, Indicator, SelfEvaluation, Stated
    from hebiao.values.figure import Figure
    from hebiao.values.quantity import Quantity
    from hebiao.values.target import Statement

Row: TypeAlias = "dict[str, Any]"

MONEY = "万元"
_TOTAL = "total"
_RATE_PLACES = Decimal("0.0001")


def store_rows(result: CheckResult) -> dict[str, Any]:
    """Return the facts of each form, its indicators and its lines of funding: JSON types only."""
    return {"forms": [_form(form) for form in result.forms]}


def _form(result: FormResult) -> Row:
    form, layout = result.form, result.source.layout
    return {
        "layout_name": layout.name,
        "guessed": form.guessed,
        "unit": "".join(answering_unit(form).split()) or None,
        "form_date": _date(form),
        "form_date_text": _text(form.form_date),
        "grade": _text(form.grade),
        "light": light(result).value,
        **_figure("stated_total", form.total),
        **_spending(form.funding),
        "indicators": list(_indicators(form)),
        "funding": [_line(form.funding, n, line) for n, line in enumerate(form.funding.lines, 1)],
    }


def _date(form: SelfEvaluation) -> str | None:
    return form.form_date.value.isoformat() if form.form_date and form.form_date.value else None


def _spending(funding: Funding) -> Row:
    """Return what the line that is scored says, under the names a form has it by."""
    total = funding.total
    return {
        **_money("budget", total.budget if total else None),
        **_money("executed", total.executed if total else None),
        **_figure("execution_rate", total.execution_rate if total else None),
    }


def _line(funding: Funding, number: int, line: FundingLine) -> Row:
    weight = execution_weight(funding) if line.kind == _TOTAL else line.full_marks
    way = line_rate(funding, line)
    return {
        "number": number,
        "kind": line.kind,
        "source": _text(line.source),
        **_money("initial_budget", line.initial_budget),
        **_money("budget", line.budget),
        **_money("arrived", line.arrived),
        **_money("executed", line.executed),
        **_figure("execution_rate", line.execution_rate),
        f"recomputed_rate{EXACT}": _digits(rounded(way.exact, _RATE_PLACES) if way else None),
        **_figure("full_marks", weight),
        **_figure("score", line.score),
        "reason": _text(line.reason),
        "remark": _text(line.remark),
    }


def _indicators(form: SelfEvaluation) -> Iterator[Row]:
    """Yield the indicators; marks that several share stand in the row of the first."""
    inferred = full_marks(form)
    owners: dict[object, int] = {}
    for group in form.groups:
        for each in group.indicators:
            score = each.score
            owner = owners.setdefault(score.at, each.number) if score else each.number
            shared = owner if owner != each.number else None
            guess = None if each.full_marks else inferred.get(each.number)
            yield {
                "number": each.number,
                "goal": _text(group.goal),
                "level1": group.name or None,
                **_aim(each),
                **_reached(each.actual),
                **_figure("full_marks", each.full_marks),
                f"inferred_full_marks{EXACT}": _digits(guess),
                **_figure("score", None if shared else score),
                "score_shared_with": shared,
                "reason": _text(each.reason),
                "remark": _text(each.remark),
            }


def _aim(indicator: Indicator) -> Row:
    found = _quantity(indicator.target)
    stated = indicator.target.value if indicator.target else None
    return {
        "level2": _text(indicator.level2),
        "level3": _text(indicator.level3),
        "target_text": _text(indicator.target),
        "target_kind": stated.kind.value if stated else None,
        "operator": str(found.operator or "") or None if found else _text(indicator.operator),
        f"target{EXACT}": _digits(found.figure.value if found else None),
        f"target_upper{EXACT}": _digits(found.upper.value if found and found.upper else None),
        "target_unit": (found.figure.unit or None) if found else _text(indicator.unit),
    }


def _reached(actual: Stated[Statement] | None) -> Row:
    found = _quantity(actual)
    return {
        "actual_text": _text(actual),
        f"actual{EXACT}": _digits(found.figure.value if found else None),
        "actual_unit": (found.figure.unit or None) if found else None,
    }


def _quantity(stated: Stated[Statement] | None) -> Quantity | None:
    """Return the one quantity that is stated; of several none is the target."""
    quantities = stated.value.quantities if stated and stated.value else ()
    return quantities[0] if len(quantities) == 1 else None


def _figure(name: str, stated: Stated[Figure] | None) -> Row:
    value = stated.value.value if stated and stated.value else None
    return {f"{name}{EXACT}": _digits(value), f"{name}_text": _text(stated)}


def _money(name: str, stated: Stated[Figure] | None) -> Row:
    """Return an amount in 万元, whatever the form counts in."""
    value = _in_wan(stated.value) if stated and stated.value else None
    return {f"{name}{EXACT}": _digits(value), f"{name}_text": _text(stated)}


def _in_wan(figure: Figure) -> Decimal | None:
    if figure.unit == MONEY:
        return figure.value
    converted = amount(f"{figure.value:f}{figure.unit}", MONEY).value
    return converted.value if converted else None


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _text(stated: Stated[Any] | None) -> str | None:
    """Return what is written; None where the form has no such cell."""
    return stated.text if stated else None
