"""BT04 and BT05: what one unit's forms disagree on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.across.submitted import OFFICE, codes, form, found, messages

from hebiao.rules.across.spelling import respelt

if TYPE_CHECKING:
    from hebiao.across import FiledForm
    from hebiao.records import Stated

PROJECTS = ("流动图书车购置", "古籍修复", "展厅照明", "读者服务", "阅览室改造", "书库除湿")


@pytest.mark.parametrize(
    ("usual", "odd"),
    [
        (OFFICE, "滨江市文化与旅游局"),
        (OFFICE, "滨江市文化和旅游委"),
        (OFFICE, "滨江市文化和游旅局"),
        (OFFICE, "滨江巿文化和旅游局"),
        ("滨江市卫生健康局", "滨江市卫生健康委员会"),
    ],
)
def test_one_name_written_in_two_ways(usual: str, odd: str):
    assert respelt(usual, odd)
    assert respelt(odd, usual)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OFFICE, OFFICE),
        ("滨江市第一小学", "滨江市第二小学"),
        ("滨江市张家湾村", "滨江市李家湾村"),
        ("滨江市东城区教育局", "滨江市西城区教育局"),
        ("滨江市财政局", "滨江市民政局"),
        ("滨江市教育局", "滨江市体育局"),
        ("滨江市文化馆", "滨江市文化局"),
        ("滨江市江南小学", "滨江市南江小学"),
        ("海上县图书馆", "上海县图书馆"),
        ("市教育局", "市教育委"),
    ],
)
def test_names_of_two_units(one: str, other: str):
    assert not respelt(one, other)


@settings(deadline=None)
@given(name=st.text("滨江市文化和旅游局委图书馆第一二小学", min_size=1), other=st.text())
def test_no_name_is_a_misspelling_of_itself_and_either_is_of_the_other(name: str, other: str):
    assert not respelt(name, name)
    assert respelt(name, other) == respelt(other, name)


def of(unit: str, *projects: str, folder: str = "报送", year: int = 2024) -> list[FiledForm]:
    title = f"《{year}年度自评表》"
    heading = f"《{year}年度社区图书室设备更新项目自评结果》摘要版"
    return [
        form(
            f"{folder}/{name}{year}.docx",
            project=name,
            department=unit,
            caption__unit_name=unit,
            title=title,
            heading=heading,
            summary__year=str(year),
        )
        for name in projects
    ]


def test_the_odd_spelling_in_a_folder_is_told_with_the_usual_one():
    (one,) = found(*of(OFFICE, *PROJECTS[:4]), *of("滨江市文化与旅游局", *PROJECTS[4:]))

    assert "BT04" == one.code
    assert (
        "单位名称写作“滨江市文化与旅游局”，同一个文件夹里有 4 张表写作“滨江市文化和旅游局”"
        == one.message
    )
    assert (OFFICE, 3) == (one.expected, len(one.places))


def test_where_no_name_has_two_thirds_nobody_knows_which_is_right():
    assert [] == codes(*of(OFFICE, *PROJECTS[:3]), *of("滨江市文化与旅游局", *PROJECTS[3:]))


def test_spellings_in_two_folders_are_not_compared():
    here, there = of(OFFICE, *PROJECTS[:3]), of("滨江市文化与旅游局", PROJECTS[3], folder="别处")

    assert [] == codes(*here, *there)


def test_the_forms_of_one_file_are_compared_wherever_it_lies():
    forms = [*of(OFFICE, *PROJECTS[:2]), *of("滨江市文化与旅游局", PROJECTS[2])]
    file = [replace(each, path="甲.docx", index=n, sha256="甲") for n, each in enumerate(forms, 1)]

    assert [True] == ["同一个文件里有 2 张表" in text for text in messages(found(*file))]


def test_an_abbreviation_is_no_misspelling():
    assert [] == codes(*of(OFFICE, *PROJECTS[:3]), *of("滨江市文旅局", PROJECTS[3]))


def test_a_folder_of_twenty_schools_is_silent():
    signs = "一二三四五六七八九十"
    names = [f"滨江市{kind}{sign}小学" for sign in signs for kind in ("第", "实验")]
    stated = form().implementing_unit
    assert stated
    schools = [
        replace(form(f"报送/{name}.docx"), implementing_unit=_named(stated, name)) for name in names
    ]

    assert [] == codes(*schools)


def _named(stated: Stated[str], name: str) -> Stated[str]:
    return replace(stated, text=name, value=name)


def test_the_form_of_another_year_is_told_with_the_usual_one():
    (one,) = found(*of(OFFICE, *PROJECTS[:3]), *of(OFFICE, PROJECTS[3], year=2023))

    assert "BT05" == one.code
    assert "“读者服务”写的是 2023 年度，滨江市文化和旅游局另有 3 张表是 2024 年度" == one.message
    assert "2024" == one.expected


def test_two_full_sets_of_two_years_are_silent():
    assert [] == codes(*of(OFFICE, *PROJECTS), *of(OFFICE, *PROJECTS, year=2023))


def test_last_years_form_of_a_project_that_has_this_years_is_silent():
    assert [] == codes(*of(OFFICE, *PROJECTS), *of(OFFICE, PROJECTS[0], year=2023))


def test_a_third_of_the_forms_is_too_many_for_a_slip():
    assert [] == codes(*of(OFFICE, *PROJECTS[:4]), *of(OFFICE, *PROJECTS[4:], year=2023))


def test_another_year_of_another_department_is_silent():
    assert [] == codes(*of(OFFICE, *PROJECTS[:4]), *of("滨江市水利局", PROJECTS[4], year=2023))
