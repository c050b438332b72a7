"""What every report calls the same: the kinds of findings, and the units a form names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from hebiao.records import SelfEvaluation, Stated

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def words(stated: Stated[str] | None) -> str:
    """Return what a field of the form says, on one line; nothing where it is blank."""
    return one_line(stated.value or "") if stated else ""


def both_units(form: SelfEvaluation) -> str:
    """Name the department, and the unit that carries the project out where it is another."""
    units = (words(form.department), words(form.implementing_unit))
    return "，".join(dict.fromkeys(filter(None, units)))


def answering_unit(form: SelfEvaluation, shown: Callable[[Stated[str] | None], str] = words) -> str:
    """Return the unit that answers for the project, else the one that carries it out."""
    units = (form.department, form.unit_name, form.implementing_unit)
    return next(filter(None, map(shown, units)), "")
