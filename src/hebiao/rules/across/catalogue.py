"""Every rule across forms, in the order they run. An explicit list, as in rules/catalogue.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.amount_unlike_list import amount_unlike_list
from hebiao.rules.across.figures_copied import figures_copied
from hebiao.rules.across.file_submitted_twice import file_submitted_twice
from hebiao.rules.across.listed_project_missing import listed_project_missing
from hebiao.rules.across.listed_project_unclear import listed_project_unclear
from hebiao.rules.across.odd_fiscal_year import odd_fiscal_year
from hebiao.rules.across.project_submitted_twice import project_submitted_twice
from hebiao.rules.across.projects_over_department import projects_over_department
from hebiao.rules.across.projects_short_of_department import projects_short_of_department
from hebiao.rules.across.unit_spelt_otherwise import unit_spelt_otherwise
from hebiao.rules.across.unlisted_project import unlisted_project

if TYPE_CHECKING:
    from hebiao.rules.across.across_rule import AcrossRule

ACROSS: tuple[AcrossRule, ...] = (
    project_submitted_twice,
    file_submitted_twice,
    figures_copied,
    unit_spelt_otherwise,
    odd_fiscal_year,
    projects_over_department,
    projects_short_of_department,
    listed_project_missing,
    unlisted_project,
    amount_unlike_list,
    listed_project_unclear,
)
