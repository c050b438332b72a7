"""What the full marks add up to, and what their labels print."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found, result

from hebiao.rules import Severity

OUTPUT = {f"indicators.{n}.level1": "产出指标（50分）" for n in range(1, 6)}
FRACTIONS = {
    f"indicators.{n}.{column}": marks
    for n, marks in ((1, "16.67"), (2, "16.67"), (3, "16.67"), (4, "0"), (5, "0"))
    for column in ("full_marks", "score")
} | {"total": "97.01"}


def test_a_sum_that_contradicts_the_row_of_the_total_is_an_error():
    (finding,) = found("SC04", {"indicators.1.full_marks": "25"}, "mof")

    assert Severity.ERROR == finding.severity
    assert "各项分值合计 110，总分栏写 100" == finding.message
    assert "预算执行 10 + 产出指标 60 + 效益指标 30 + 满意度指标 10 = 110" == finding.formula


def test_a_sum_that_agrees_with_it_and_is_not_100_is_a_warning():
    edits = {"indicators.1.full_marks": "25", "total_full_marks": "110"}
    (finding,) = found("SC04", edits, "mof")

    assert Severity.WARNING == finding.severity
    assert "各项分值合计 110，总分栏写 110，应为 100" == finding.message


def test_it_is_a_warning_where_the_row_of_the_total_states_none():
    edits = {"indicators.1.full_marks": "25", "total_full_marks": ""}
    (finding,) = found("SC04", edits, "mof")

    assert Severity.WARNING == finding.severity


@pytest.mark.parametrize(
    "edits",
    [
        {"total_full_marks": "90"},
        FRACTIONS,
        {"funding.1.full_marks": "10分"},
        {"indicators.9.level1": "满意度指标", "indicators.9.level3": "指标2："},
    ],
    ids=["the row counts indicators only", "rounded thirds", "with unit", "a row not in use"],
)
def test_other_ways_to_write_100_are_right(edits: dict[str, str]):
    assert "SC04" not in codes(edits, "mof")


@pytest.mark.parametrize("marks", ["", "/", "十五"])
def test_what_is_not_written_may_make_up_for_it(marks: str):
    checked = result({"indicators.1.full_marks": marks}, "mof")

    assert "SC04" not in [finding.code for finding in checked.findings]
    assert "SC04" in [each.code for each in checked.not_checked]


def test_without_a_weight_for_the_budget_a_sum_below_100_is_not_judged():
    checked = result({"funding.1.full_marks": ""}, "mof")

    assert "SC04" not in [finding.code for finding in checked.findings]
    assert "SC04" in [each.code for each in checked.not_checked]


def test_budget_execution_that_is_an_indicator_counts_once():
    assert [] == codes({}, "hebei")


def test_the_group_that_is_off_is_named_instead_of_the_sum():
    assert ["SC05"] == [
        code
        for code in codes(OUTPUT | {"indicators.1.full_marks": "25"}, "mof")
        if code[:2] == "SC"
    ]


@pytest.mark.parametrize(
    "label", ["产出指标（50分）", "产出指标(50分)", "产出指标", "产出指标（50）"]
)
def test_a_label_that_prints_the_sum_is_right(label: str):
    edits = {f"indicators.{n}.level1": label for n in range(1, 6)}

    assert [] == codes(edits, "mof")


def test_a_figure_without_unit_behind_a_second_level_label_is_no_weight():
    assert [] == codes({"indicators.8.level2": "服务对象满意度指标（1）"}, "mof")


def test_a_second_level_label_counts_for_all_its_rows():
    edits = {f"indicators.{n}.level2": "数量指标（25分）" for n in (1, 2)}

    assert [] == codes(edits, "mof")
    assert ["SC05"] == codes(dict.fromkeys(edits, "数量指标（20分）"), "mof")


def test_a_first_level_label_is_not_blamed_for_what_a_second_level_one_explains():
    edits = OUTPUT | {"indicators.5.level2": "成本指标（10分）", "indicators.5.full_marks": "15"}
    (finding,) = found("SC05", edits, "mof")

    assert finding.message.startswith("成本指标各项分值合计 15，标签印明 10 分")


def test_weights_are_compared_only_where_all_their_parts_are_there():
    edits = {"indicators.8.level1": "效益指标", "indicators.8.level2": "社会效益指标"}

    assert "SC06" not in codes(edits, "mof")


def test_marks_left_blank_elsewhere_are_no_sign_of_a_single_indicator():
    edits = {"indicators.2.full_marks": "", "indicators.1.full_marks": "90"}

    assert "SC07" not in codes(edits, "sichuan")
