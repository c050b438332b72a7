"""BT01 to BT03: what was sent in twice, and what was copied out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.across.submitted import codes, form, found, messages

from hebiao.rules import Severity

UNUSUAL = {
    "indicators__2__actual": "5213册",
    "indicators__3__actual": "98.64%",
    "indicators__7__actual": "2.7135万人次",
}


def test_a_project_sent_twice_with_other_figures_is_told_with_the_figures():
    twice = found(form("甲.docx"), form("乙.docx", total="95.06分", funding__1__executed="80.00"))

    assert (
        "“社区图书室设备更新项目”（滨江市图书馆，2024 年度）有 2 张自评表，"
        "数字不同：总分 95.06、96.06；执行数 80、85.31"
    ) == twice[0].message
    assert 1 == len(twice)
    assert ["乙.docx", "甲.docx"] == [place.path for place in twice[0].places]


def test_a_project_sent_twice_with_the_same_content_is_told_so():
    (one,) = found(form("甲.docx"), form("乙.docx", measures="无"))

    assert one.message.endswith("有 2 张自评表，内容相同")


def test_figures_that_differ_by_rounding_only_are_the_same():
    (one,) = found(form("甲.docx"), form("乙.docx", funding__1__executed="85.3"))

    assert one.message.endswith("内容相同")


def test_an_empty_form_beside_a_filled_one_is_told_so():
    blank = {f"indicators__{n}__{name}": "" for n in range(1, 10) for name in ("actual", "score")}
    empty = form("乙.docx", total="", funding__1__score="", **blank)

    (one,) = found(form("甲.docx"), empty)

    assert one.message.endswith("其中 1 张还没有填报")


@pytest.mark.parametrize(
    "other",
    [
        {"implementing_unit": "滨江市文化馆"},
        {"department": "滨江市教育局"},
        {"project": "社区图书室设备更新项目（二期）"},
        {"title": "《2023年度社区图书室设备更新项目绩效自评表》"},
    ],
    ids=["unit", "department", "phase", "year"],
)
def test_a_project_of_another_unit_phase_or_year_is_no_duplicate(other: dict[str, str]):
    assert [] == codes(form("甲.docx"), form("乙.docx", **other))


def test_the_eleventh_school_is_not_short_for_the_first():
    schools = ("第一小学", "第十一小学", "滨江市第一小学")

    assert [] == codes(*(form(f"{n}.docx", implementing_unit=n) for n in schools))


def test_projects_with_different_codes_are_different():
    names = ("51192224T0005-校舍维修", "51192224T0009-校舍维修", "校舍维修")

    assert [] == codes(*(form(f"{name}.docx", project=name) for name in names))


def test_a_form_without_a_code_is_of_the_one_project_that_has_one():
    assert ["BT01"] == codes(form("甲.docx", project="51192224T0005-校舍维修"),
                             form("乙.docx", project="校舍维修"))  # fmt: skip


def test_without_a_year_only_the_same_content_is_a_duplicate():
    head = {"title": None, "heading": None, "summary__year": None}
    first, same = form("甲.docx", **head), form("乙.docx", measures="无", **head)
    other = form("乙.docx", total="95.06分", **head)

    assert first.year is None
    assert ["BT01"] == codes(first, same)
    assert [] == codes(first, other)


def test_a_file_under_two_names_is_told_once_and_not_form_by_form():
    one, other = form("甲.docx"), replace(form("乙.docx"), sha256=form("甲.docx").sha256)
    second = {"index": 2, "project": form(project="古籍修复").project}

    both = (one, replace(one, **second), other, replace(other, **second))

    assert ["2 个文件的内容完全相同：乙.docx、甲.docx"] == messages(found(*both))


def test_a_form_that_is_given_twice_is_one_form():
    assert [] == codes(form("甲.docx"), form("甲.docx"))


def test_two_whole_departments_of_one_year_are_a_duplicate():
    (one,) = found(form("甲.docx", "whole"), form("乙.docx", "whole", total="95"))

    assert "BT01" == one.code
    assert "“部门整体支出”" in one.message


def test_many_forms_with_the_same_figures_are_one_finding():
    names = [f"项目{sign}馆" for sign in "天地玄黄宇宙洪荒"]
    (one,) = found(*(form(f"{name}.docx", project=name, **UNUSUAL) for name in names))

    assert ("BT03", Severity.WARNING) == (one.code, one.severity)
    assert len(names) == len(one.places)
    assert {"5213册"} == {place.stated for place in one.places}


def test_one_unusual_figure_is_chance():
    twin = {"indicators__3__actual": "98.64%", "indicators__5__actual": "1150元"}
    plain = {"indicators__6__actual": "10万元", **twin, "indicators__5__actual": "1200元"}

    assert [] == codes(form("甲.docx", **plain), form("乙.docx", project="古籍修复", **plain))


def test_two_unusual_figures_are_worth_a_look():
    twin = {"indicators__3__actual": "98.64%"}

    (one,) = found(form("甲.docx", **twin), form("乙.docx", project="古籍修复", **twin))

    assert ("BT03", Severity.NOTE) == (one.code, one.severity)


def test_figures_that_the_target_gives_are_not_telling():
    both = [f"indicators__{n}__{name}" for n in range(1, 10) for name in ("target", "actual")]
    given = {name: f"{number // 2 + 1}234.56元" for number, name in enumerate(both)}

    assert [] == codes(form("甲.docx", **given), form("乙.docx", project="古籍修复", **given))


def test_one_other_score_is_another_block():
    other = {"project": "古籍修复", "indicators__7__score": "9.1"}

    assert [] == codes(form("甲.docx", **UNUSUAL), form("乙.docx", **(UNUSUAL | other)))


def test_the_same_figures_of_two_years_are_told_as_such():
    title = "《2023年度社区图书室设备更新项目绩效自评表》"

    (one,) = found(form("甲.docx", **UNUSUAL), form("乙.docx", title=title, **UNUSUAL))

    assert one.message.startswith("“社区图书室设备更新项目”在 2 个年度的 9 项指标")


def test_a_department_that_sums_up_its_one_unit_has_copied_nothing():
    own = {"implementing_unit": "滨江市文化和旅游局"}

    assert [] == codes(form("甲.docx", **UNUSUAL), form("乙.docx", **(UNUSUAL | own)))
