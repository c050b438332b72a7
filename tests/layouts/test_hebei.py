"""
The form of Hebei's budget projects: labels beside the amounts, marks weighted a second time.

Its column labels are as published; office, project and figures are made up.
"""

from __future__ import annotations

import pytest
from tests.layouts.filled import (
    codes,
    column,
    filled,
    funding,
    respelled,
    rows,
    text,
    written_again,
)

from hebiao.layouts import find_forms, known_layouts
from hebiao.records import build
from hebiao.word import Document
from hebiao.word.drawing import read_drawing

FORM = {
    "title": "预算项目绩效自评表",
    "project": "村级文化广场建设",
    "department": "甲县文化广电和旅游局",
    "implementing_unit": "甲县文化馆",
    "goals.1.expected": "建成两处广场",
    "goals.1.actual": "两处广场均已建成",
    "goals.1.completion_rate": "100%",
    "total_full_marks": "100",
    "total": "98",
    "converted_total": "24.6",
    **rows(
        "funding",
        "budget arrived executed execution_rate",
        """
        50 | 50 | 40 | 80%
        50 | 50 | 40 | 80%
        0  | 0  | 0  |
        """,
    ),
    **rows(
        "indicators",
        "level1 level2 level3 full_marks operator target unit actual"
        " completion score weight_share converted_score",
        """
        产出指标 | 数量指标 | 广场数量 | 30 | ≥ | 2 | 处 | 2 | 完成 | 30 | 30 | 9
        效果指标 | 社会效益指标 | 受益村民 | 40 | ≥ | 500 | 人 | 620 | 完成 | 40 | 40 | 16
        满意度指标 | 服务对象满意度 | 村民满意度 | 20 | ≥ | 90 | % | 95 | 完成 | 20 | 20 | 4
        预算执行率 | 预算执行率 | 预算执行率 | 10 | = | 100 | % | 80 | 未完成 | 8 | 10 | 0.8
        """,
    ),
}


def test_the_hebei_form_is_read_to_its_last_cell():
    form = filled(FORM, "hebei").form

    assert ["50", "50", "0"] == funding(form, "budget")
    assert ["40", "40", "0"] == funding(form, "executed")
    assert ["预算数", "其中:财政资金", "其他资金"] == [
        line.source.value.replace("：", ":")
        for line in form.funding.lines
        if line.source and line.source.value
    ]
    assert ["80%", "80%", ""] == funding(form, "execution_rate")
    assert ["2", "620", "95", "80"] == column(form, "actual")
    assert ["30", "40", "20", "10"] == column(form, "full_marks")
    assert ["30", "40", "20", "8"] == column(form, "score")
    assert ["处", "人", "%", "%"] == column(form, "unit")
    assert ("100", "98") == (text(form.total_full_marks), text(form.total))
    assert "两处广场均已建成" == text(form.goals[0].actual)


def test_what_arrived_and_what_was_weighted_again_are_in_the_record():
    form = filled(FORM, "hebei").form

    assert ["50", "50", "0"] == funding(form, "arrived")
    assert ["30", "40", "20", "10"] == column(form, "weight_share")
    assert ["9", "16", "4", "0.8"] == column(form, "converted_score")
    assert ["完成", "完成", "完成", "未完成"] == column(form, "completion")
    assert ("24.6", "100%") == (text(form.converted_total), text(form.goals[0].completion_rate))


def test_there_is_no_error_where_the_form_is_right():
    assert [] == codes(filled(FORM, "hebei"), "error")


def test_a_rate_that_does_not_follow_is_found():
    assert ["FD01"] == codes(filled(FORM | {"funding.1.execution_rate": "90%"}, "hebei"), "error")


def test_a_form_whose_only_total_is_the_weighted_one_is_not_judged_by_it():
    form = {name: value for name, value in FORM.items() if name != "total"}

    assert [] == codes(filled(form, "hebei"), "error")


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "hebei").form

    assert [form] == written_again(form)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("预算安排情况（调整后）", "预算安排（调整后）"),
        ("预算执行进度（%）", "预算执行进度(%)"),
        ("其他资金", "其他"),
        ("权重占比（%）", "权重占比\n(%)"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(FORM, "hebei", {printed: typed})

    assert () == form.unread
    assert ["50", "50", "0"] == funding(form, "budget")


def test_a_rate_merged_down_beside_all_lines_is_the_total_s():
    drawn = read_drawing("""
        +----------+-----------------+-----------------+-----------------+--------------+
        | 项目名称 | 村级文化广场建设                                                   |
        +----------+-----------------+-----------------+-----------------+--------------+
        | 预算执行 | 预算安排情况    | 资金到位情况    | 资金执行情况    | 预算执行进度 |
        | 情况     +------------+----+------------+----+------------+----+--------------+
        |          | 预算数     | 60 | 到位数     | 60 | 执行数     | 40 | 66.67%       |
        |          +------------+----+------------+----+------------+----+              |
        |          | 财政资金   | 50 | 财政资金   | 50 | 财政资金   | 40 |              |
        |          +------------+----+------------+----+------------+----+              |
        |          | 其他       | 10 | 其他       | 10 | 其他       | 0  |              |
        +----------+------------+----+-------+----+-------+----+-------+-+--------------+
        | 三级指标 | 指标分值   | 预期指标值 | 实际完成值 | 单项指标得分 | 折算得分     |
        +----------+------------+------------+------------+--------------+--------------+
        | 广场数量 | 100        | 2处        | 2处        | 100          | 100          |
        +----------+------------+------------+------------+--------------+--------------+
    """)

    (form,) = [build(form) for form in find_forms(Document((drawn,)), known_layouts())]

    assert ("hebei", ()) == (form.layout, form.unread)
    assert ["60", "50", "10"] == funding(form, "budget")
    assert ["66.67%", None, None] == funding(form, "execution_rate")
