"""BT08 to BT11: what was sent in beside what the office has on its list."""

from __future__ import annotations

from tests.across.submitted import LIBRARY, OFFICE, codes, form, found, messages

from hebiao.across import ProjectList
from hebiao.config import settings_for
from hebiao.rules import Policy
from hebiao.rules.across import ListedProject
from hebiao.values.amount import amount

PROJECT = "社区图书室设备更新项目"


def row(project: str, unit: str = "", budget: str = "", executed: str = "") -> ListedProject:
    return ListedProject(0, project, unit, amount(budget).value, amount(executed).value)


def listed(*rows: ListedProject) -> ProjectList:
    numbered = (
        ListedProject(n, each.project, each.unit, each.budget, each.executed)
        for n, each in enumerate(rows, start=2)
    )
    return ProjectList("清单.xlsx", tuple(numbered))


def test_a_project_is_found_by_name_and_the_unit_that_spends_its_money():
    assert [] == codes(form(), listed=listed(row(PROJECT, LIBRARY, "100", "85.31")))


def test_a_project_is_found_under_its_department():
    assert [] == codes(form(), listed=listed(row(PROJECT, OFFICE)))


def test_forms_of_units_below_a_listed_department_are_covered_by_its_row():
    own = form("甲.docx", implementing_unit=OFFICE)

    assert [] == codes(own, form("乙.docx"), listed=listed(row(PROJECT, OFFICE)))


def test_a_name_with_a_code_or_a_place_and_a_short_unit_is_the_same():
    assert [] == codes(form(), listed=listed(row("[42-1]滨江市社区图书室设备更新", "市图书馆")))


def test_what_is_missing_and_what_is_extra_name_each_other_where_only_the_unit_differs():
    got = found(form(), listed=listed(row(PROJECT, "滨江市文化馆")))

    assert ["BT08", "BT09"] == [one.code for one in got]
    missing, extra = messages(got)
    assert missing.endswith(f"没有报送自评表；报送的同名项目，单位是“{LIBRARY}”")
    assert extra.endswith("；清单第 2 行的同名项目，单位是“滨江市文化馆”")


def test_a_missing_row_is_a_place_in_the_list_and_in_no_form():
    (one,) = found(listed=listed(row(PROJECT, LIBRARY)))

    (place,) = one.places
    assert ("清单.xlsx", 0, PROJECT, LIBRARY, None, "第 2 行") == (
        place.path, place.index, place.project, place.unit, place.at, place.stated,
    )  # fmt: skip


def test_an_extra_project_is_told_with_the_nearest_name_of_its_unit():
    got = found(form(), listed=listed(row("社区图书馆设备更新项目", LIBRARY)))

    assert messages(got)[1].endswith("，最接近的是“社区图书馆设备更新项目”")


def test_a_form_on_a_whole_department_is_not_extra():
    rows = listed(row(PROJECT, LIBRARY))

    assert [] == codes(
        form(), form("整体.docx", "whole", funding__3__budget="", funding__3__executed=""),
        listed=rows,
    )  # fmt: skip


def test_an_amount_is_told_with_both_values_and_the_row():
    (one,) = found(form(), listed=listed(row(PROJECT, LIBRARY, "120", "85.31")))

    assert "预算数填 100 万元，清单是 120 万元（清单第 2 行）" == one.message
    assert ("120 万元", "100.00") == (one.expected, one.places[0].stated)


def test_each_form_of_a_project_that_was_sent_twice_is_compared():
    forms = (form("甲.docx"), form("乙.docx", funding__1__executed="83.51"))

    assert ["BT01", "BT10"] == codes(*forms, listed=listed(row(PROJECT, LIBRARY, "", "85.31")))


def test_a_row_that_fits_two_years_is_unclear_and_compares_no_amount():
    last = form("乙.docx", title=f"《2023年度{PROJECT}绩效自评表》", funding__1__budget="90")
    rows = listed(row(PROJECT, LIBRARY, "100"))

    (one,) = found(form("甲.docx"), last, listed=rows)

    assert "BT11" == one.code
    assert "（单位：滨江市图书馆；年度：2023、2024）" in one.message


def test_where_the_office_asks_for_a_year_other_forms_are_not_compared_with_the_list():
    last = form("乙.docx", title=f"《2023年度{PROJECT}绩效自评表》", funding__1__budget="90")
    settings = settings_for(None)
    asked = type(settings)(policy=Policy(fiscal_year=2024))

    assert () == found(
        form("甲.docx"), last, listed=listed(row(PROJECT, LIBRARY, "100")), settings=asked
    )


def test_a_project_that_is_listed_twice_is_unclear():
    rows = listed(row(PROJECT, LIBRARY, "60"), row(PROJECT, LIBRARY, "40"))

    assert ["BT11", "BT11"] == codes(form(), listed=rows)


def test_an_exact_name_goes_before_one_that_merely_fits():
    schools = [form(f"{name}.docx", implementing_unit=name) for name in ("第一小学", "第十一小学")]
    rows = listed(row(PROJECT, "第一小学"), row(PROJECT, "第十一小学"))

    assert [] == codes(*schools, listed=rows)


def test_the_eleventh_school_does_not_stand_in_for_the_first():
    rows = listed(row(PROJECT, "第一小学"))

    assert ["BT08", "BT09"] == codes(form(implementing_unit="第十一小学"), listed=rows)
