"""Which figure is wrong, on forms that were written to a Word file and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hebiao.check import FormResult, check
from hebiao.layouts import known_layout
from hebiao.rules import Severity
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits


def checked(edits: Edits, layout: str = "hubei") -> FormResult:
    content = sample_content(edits, layout)
    return check(write_forms([content], known_layout(layout))).forms[0]


def likely(edits: Edits, layout: str = "hubei") -> list[str]:
    return [cause.likely for cause in checked(edits, layout).causes]


def test_a_form_that_agrees_has_no_cause():
    assert [] == likely({})
    assert [] == likely({}, "mof")


def test_a_total_that_was_copied_is_one_slip():
    copied = {"total": "98.06分", "summary.total": "98.06"}

    assert ["总分 98.06 写了两次，其余数字自洽；应为 96.06"] == likely(copied)


def test_one_cause_explains_every_error_it_is_behind():
    result = checked({"total": "98.06分", "summary.total": "98.06"})
    (cause,) = result.causes
    errors = [f for f in result.findings if f.severity is Severity.ERROR]

    assert ["SC01", "SM02"] == [finding.code for finding in errors]
    assert {cause.likely} == {finding.likely for finding in errors}


def test_a_summary_that_differs_from_a_table_that_agrees_is_what_is_wrong():
    assert ["摘要执行数 83.51，其余数字自洽；应为 85.31，像是相邻两位颠倒"] == likely(
        {"summary.executed": "83.51万元"}
    )


def test_the_amount_is_wrong_where_rate_score_and_summary_agree():
    assert ["执行数 83.51，其余数字自洽；应为 85.31，像是相邻两位颠倒"] == likely(
        {"funding.1.executed": "83.51"}
    )


def test_an_amount_in_yuan_is_recognised():
    assert ["执行数 853100，其余数字自洽；应为 85.31，像是元与万元混淆"] == likely(
        {"funding.1.executed": "853100"}
    )


def test_a_score_is_wrong_where_the_parts_of_the_summary_say_so():
    assert ["预算执行得分 71.06，其余数字自洽；应为 17.06，像是相邻两位颠倒"] == likely(
        {"funding.1.score": "71.06"}
    )


def test_marks_that_the_formula_gives_speak_against_the_total():
    (said,) = likely({"total": "95"}, "mof")

    assert said.startswith("多半是总分 95 填错，应为 97；改动")
    assert said.endswith("之一也能对上，但不如这样说得通")


def test_no_score_can_make_up_for_a_total_that_is_too_high():
    assert ["总分 101，其余数字自洽；应为 97"] == likely({"total": "101"}, "mof")


def test_where_nothing_tells_two_figures_apart_both_are_named():
    bare = {field: None for field in sample_content() if field.startswith(("summary.", "heading"))}
    agreeing = {"funding.1.execution_rate": "58.31%", "funding.1.score": "11.66"}
    (cause,) = checked(bare | agreeing | {"total": "90.66分"}).causes

    assert {"预算数", "执行数"} == {suspect.name for suspect in cause.suspects}
    assert not cause.certain


def test_two_slips_are_two_causes():
    said = likely({"summary.executed": "83.51万元", "total": "98.06分", "summary.total": "98.06"})

    assert {
        "总分 98.06 写了两次，与之有关的其余数字自洽；应为 96.06",
        "摘要执行数 83.51，与之有关的其余数字自洽；应为 85.31，像是相邻两位颠倒",
    } == set(said)


@pytest.mark.parametrize("field", ["funding.1.score", "funding.1.execution_rate", "total"])
def test_a_figure_that_cannot_be_read_leaves_the_others_to_agree(field: str):
    assert [] == likely({field: "见附件"})


def test_a_part_left_out_of_a_sum_is_named():
    edits = {"total": "87.06分", "summary.total": "87.06"}

    assert [
        "总分 87.06 写了两次，其余数字自洽；应为 96.06，像是漏加了“全年到馆人次”得分"
    ] == likely(edits)


def test_a_part_that_was_added_twice_is_named():
    (said,) = likely({"total": "113.12分", "summary.total": "113.12"})

    assert said.endswith("应为 96.06，像是预算执行得分 加了两次")


def test_a_rate_copied_from_another_row_is_recognised():
    (said,) = likely({"funding.1.execution_rate": "90%"}, "mof")

    assert said.startswith("执行率 90%，其余数字自洽；应为 85%，像是抄成了")


@pytest.mark.parametrize("score", ["八", ""])
def test_a_sum_with_a_score_that_cannot_be_read_accuses_nobody(score: str):
    result = checked({"indicators.2.score": score})

    assert [] == [f.message for f in result.findings if f.severity is Severity.ERROR]
    assert () == result.causes
    assert any("第9行第13列" in each.reason for each in result.not_checked)


def test_what_is_judged_another_figures_fault_is_not_told_as_this_ones():
    result = checked({"funding.1.executed": "83.51"})
    (rate,) = [finding for finding in result.findings if finding.code == "FD01"]

    assert "年度财政资金总额执行率填 85.31%，按所填数字算是 83.51%" == rate.message
    assert rate.expected is None
