"""
Every rule there is, in the order of the form. An explicit list: what runs is what stands here.

A code is two letters for the section and two digits. Codes are never reused: a rule that goes
away leaves its code in RETIRED.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hebiao.errors import UsageError
from hebiao.rules.form.box_group_overticked import box_group_overticked
from hebiao.rules.form.box_group_unticked import box_group_unticked
from hebiao.rules.form.fiscal_year_mismatch import fiscal_year_mismatch
from hebiao.rules.form.project_name_mismatch import project_name_mismatch
from hebiao.rules.form.required_field_empty import required_field_empty
from hebiao.rules.form.unit_name_mismatch import unit_name_mismatch
from hebiao.rules.funding.execution_rate_mismatch import execution_rate_mismatch
from hebiao.rules.funding.execution_score_mismatch import execution_score_mismatch
from hebiao.rules.funding.execution_score_over_weight import execution_score_over_weight
from hebiao.rules.indicators.met_target_marks_withheld import met_target_marks_withheld
from hebiao.rules.indicators.missed_target_full_marks import missed_target_full_marks
from hebiao.rules.indicators.repeated_rate_mismatch import repeated_rate_mismatch
from hebiao.rules.indicators.target_far_exceeded import target_far_exceeded
from hebiao.rules.reasons.marks_lost_without_reason import marks_lost_without_reason
from hebiao.rules.scores.group_score_over_weight import group_score_over_weight
from hebiao.rules.scores.scores_out_of_line_with_execution import (
    scores_out_of_line_with_execution,
)
from hebiao.rules.scores.total_score_mismatch import total_score_mismatch
from hebiao.rules.summary.summary_figure_mismatch import summary_figure_mismatch
from hebiao.rules.summary.summary_project_mismatch import summary_project_mismatch
from hebiao.rules.summary.summary_rate_mismatch import summary_rate_mismatch
from hebiao.rules.summary.summary_total_mismatch import summary_total_mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.rules.rule import Rule

CATALOGUE: tuple[Rule, ...] = (
    required_field_empty,
    box_group_unticked,
    box_group_overticked,
    project_name_mismatch,
    fiscal_year_mismatch,
    unit_name_mismatch,
    execution_rate_mismatch,
    execution_score_mismatch,
    execution_score_over_weight,
    repeated_rate_mismatch,
    missed_target_full_marks,
    met_target_marks_withheld,
    target_far_exceeded,
    total_score_mismatch,
    group_score_over_weight,
    scores_out_of_line_with_execution,
    summary_figure_mismatch,
    summary_total_mismatch,
    summary_rate_mismatch,
    summary_project_mismatch,
    marks_lost_without_reason,
)

RETIRED: frozenset[str] = frozenset()


def find_rule(code: str) -> Rule:
    """
    Return the rule with this code or name.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    wanted = code.strip()
    for rule in CATALOGUE:
        if wanted.upper() == rule.code or wanted == rule.name:
            return rule
    raise UsageError(f"没有规则 {code}{_nearest(wanted)}；hebiao rules 可列出全部规则")


def select(chosen: Sequence[str] = (), ignored: Sequence[str] = ()) -> tuple[Rule, ...]:
    """
    Return the rules whose code begins with one of the chosen prefixes and none of the ignored.

    Raises:
        UsageError: a prefix fits no rule.
    """
    for prefix in (*chosen, *ignored):
        if not any(_fits(rule, prefix) for rule in CATALOGUE):
            raise UsageError(
                f"没有以 {prefix} 开头的规则{_nearest(prefix)}；hebiao rules 可列出全部"
            )
    return tuple(
        rule
        for rule in CATALOGUE
        if (not chosen or any(_fits(rule, prefix) for prefix in chosen))
        and not any(_fits(rule, prefix) for prefix in ignored)
    )


def _fits(rule: Rule, prefix: str) -> bool:
    return rule.code.startswith(prefix.strip().upper())


def _nearest(code: str) -> str:
    codes = [name for rule in CATALOGUE for name in (rule.code, rule.name)]
    near = get_close_matches(code.upper(), codes, 1) or get_close_matches(code, codes, 1)
    return f"，是不是 {near[0]}" if near else ""
