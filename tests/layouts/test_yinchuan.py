"""
The form of 银川: marks before the values; the total and a reviewed one in the head.

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

FORM = {
    "title": "项目支出绩效自评表",
    "project": "公园照明改造",
    "department": "甲市园林管理局",
    "implementing_unit": "甲市公园管理处",
    "total": "94.5",
    **rows(
        "funding",
        "initial_budget budget executed execution_rate",
        """
        320 | 300 | 270 | 90%
        320 | 300 | 270 | 90%
        0   | 0   | 0   | 0.00%
        """,
    ),
    **rows(
        "indicators",
        "level1 level2 level3 full_marks target actual score reason",
        """
        决策 | 项目立项 | 立项程序规范性 | 10 | 规范     | 规范  | 10   |
        管理 | 资金管理 | 预算执行率     | 15 | 100%     | 90%   | 13.5 | 尾款待验收后支付
        管理 | 组织实施 | 制度执行有效性 | 10 | 有效     | 有效  | 10   |
        产出 | 产出数量 | 更换灯具       | 30 | ≥500盏   | 500盏 | 30   |
        效益 | 社会效益 | 夜间游客       | 35 | ≥10万人次 | 9万人次 | 31 | 夏季多雨
        """,
    ),
}


def test_the_yinchuan_form_is_read_to_its_last_cell():
    form = filled(FORM, "yinchuan").form

    assert "94.5" == text(form.total)
    assert ["320", "320", "0"] == funding(form, "initial_budget")
    assert ["300", "300", "0"] == funding(form, "budget")
    assert ["270", "270", "0"] == funding(form, "executed")
    assert ["90%", "90%", "0.00%"] == funding(form, "execution_rate")
    assert ["10", "15", "10", "30", "35"] == column(form, "full_marks")
    assert ["规范", "100%", "有效", "≥500盏", "≥10万人次"] == column(form, "target")
    assert ["规范", "90%", "有效", "500盏", "9万人次"] == column(form, "actual")
    assert ["10", "13.5", "10", "30", "31"] == column(form, "score")
    assert ["决策", "管理", "产出", "效益"] == [group.name for group in form.groups]


def test_the_marks_of_the_finance_bureau_are_not_taken_for_the_total():
    form = filled(FORM | {"reviewed_total": "90"}, "yinchuan").form

    assert ("90", "94.5") == (text(form.reviewed_total), text(form.total))


def test_the_rate_is_taken_of_the_adjusted_budget():
    result = filled(FORM | {"funding.1.execution_rate": "84.38%"}, "yinchuan")

    assert ["FD01"] == codes(result, "error")


def test_there_is_no_error_where_the_form_is_right():
    assert [] == codes(filled(FORM, "yinchuan"), "error")


def test_a_total_in_the_head_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(FORM | {"total": "98.5"}, "yinchuan"), "error")


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "yinchuan").form

    assert [form] == written_again(form)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("调整预算数（A）", "调整后预算数(A)"),
        ("全年执行数（B）", "全年执行数\n(B)"),
        ("考核分值", "考核\n分值"),
        ("未完成原因", "未完成原因分析"),
        ("自评得分", "自评得分："),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(FORM, "yinchuan", {printed: typed})

    assert () == form.unread
    assert ["10", "13.5", "10", "30", "31"] == column(form, "score")
    assert "94.5" == text(form.total)
