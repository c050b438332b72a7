"""Which form before and which form after are of one project."""

import pytest
from tests.diff.conftest import MakeForm

from hebiao.diff import How
from hebiao.diff.match import matches

A, B = "滨江市文化和旅游局", "滨江市水利局"


def pairs(*args: object) -> list[tuple[int, int, How]]:
    return [(match.old, match.new, match.how) for match in matches(*args)]  # type: ignore[arg-type]


def test_project_and_unit_decide_and_not_the_name_of_the_file(form: MakeForm):
    old = [form(project="甲项目"), form(project="乙项目", path="报送/乙.docx")]
    new = [form(project="乙项目"), form(project="甲 项目", path="整改/改名.docx", table=7)]

    assert [(0, 1, How.SAME), (1, 0, How.SAME)] == pairs(old, new)


def test_a_project_of_the_same_name_in_another_unit_is_another(form: MakeForm):
    old, new = form(units=(A,)), form(units=(B,), path="x.docx")

    assert [] == pairs([old], [new])


@pytest.mark.parametrize("units", [(), ("市文旅局",), (B, A)])
def test_a_unit_left_blank_or_written_otherwise_is_no_obstacle(
    form: MakeForm, units: tuple[str, ...]
):
    assert [(0, 0, How.UNIT)] == pairs([form(units=(A,))], [form(units=units)])


def test_a_project_whose_name_was_mended_is_found_by_likeness(form: MakeForm):
    new = form(project="图书室设备更新改造项目", path="x.docx")
    (match,) = matches([form()], [new])

    assert (How.SIMILAR, 90) == (match.how, match.percent)


def test_of_several_alike_the_likeliest_is_taken(form: MakeForm):
    old = [form(project="公路养护工程一标段")]
    new = [form(project="公路养护工程三标项目"), form(project="公路养护工程一标")]

    assert [(0, 1, How.SIMILAR)] == pairs(old, new)


def test_names_that_are_half_alike_are_matched_only_in_the_same_file(form: MakeForm):
    renamed = form(project="图书室设备购置")

    assert [(0, 0, How.FILE)] == pairs([form()], [renamed])
    assert [] == pairs([form()], [form(project="图书室设备购置", path="乙.docx")])
    assert [] == pairs([form()], [form(project="人员经费")])


def test_a_file_of_the_same_name_from_another_unit_is_another(form: MakeForm):
    assert [] == pairs([form()], [form(project="图书室设备购置", units=(B,))])


def test_a_form_without_a_name_is_matched_by_its_file_also_from_windows(form: MakeForm):
    old = form(project="", path="D:\\报送\\甲.docx")

    assert [(0, 0, How.FILE)] == pairs([old], [form(path="整改/甲.docx")])


def test_one_project_submitted_for_two_years_is_told_apart_by_the_year(form: MakeForm):
    old = [form(year=2023), form(year=2024)]
    new = [form(year=2024), form(year=2023)]

    assert [(0, 1, How.SAME), (1, 0, How.SAME)] == pairs(old, new)


def test_one_project_submitted_twice_is_matched_in_order(form: MakeForm):
    old = [form(index=1), form(index=2)]

    assert [(0, 0, How.SAME), (1, 1, How.SAME)] == pairs(old, old)


def test_each_form_is_taken_once(form: MakeForm):
    assert [(0, 0, How.SAME)] == pairs([form(), form()], [form()])
