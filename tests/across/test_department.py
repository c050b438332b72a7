"""BT06 and BT07: a department as a whole beside its projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.across.submitted import codes, form, found

from hebiao.rules import Severity

if TYPE_CHECKING:
    from hebiao.across import FiledForm

WHOLE_100 = {
    f"funding__{n}__{name}": text
    for n, text in ((1, "100"), (2, "0"), (3, "100"))
    for name in ("initial_budget", "budget", "executed")
}


def project(name: str, budget: str, executed: str, **edits: str | None) -> FiledForm:
    money = {"funding__1__budget": budget, "funding__1__executed": executed}
    return form(f"{name}.docx", project=name, **(money | edits))


def whole(**edits: str | None) -> FiledForm:
    return form("整体.docx", "whole", **(WHOLE_100 | edits))


def test_more_is_told_with_both_sums_and_the_difference():
    (one,) = found(whole(), project("甲", "60.00", "50.00"), project("乙", "70.50", "50.00"))

    assert (
        "滨江市文化和旅游局的2 个项目的预算数合计 130.5 万元，"
        "整体自评表的项目支出是 100 万元，多 30.5 万元" == one.message
    )
    assert "预算数 70.5 + 60 = 130.5" == one.formula
    assert ["整体.docx", "乙.docx", "甲.docx"] == [place.path for place in one.places]


def test_less_is_a_note():
    (one,) = found(whole(), project("甲", "60.00", "50.00"))

    assert ("BT07", Severity.NOTE) == (one.code, one.severity)
    assert "少 40 万元" in one.message
    assert "少 50 万元" in one.message


def test_what_only_rounding_makes_more_is_right():
    parts = ("33.4", "33.4", "33.4")

    assert [] == codes(whole(), *(project(n, p, p) for n, p in zip("甲乙丙", parts, strict=True)))


def test_amounts_in_yuan_are_converted():
    assert [] == codes(whole(), project("甲", "1000000元", "1,000,000.00元"))


def test_a_project_that_was_sent_twice_counts_once():
    first, second = project("甲", "100", "100"), form("丙.docx", project="甲")

    assert ["BT01"] == codes(whole(), first, second)


def test_a_departments_own_form_may_sum_up_those_of_its_units():
    own = project("甲", "100", "100", implementing_unit="滨江市文化和旅游局")

    assert [] == codes(whole(), own, form("丙.docx", project="甲"))


def test_where_project_spending_is_not_stated_the_sum_may_reach_the_total():
    unstated = dict.fromkeys((f"funding__3__{name}" for name in ("budget", "executed")), "")
    more = found(whole(**unstated), project("甲", "102.00", "50.00"))

    assert [True] == ["整体自评表的合计是 100 万元" in one.message for one in more]
    assert [] == codes(whole(**unstated), project("甲", "60.00", "50.00"))


@pytest.mark.parametrize(
    "edits",
    [
        {"title": None, "heading": None, "summary__year": None},
        {"department": "滨江市水利局"},
        {"title": "《2023年度自评表》"},
        {"boxes__category": "1、部门预算项目□   2、市直专项□   3、省对下转移支付项目☑"},
    ],
    ids=["no year", "another department", "another year", "transfer"],
)
def test_other_money_is_not_added_up(edits: dict[str, str | None]):
    assert [] == codes(whole(), project("甲", "900", "900", **edits))


def test_less_is_not_told_where_a_project_has_no_amount():
    assert [] == codes(whole(), project("甲", "60", "50"), project("乙", "", ""))


def test_less_is_not_told_where_another_name_may_be_the_departments():
    other = project("乙", "60", "50", department="滨江市文旅局")

    assert [] == codes(whole(), project("甲", "60", "50"), other)


def test_two_forms_on_the_whole_are_not_judged():
    wholes = (whole(), form("另.docx", "whole", **(WHOLE_100 | {"total": "95"})))

    assert ["BT01"] == codes(*wholes, project("甲", "900", "900"))
