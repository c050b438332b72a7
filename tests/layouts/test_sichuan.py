"""The form 510000_0013zp of Sichuan: targets split over three columns, 权重 behind the values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.layouts.filled import (
    LAYOUTS,
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

from hebiao.layouts.labelling import label_cells
from hebiao.layouts.rows import rows_of
from hebiao.sample.plan import plan
from hebiao.values.operators import Operator
from hebiao.word.drawing import read_drawing

QINGSHEN = {
    "title": "部门预算项目支出绩效自评表（2023年度）",
    "caption.form_number": "510000_0013zp",
    "project": "51000021R000000019951-工资性支出",
    "department": "青神县发展和改革局本级",
    "implementing_unit": "青神县发展和改革局",
    "goals.1.expected": "按时足额发放工资",
    "goals.1.actual": "对照年度目标，说明相关任务目标的完成情况（100字以内）",
    "notes.1": "对照实施内容说明过程（100字以内）",
    "notes.2": "",
    "notes.3": "",
    "measures": "",
    **rows(
        "funding",
        "initial_budget budget executed execution_rate full_marks score",
        """
        238.93 | 251.89 | 251.89 | 100.00% | 10 |
        238.93 | 251.89 | 251.89 | 100.00% | / | /
        0.00 | 0.00 | 0.00 | 0.00% | / | /
        0.00 | 0.00 | 0.00 | 0.00% | / | /
         | | | | / | /
        """,
    ),
    "funding.1.reason": "1.预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因",
    **rows(
        "indicators",
        "level1 level2 level3 operator target unit actual full_marks score reason",
        """
        产出指标 | 数量指标 | 发放（缴纳）覆盖率 | = | 100 | % | | 60 | |
        效益指标 | 社会效益指标 | 足额保障率（参保率） | = | 100 | % | | 30 | |
        """,
    ),
    "total_full_marks": "100",
    "total": "",
}
RIGHT = QINGSHEN | {
    "goals.1.actual": "工资按时足额发放",
    "notes.1": "按月发放",
    "notes.2": "目标都已完成",
    "notes.3": "无",
    "measures": "无",
    "funding.1.score": "10",
    "funding.1.reason": "年中追加新进人员工资",
    "indicators.1.actual": "100",
    "indicators.1.score": "60",
    "indicators.2.actual": "100",
    "indicators.2.score": "30",
    "total": "100",
}


def test_the_form_is_read_as_published_before_it_was_filled_in():
    form = filled(QINGSHEN, "sichuan").form

    assert "51000021R000000019951-工资性支出" == text(form.project)
    assert "青神县发展和改革局" == text(form.implementing_unit)
    assert "按时足额发放工资" == text(form.goals[0].expected)
    assert 2023 == form.fiscal_year
    assert ("100", "") == (text(form.total_full_marks), text(form.total))
    assert ["", ""] == column(form, "actual")


def test_its_money_is_read_line_by_line_from_a_header_that_has_a_label_of_its_own():
    form = filled(QINGSHEN, "sichuan").form

    assert ["238.93", "238.93", "0.00", "0.00", ""] == funding(form, "initial_budget")
    assert ["251.89", "251.89", "0.00", "0.00", ""] == funding(form, "budget")
    assert ["100.00%", "100.00%", "0.00%", "0.00%", ""] == funding(form, "execution_rate")
    assert ["10", "/", "/", "/", "/"] == funding(form, "full_marks")
    assert ["total", "fiscal", "special_account", "unit_funds", "other"] == [
        line.kind for line in form.funding.lines
    ]
    assert "万元" == form.funding.money


def test_the_weight_column_gives_full_marks():
    form = filled(RIGHT, "sichuan").form

    assert ["60", "30"] == column(form, "full_marks")
    assert ["60", "30"] == column(form, "score")


def test_a_target_is_read_of_sign_figure_and_unit_together():
    form = filled(RIGHT, "sichuan").form

    targets = [i.target.value for i in form.indicators if i.target and i.target.value]
    assert [(Operator.EQUAL, Decimal(100)), (Operator.EQUAL, Decimal(100))] == [
        (target.quantities[0].operator, target.quantities[0].figure.value) for target in targets
    ]


def test_what_it_says_in_words_is_kept():
    form = filled(RIGHT, "sichuan").form

    assert ["按月发放", "目标都已完成", "无"] == [note.text for note in form.notes]
    assert "无" == text(form.measures)


@pytest.mark.parametrize("content", [QINGSHEN, RIGHT], ids=["as published", "filled in"])
def test_it_is_the_same_when_written_again(content: dict[str, str]):
    form = filled(content, "sichuan").form

    assert [form] == written_again(form)


def test_a_rate_of_nothing_out_of_nothing_is_no_finding():
    assert [] == codes(filled(QINGSHEN, "sichuan"), "error")


def test_a_changed_budget_is_not_explained_by_the_printed_request_to_explain_it():
    printed = {"funding.1.reason": QINGSHEN["funding.1.reason"]}

    assert ["FD07"] == codes(filled(RIGHT | printed, "sichuan"))


def test_there_is_no_finding_where_the_form_is_right():
    assert [] == codes(filled(RIGHT, "sichuan"))


def test_a_rate_of_the_first_budget_instead_of_the_adjusted_is_found():
    edits = {"funding.1.executed": "238.93", "funding.2.executed": "238.93"}

    assert "FD01" in codes(filled(RIGHT | edits, "sichuan"), "error")


def test_a_total_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(RIGHT | {"total": "98"}, "sichuan"), "error")


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("实施单位（盖章）", "实施单位\n(盖章)"),
        ("1.项目年度目标完成情况", "1、项目年度目标完成情况"),
        ("2.项目实施内容及过程概述", "项目实施内容及过程概述"),
        ("预算执行情况（10分）", "预算执行情况(10分)"),
        ("年度预算数（万元）", "年度预算数\n(万元)"),
        ("其中：财政资金", "其中:财政资金"),
        ("合计", "合 计"),
        ("权重", "分值"),
        ("评价结论", "评价结论\n(200字以内)"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(RIGHT, "sichuan", {printed: typed})

    assert () == form.unread
    assert said(filled(RIGHT, "sichuan").form).items() >= said(form).items()
    assert ["10", "/", "/", "/", "/"] == funding(form, "score")


def test_a_line_for_signatures_in_the_table_is_kept():
    foot = read_drawing("""
        +------------------------------+
        | 项目负责人：    财务负责人： |
        +------------------------------+
    """)

    found = label_cells(rows_of([plan(LAYOUTS["sichuan"], RIGHT), foot]), LAYOUTS["sichuan"])
    assert () == found.unread
    assert "目标都已完成" == found.values["notes.2"].text
    assert found.values["notes.4"].text.startswith("项目负责人")
