"""Dates, years, boxes and names in the head of a form, as offices write them."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found

from hebiao.check import check
from hebiao.layouts import known_layout
from hebiao.rules.policy import Policy
from hebiao.sample import Content, sample_content, write_forms

HUBEI = known_layout("hubei")
LISTED = Policy(projects=("灌溉泵站维修项目", "渠道清淤项目"), units=("滨江市水利局",))


@pytest.mark.parametrize("date", ["2024年12月30日", "2025年11月1日", "2026.3.18", "2014年3月18日"])
def test_a_date_outside_the_window_is_found(date: str):
    assert ["FM09"] == codes({"caption.form_date": date})


@pytest.mark.parametrize(
    "date", ["2024-12-31", "2025年10月31日", "2025年3月", "2025年2月30日", "3月18日", "/"]
)
def test_a_date_in_the_window_or_not_surely_read_is_silent(date: str):
    assert [] == codes({"caption.form_date": date})


def test_an_office_may_set_a_later_month():
    late = {"caption.form_date": "2025年11月1日"}

    assert [] == codes(late, policy=Policy(latest_form_month=11))


def test_a_date_is_not_held_against_a_year_that_is_itself_in_doubt():
    edits = {"heading": "《2023年度社区图书室设备更新项目自评结果》摘要版"}

    assert ["FM05"] == codes(edits | {"caption.form_date": "2024年11月18日"})


def test_a_year_in_the_text_of_the_summary_counts_like_that_of_the_title():
    assert ["FM05"] == codes({"summary.year": "2023"})


def test_without_a_setting_no_year_is_unexpected():
    year = {"title.year": "2019"}

    assert "FM12" not in codes(year, "mof")
    assert "FM12" in codes(year, "mof", Policy(fiscal_year=2024))


def test_a_form_that_names_several_years_is_told_once():
    edits = {"heading": "《2023年度社区图书室设备更新项目自评结果》摘要版"}

    assert ["FM05"] == codes(edits, policy=Policy(fiscal_year=2024))


@pytest.mark.parametrize(
    ("attribute", "kind", "expected"),
    [
        ("1、持续性项目☑ 2、新增性项目□", "1、常年性项目□ 2、一次性项目☑", ["FM10"]),
        ("1、持续性项目□ 2、新增性项目☑", "1、常年性项目☑ 2、一次性项目□", ["FM10"]),
        ("1、持续性项目☑ 2、新增性项目□", "1、常年性项目☑ 2、一次性项目□", []),
        ("1、持续性项目□ 2、新增性项目☑", "1、常年性项目□ 2、一次性项目☑", []),
        ("1、持续性项目☑ 2、新增性项目☑", "1、常年性项目☑ 2、一次性项目□", ["FM03"]),
    ],
)
def test_only_boxes_that_exclude_each_other_are_found(
    attribute: str, kind: str, expected: list[str]
):
    assert expected == codes({"boxes.attribute": attribute, "boxes.type": kind})


@pytest.mark.parametrize("date", ["", "　", "   年   月   日"])
def test_a_date_printed_and_left_blank_is_found(date: str):
    assert ["FM11"] == codes({"caption.form_date": date})


def test_a_blank_in_one_line_with_a_signature_is_left_to_ink():
    line = "项目负责人签字：{caption.signature}      填报日期：{caption.form_date}"
    prose = HUBEI.prose.model_copy(update={"paragraphs": ("{title}", line)})
    layout = HUBEI.model_copy(update={"prose": prose})
    content = sample_content({"caption.form_date": "", "caption.unit_name": None})

    assert [] == [f.code for f in check(write_forms([content], layout)).findings]


def test_a_form_without_such_a_label_is_silent():
    assert [] == codes({"caption.form_date": None, "caption.unit_name": None})


@pytest.mark.parametrize(
    "project", ["滨江市灌溉泵站维修项目", "滨江市水利局灌溉泵站维修", "[42]灌溉泵站维修项目"]
)
def test_a_listed_project_is_known_by_whatever_stands_in_front(project: str):
    assert [] == codes({"project": project}, "mof", LISTED)


def test_a_project_that_is_not_listed_is_named_with_the_nearest_that_is():
    (finding,) = found("FM13", {"project": "灌溉泵站维护项目"}, "mof", LISTED)

    assert "清单里没有“灌溉泵站维护项目”，最接近的是“灌溉泵站维修项目”" == finding.message


def test_one_listed_unit_among_those_named_is_enough():
    edits: Content = {"implementing_unit": "滨江市另一管理处"}

    assert [] == codes(edits, "mof", LISTED)
    assert ["FM14"] == codes(edits | {"department": "滨江市另一个局"}, "mof", LISTED)


def test_a_blank_project_is_told_as_blank_only():
    assert ["FM01"] == codes({"project": "　"}, "mof", LISTED)


def test_a_foreign_unit_in_the_heading_of_the_summary_is_no_other_project():
    heading = {"heading": "《2024年度滨江市体育局社区图书室设备更新项目自评结果》摘要版"}

    assert ["SM07"] == codes(heading)


def test_a_unit_in_the_summary_is_not_judged_while_one_in_the_table_is_blank():
    edits = {"summary.subject": "滨江市体育局社区图书室设备更新项目", "implementing_unit": ""}

    assert ["FM01"] == codes(edits)


@pytest.mark.parametrize("budget", ["1,000,000.00元", "100万元", "100万", "0.01亿元"])
def test_the_amounts_of_the_summary_are_compared_in_whatever_unit(budget: str):
    assert [] == codes({"summary.budget": budget})


def test_a_summary_in_another_unit_that_differs_is_found():
    assert ["SM01"] == codes({"summary.executed": "835,100元"})


def test_the_satisfaction_a_summary_states_is_compared():
    paragraphs = [
        text.replace(
            "效益指标得分{summary.parts.效益指标}分",
            "效益指标得分30分，满意度指标得分{summary.parts.满意度指标}分",
        )
        for text in HUBEI.prose.paragraphs
    ]
    prose = HUBEI.prose.model_copy(update={"paragraphs": tuple(paragraphs)})
    layout = HUBEI.model_copy(update={"prose": prose})
    content = sample_content(
        {
            "indicators.6.level1": "效益指标（30分）",
            "indicators.7.level1": "效益指标（30分）",
            "indicators.8.level1": "效益指标（30分）",
            "indicators.9.level1": "满意度指标（10分）",
            "indicators.9.level2": "服务对象满意度指标",
            "indicators.9.level3": "读者满意度",
            "indicators.9.target": "≥90%",
            "indicators.9.actual": "95%",
            "indicators.6.score": "10",
            "indicators.7.score": "9",
            "indicators.8.score": "11",
            "indicators.9.score": "9",
            "summary.parts.满意度指标": "10",
        }
    )

    findings = check(write_forms([content], layout)).findings
    assert "满意度指标得分" in next(f.message for f in findings if f.code == "SM01")
