"""SelfEvaluation: everything one form states, each value with the cell it was written in."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads it at run time
from functools import cached_property

from hebiao.layouts import Standards, Unread  # noqa: TC001 - pydantic reads it at run time
from hebiao.records.funding import Funding  # noqa: TC001 - as above
from hebiao.records.indicator import Goal, Indicator, IndicatorGroup  # noqa: TC001 - as above
from hebiao.records.others import Other  # noqa: TC001 - as above
from hebiao.records.project import BoxGroup, Heading  # noqa: TC001 - as above
from hebiao.records.stated import Record, Stated
from hebiao.records.summary import Summary  # noqa: TC001 - as above
from hebiao.values.figure import Figure  # noqa: TC001 - as above


class SelfEvaluation(Record):
    """
    One 绩效自评表 as it was filled in; nothing is judged.

    A field is None where the form has no such label; a field that is there but blank is a
    Stated whose status is "empty". `mandatory` names the fields that must be filled in,
    `standards` how the form is scored as printed on it, `asks_reason` whether it is printed with
    a place for why marks were lost; `guessed` says that no known form fitted and the labels all
    forms share had to do.
    `reviewed_total` is what a reviewing office made of the total (财政审定评分), `converted_total`
    the total after a second weighting (折算得分); `others` is what only the layout has a name for.
    """

    layout: str
    table: int
    title: Heading | None
    unit_name: Stated[str] | None
    form_date: Stated[dt.date] | None
    form_number: Stated[str] | None
    project: Stated[str] | None
    department: Stated[str] | None
    central_department: Stated[str] | None
    implementing_unit: Stated[str] | None
    contact: Stated[str] | None
    phone: Stated[str] | None
    boxes: tuple[BoxGroup, ...]
    funding: Funding
    goals: tuple[Goal, ...]
    groups: tuple[IndicatorGroup, ...]
    total: Stated[Figure] | None
    total_full_marks: Stated[Figure] | None
    reviewed_total: Stated[Figure] | None
    converted_total: Stated[Figure] | None
    grade: Stated[str] | None
    summary: Summary | None
    reason: Stated[str] | None
    measures: Stated[str] | None
    notes: tuple[Stated[str], ...]
    others: tuple[Other, ...]
    mandatory: tuple[str, ...]
    standards: Standards
    asks_reason: bool
    guessed: bool
    unread: tuple[Unread, ...]

    __hash__ = object.__hash__
    """By identity: what is worked out from a form is kept for that form."""

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, in the order of the form."""
        return tuple(indicator for group in self.groups for indicator in group.indicators)

    @property
    def fiscal_year(self) -> int | None:
        """The year of the title, else of the summary."""
        headings = (self.title, self.summary and self.summary.heading)
        years = [heading.year for heading in headings if heading]
        years.append(self.summary.year if self.summary else None)
        return next((year.value for year in years if year and year.value), None)
