"""
The form published in Yunnan as 公开14表: amounts in 元, a target in three columns, a grade.

Its labels and the row 总分 | 100 | 96 | 优 are as published; office, project, figures are made up.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.layouts.filled import (
    codes,
    column,
    filled,
    funding,
    respelled,
    rows,
    said,
    text,
    written_again,
)

from hebiao.values.operators import Operator

FORM = {
    "title": "项目支出绩效自评表",
    "caption.unit_name": "甲县林业局",
    "project": "退耕地管护补助",
    "department": "甲县林业局",
    "implementing_unit": "甲县林业局",
    "goals.1.expected": "管护面积不减，按时发放补助",
    "goals.1.actual": "补助已全部发放",
    "notes.1": "无其他需要说明的事项",
    "total_full_marks": "100",
    "total": "96",
    "grade": "优",
    **rows(
        "funding",
        "initial_budget budget executed full_marks execution_rate score",
        """
        820000.00 | 800000.00 | 800000.00 | 10 | 100.00% | 10
        820000.00 | 800000.00 | 800000.00 | -  | -       | -
                  |           |           | -  |         | -
                  |           |           | -  |         | -
        """,
    ),
    **rows(
        "indicators",
        "level1 level2 level3 operator target unit actual full_marks score reason",
        """
        产出指标 | 数量指标 | 管护面积     | ≧  | 6000 | 亩 | 6000 | 20 | 20 |
        产出指标 | 质量指标 | 成活率       | ═  | 95   | %  | 95   | 10 | 10 |
        产出指标 | 时效指标 | 发放所用天数 | ≤  | 12   | 天 | 12   | 10 | 10 |
        效益指标 | 社会效益指标 | 受益农户 | ≥  | 300  | 户 | 260  | 30 | 26 | 部分农户迁出
        满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥ | 90 | % | 96 | 20 | 20 |
        """,
    ),
}


def test_the_yunnan_form_is_read_to_its_last_cell():
    form = filled(FORM, "yunnan").form

    assert "退耕地管护补助" == text(form.project)
    assert "甲县林业局" == text(form.unit_name)
    assert ["820000.00", "820000.00", "", ""] == funding(form, "initial_budget")
    assert ["800000.00", "800000.00", "", ""] == funding(form, "budget")
    assert ["10", "-", "-", "-"] == funding(form, "score")
    assert ["20", "10", "10", "26", "20"] == column(form, "score")
    assert ["20", "10", "10", "30", "20"] == column(form, "full_marks")
    assert ["6000", "95", "12", "260", "96"] == column(form, "actual")
    assert ["无其他需要说明的事项"] == [note.text for note in form.notes]


def test_its_total_row_holds_full_marks_score_and_grade():
    form = filled(FORM, "yunnan").form

    assert ("100", "96", "优") == (
        text(form.total_full_marks),
        text(form.total),
        text(form.grade),
    )


def test_its_amounts_are_in_yuan():
    form = filled(FORM, "yunnan").form

    assert "元" == form.funding.money
    assert form.funding.total
    assert form.funding.total.budget
    assert form.funding.total.budget.value
    assert Decimal(800000) == form.funding.total.budget.value.value


def test_a_target_is_read_of_sign_figure_and_unit_together():
    form = filled(FORM, "yunnan").form

    read = [
        q for i in form.indicators if i.target and i.target.value for q in i.target.value.quantities
    ]
    assert [Operator.AT_LEAST, Operator.EQUAL, Operator.AT_MOST] == [q.operator for q in read[:3]]
    assert [Decimal(6000), Decimal(95), Decimal(12)] == [q.figure.value for q in read[:3]]


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "yunnan").form

    assert [form] == written_again(form)


def test_there_is_no_finding_where_the_form_is_right():
    assert [] == codes(filled(FORM, "yunnan"))


def test_a_total_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(FORM | {"total": "98"}, "yunnan"), "error")


def test_a_rate_that_does_not_follow_is_found():
    assert "FD01" in codes(filled(FORM | {"funding.1.execution_rate": "97.56%"}, "yunnan"), "error")


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("项目资金（元）", "项目资金\n(元)"),
        ("全年预算数", "全年预算数（A）"),
        ("执行率", "执行率(B/A)"),
        ("其中：当年财政拨款", "其中:本年财政拨款"),
        ("度量单位", "计量单位"),
        ("总分", "合计"),
        ("其他需要说明事项", "其他需要说明的事项："),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(FORM, "yunnan", {printed: typed})

    assert () == form.unread
    assert said(filled(FORM, "yunnan").form).items() >= said(form).items()
    assert len(column(form, "score")) == 5
