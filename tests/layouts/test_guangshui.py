"""
The form of 广水, of which only single labels are known: a total in the head, marks twice.

The labels are as published; how they are arranged, the office and the figures are made up.
"""

from __future__ import annotations

from tests.layouts.filled import codes, column, filled, funding, rows, text, written_again

FORM = {
    "title": "2019年度项目支出绩效自评表",
    "project": "防汛物资",
    "department": "甲市应急局",
    "implementing_unit": "甲市防汛办",
    "boxes.attribute": "1、新增□  2、延续☑  3、常年□  4、一次性□",
    "total": "96",
    "reviewed_total": "94",
    **rows(
        "funding",
        "central provincial own other budget executed execution_rate",
        "40 | 30 | 20 | 10 | 100 | 90 | 90%",
    ),
    **rows(
        "indicators",
        "level1 level2 level3 full_marks score reviewed_score",
        """
        项目决策 | 立项   | 立项依据 | 2  | 2  | 2
        项目管理 | 资金   | 制度执行 | 13 | 12 | 11
        项目绩效 | 产出   | 物资储备 | 85 | 82 | 81
        """,
    ),
}


def test_the_form_is_known_by_its_review_and_its_sources_of_money():
    form = filled(FORM, "guangshui").form

    assert ("96", "94") == (text(form.total), text(form.reviewed_total))
    assert (["100"], ["90"]) == (funding(form, "budget"), funding(form, "executed"))
    assert ["2", "13", "85"] == column(form, "full_marks")
    assert ["2", "12", "82"] == column(form, "score")
    assert ["2", "11", "81"] == column(form, "reviewed_score")
    assert ["延续"] == [option for group in form.boxes for option in group.ticked]


def test_the_sources_of_its_money_are_kept_though_no_rule_knows_them():
    form = filled(FORM, "guangshui").form

    assert {"central": "40", "provincial": "30", "own": "20", "other": "10"} == {
        other.name.rpartition(".")[2]: other.stated.text for other in form.others
    }


def test_its_total_is_that_of_its_own_marks_not_of_the_reviewed_ones():
    assert [] == codes(filled(FORM, "guangshui"), "error")
    assert ["SC01"] == codes(filled(FORM | {"total": "99"}, "guangshui"), "error")


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "guangshui").form

    assert [form] == written_again(form)
