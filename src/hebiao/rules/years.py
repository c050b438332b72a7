"""A form in, the fiscal years it names out: its titles first, then its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hebiao.records import SelfEvaluation, Stated


def named_years(form: SelfEvaluation) -> tuple[Stated[int], ...]:
    """Return the years that were read, that of the title over the table before the others."""
    summary = form.summary
    headings = (form.title, summary.heading if summary else None)
    found = [heading.year for heading in headings if heading]
    found.append(summary.year if summary else None)
    return tuple(year for year in found if year and year.value)


def agreed_year(form: SelfEvaluation) -> Stated[int] | None:
    """Return the fiscal year; None where the form names none, or several."""
    years = named_years(form)
    return years[0] if len({year.value for year in years}) == 1 else None
