"""
Every rule there is, in the order of the form. An explicit list: what runs is what stands here.

CATALOGUE are the rules on one form, ACROSS those on several forms together; whoever names a rule
by its code may mean either.

A code is two letters for the section and two digits. Codes are never reused: a rule that goes
away leaves its code in RETIRED.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hebiao.errors import UsageError
from hebiao.rules.across.catalogue import ACROSS
from hebiao.rules.form.box_group_overticked import box_group_overticked
from hebiao.rules.form.box_group_unticked import box_group_unticked
from hebiao.rules.form.contradictory_boxes import contradictory_boxes
from hebiao.rules.form.fiscal_year_mismatch import fiscal_year_mismatch
from hebiao.rules.form.fiscal_year_unexpected import fiscal_year_unexpected
from hebiao.rules.form.form_date_outside_window import form_date_outside_window
from hebiao.rules.form.form_not_filled_in import form_not_filled_in
from hebiao.rules.form.placeholder_left import placeholder_left
from hebiao.rules.form.project_name_mismatch import project_name_mismatch
from hebiao.rules.form.project_not_in_list import project_not_in_list
from hebiao.rules.form.required_field_empty import required_field_empty
from hebiao.rules.form.signature_missing import signature_missing
from hebiao.rules.form.unit_name_mismatch import unit_name_mismatch
from hebiao.rules.form.unit_not_in_list import unit_not_in_list
from hebiao.rules.funding.budget_adjustment_unexplained import budget_adjustment_unexplained
from hebiao.rules.funding.executed_over_budget import executed_over_budget
from hebiao.rules.funding.execution_rate_mismatch import execution_rate_mismatch
from hebiao.rules.funding.execution_score_mismatch import execution_score_mismatch
from hebiao.rules.funding.execution_score_over_weight import execution_score_over_weight
from hebiao.rules.funding.execution_weight_mismatch import execution_weight_mismatch
from hebiao.rules.funding.funding_lines_sum_mismatch import funding_lines_sum_mismatch
from hebiao.rules.funding.low_execution_without_reason import low_execution_without_reason
from hebiao.rules.funding.negative_amount import negative_amount
from hebiao.rules.funding.rate_or_score_missing import rate_or_score_missing
from hebiao.rules.funding.spent_without_budget import spent_without_budget
from hebiao.rules.indicators.actual_without_score import actual_without_score
from hebiao.rules.indicators.deadline_outside_fiscal_year import deadline_outside_fiscal_year
from hebiao.rules.indicators.met_target_marks_withheld import met_target_marks_withheld
from hebiao.rules.indicators.missed_target_full_marks import missed_target_full_marks
from hebiao.rules.indicators.negative_full_marks import negative_full_marks
from hebiao.rules.indicators.parts_do_not_add_up import parts_do_not_add_up
from hebiao.rules.indicators.qualitative_score_outside_band import qualitative_score_outside_band
from hebiao.rules.indicators.qualitative_without_outcome import qualitative_without_outcome
from hebiao.rules.indicators.reason_contradicts_score import reason_contradicts_score
from hebiao.rules.indicators.repeated_rate_mismatch import repeated_rate_mismatch
from hebiao.rules.indicators.score_formula_mismatch import score_formula_mismatch
from hebiao.rules.indicators.score_over_full_marks import score_over_full_marks
from hebiao.rules.indicators.scored_without_actual import scored_without_actual
from hebiao.rules.indicators.scored_without_full_marks import scored_without_full_marks
from hebiao.rules.indicators.target_far_exceeded import target_far_exceeded
from hebiao.rules.indicators.unit_mismatch import unit_mismatch
from hebiao.rules.indicators.unreadable_actual import unreadable_actual
from hebiao.rules.reasons.marks_lost_without_reason import marks_lost_without_reason
from hebiao.rules.scores.full_marks_not_100 import full_marks_not_100
from hebiao.rules.scores.goal_weights_not_100 import goal_weights_not_100
from hebiao.rules.scores.grade_mismatch import grade_mismatch
from hebiao.rules.scores.group_full_marks_mismatch import group_full_marks_mismatch
from hebiao.rules.scores.group_score_over_weight import group_score_over_weight
from hebiao.rules.scores.scores_out_of_line_with_execution import (
    scores_out_of_line_with_execution,
)
from hebiao.rules.scores.share_counted_twice import share_counted_twice
from hebiao.rules.scores.single_indicator_carries_all import single_indicator_carries_all
from hebiao.rules.scores.total_over_full_marks import total_over_full_marks
from hebiao.rules.scores.total_score_mismatch import total_score_mismatch
from hebiao.rules.scores.unusual_weights import unusual_weights
from hebiao.rules.summary.summary_figure_mismatch import summary_figure_mismatch
from hebiao.rules.summary.summary_project_mismatch import summary_project_mismatch
from hebiao.rules.summary.summary_rate_mismatch import summary_rate_mismatch
from hebiao.rules.summary.summary_total_mismatch import summary_total_mismatch
from hebiao.rules.summary.summary_unit_mismatch import summary_unit_mismatch
from hebiao.rules.summary.text_conversion_mismatch import text_conversion_mismatch
from hebiao.rules.summary.text_sum_mismatch import text_sum_mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.rules.across.across_rule import AcrossRule
    from hebiao.rules.rule import Rule

CATALOGUE: tuple[Rule, ...] = (
    form_not_filled_in,
    required_field_empty,
    box_group_unticked,
    box_group_overticked,
    project_name_mismatch,
    fiscal_year_mismatch,
    unit_name_mismatch,
    placeholder_left,
    form_date_outside_window,
    contradictory_boxes,
    signature_missing,
    fiscal_year_unexpected,
    project_not_in_list,
    unit_not_in_list,
    execution_rate_mismatch,
    execution_score_mismatch,
    execution_score_over_weight,
    funding_lines_sum_mismatch,
    executed_over_budget,
    low_execution_without_reason,
    budget_adjustment_unexplained,
    rate_or_score_missing,
    spent_without_budget,
    execution_weight_mismatch,
    negative_amount,
    repeated_rate_mismatch,
    missed_target_full_marks,
    met_target_marks_withheld,
    target_far_exceeded,
    score_over_full_marks,
    scored_without_full_marks,
    negative_full_marks,
    score_formula_mismatch,
    unreadable_actual,
    unit_mismatch,
    qualitative_score_outside_band,
    qualitative_without_outcome,
    scored_without_actual,
    actual_without_score,
    parts_do_not_add_up,
    deadline_outside_fiscal_year,
    reason_contradicts_score,
    total_score_mismatch,
    group_score_over_weight,
    scores_out_of_line_with_execution,
    full_marks_not_100,
    group_full_marks_mismatch,
    unusual_weights,
    single_indicator_carries_all,
    grade_mismatch,
    total_over_full_marks,
    share_counted_twice,
    goal_weights_not_100,
    summary_figure_mismatch,
    summary_total_mismatch,
    summary_rate_mismatch,
    summary_project_mismatch,
    summary_unit_mismatch,
    text_sum_mismatch,
    text_conversion_mismatch,
    marks_lost_without_reason,
)

EVERY_RULE: tuple[Rule | AcrossRule, ...] = (*CATALOGUE, *ACROSS)

RETIRED: frozenset[str] = frozenset()


def find_rule(code: str) -> Rule | AcrossRule:
    """
    Return the rule with this code or name.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    wanted = code.strip()
    for rule in EVERY_RULE:
        if wanted.upper() == rule.code or wanted == rule.name:
            return rule
    raise UsageError(f"没有规则 {code}{_nearest(wanted)}；hebiao rules 可列出全部规则")


def select(
    chosen: Sequence[str] = (), ignored: Sequence[str] = ()
) -> tuple[Rule | AcrossRule, ...]:
    """
    Return the rules whose code begins with one of the chosen prefixes and none of the ignored.

    Raises:
        UsageError: a prefix fits no rule.
    """
    for prefix in (*chosen, *ignored):
        if not any(_fits(rule, prefix) for rule in EVERY_RULE):
            raise UsageError(
                f"没有以 {prefix} 开头的规则{_nearest(prefix)}；hebiao rules 可列出全部"
            )
    return tuple(
        rule
        for rule in EVERY_RULE
        if (not chosen or any(_fits(rule, prefix) for prefix in chosen))
        and not any(_fits(rule, prefix) for prefix in ignored)
    )


def _fits(rule: Rule | AcrossRule, prefix: str) -> bool:
    return rule.code.startswith(prefix.strip().upper())


def _nearest(code: str) -> str:
    codes = [name for rule in EVERY_RULE for name in (rule.code, rule.name)]
    near = get_close_matches(code.upper(), codes, 1) or get_close_matches(code, codes, 1)
    return f"，是不是 {near[0]}" if near else ""
