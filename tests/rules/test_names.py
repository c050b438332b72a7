"""One project and one unit under several names."""

from __future__ import annotations

import pytest

from hebiao.rules.names import nearest, same_project, same_unit, unit_before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("滨江市文化和旅游局", "滨江市文化和旅游局（盖章）"),
        ("市文旅局", "滨江市文化和旅游局"),
        ("政法委", "中共滨江市委政法委员会"),
        ("219001-滨江市文化和旅游局", "[219]滨江市文化和旅游局"),
        ("滨江市发展和改革局本级", "滨江市发展和改革局"),
    ],
)
def test_a_code_a_remark_or_a_short_form_is_no_other_unit(one: str, other: str):
    assert same_unit(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("滨江市水利局", "滨江市水务局"), ("滨江区教育局", "滨江市教育局"), ("", "滨江市教育局")],
)
def test_another_name_is_another_unit(one: str, other: str):
    assert not same_unit(one, other)


def test_a_code_in_front_is_no_other_project():
    assert same_project("51000021R000000019951-工资性支出", "工资性支出")


def test_a_title_that_names_no_project_names_no_other_one():
    assert same_project("项目支出", "灌溉泵站维修项目")


def test_a_year_in_front_is_no_code():
    assert not same_project("2023年春节慰问活动", "2024年春节慰问活动")


@pytest.mark.parametrize(
    ("named", "unit"),
    [
        ("滨江市体育局泵站维修项目", "滨江市体育局"),
        ("全国泵站维修项目", ""),
        ("滨江市泵站维修项目", ""),
        ("泵站维修项目", ""),
        ("滨江市体育局渠道清淤项目", ""),
    ],
)
def test_the_unit_in_front_of_a_project_is_known_by_its_last_word(named: str, unit: str):
    assert unit == unit_before(named, "泵站维修项目")


def test_the_nearest_entry_of_a_list_is_named_as_the_list_writes_it():
    assert "，最接近的是“泵站维修项目”" == nearest("泵站维护项目", ["渠道清淤", "泵站维修项目"])


def test_nothing_is_named_where_nothing_is_near():
    assert nearest("春节慰问", ["渠道清淤", "泵站维修项目"]) == ""
