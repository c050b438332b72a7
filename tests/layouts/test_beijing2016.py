"""The form of Beijing of 2016 and 2017: the rate is taken of the first budget, 分值 in front."""

from __future__ import annotations

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

HEAD = {
    "title": "2016年度项目支出绩效自评表",
    "project": "【体制】自管道路清扫保洁外包工作经费",
    "department": "北京市海淀区人民政府学院路街道办事处",
    "implementing_unit": "北京市海淀区学院路街道城市运行服务中心",
    "goals.1.expected": "自管道路每天清扫",
    "goals.1.actual": "自管道路每天都有人清扫",
    **rows(
        "funding",
        "initial_budget executed full_marks execution_rate score",
        """
        310.2 | 154.74 | 10 | 50% | 5
        310.2 | 154.74 |    |     |
              |        |    |     |
        """,
    ),
    "funding.1.method": "执行率*该指标分值，最高不得超过分值上限",
}
COLUMNS = "level1 level2 level3 full_marks target actual method score reason"
HAIDIAN = HEAD | rows(
    "indicators",
    COLUMNS,
    """
    产出指标 | 数量指标 | 是否完成申报的数量 | 12.5 | 12.5 | 12.5 | 达到指标值记满分 | 12.5 |
    """,
)
RIGHT = HEAD | {
    "total_full_marks": "100",
    "total": "93.5",
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标 | 数量指标 | 清扫的道路 | 25 | ≥12条 | 12条 | 达到指标值记满分 | 25 |
        产出指标 | 质量指标 | 检查合格率 | 25 | ≥95% | 96% | 达到指标值记满分 | 25 |
        效益指标 | 社会效益指标 | 投诉办结率 | 30 | 100% | 95% | 按B/A记分 | 28.5 | 两件未办结
        满意度指标 | 服务对象满意度指标 | 居民满意度 | 10 | ≥90% | 90% | 达到记满分 | 10 |
        """,
    ),
}


def test_the_form_is_read_as_published():
    form = filled(HAIDIAN, "beijing2016").form

    assert "【体制】自管道路清扫保洁外包工作经费" == text(form.project)
    assert "北京市海淀区人民政府学院路街道办事处" == text(form.department)
    assert ["12.5"] == column(form, "full_marks")
    assert ["12.5"] == column(form, "target")
    assert ["12.5"] == column(form, "actual")
    assert ["12.5"] == column(form, "score")
    assert 2016 == form.fiscal_year


def test_the_rate_is_taken_of_the_first_budget():
    form = filled(HAIDIAN, "beijing2016").form

    assert ["310.2", "310.2", ""] == funding(form, "initial_budget")
    assert [None, None, None] == funding(form, "budget")
    assert ["154.74", "154.74", ""] == funding(form, "executed")
    assert form.funding.total
    assert form.funding.total.initial_budget == form.funding.base(form.funding.total)


def test_a_rate_and_a_score_rounded_to_whole_figures_are_no_errors():
    assert [] == codes(filled(HAIDIAN, "beijing2016"), "error")


def test_a_rate_that_does_not_follow_from_the_first_budget_is_found():
    edits = {"funding.1.execution_rate": "56%", "funding.1.score": "5.6"}

    assert "FD01" in codes(filled(HAIDIAN | edits, "beijing2016"), "error")


def test_how_marks_are_given_is_in_the_record():
    form = filled(HAIDIAN, "beijing2016").form

    assert ["达到指标值记满分"] == column(form, "method")
    assert ["执行率*该指标分值，最高不得超过分值上限", None, None] == funding(form, "method")


def test_the_total_and_its_full_marks_stand_under_their_columns():
    form = filled(RIGHT, "beijing2016").form

    assert ("100", "93.5") == (text(form.total_full_marks), text(form.total))


def test_there_is_no_error_and_no_warning_where_the_form_is_right():
    result = filled(RIGHT, "beijing2016")

    assert [] == codes(result, "error") + codes(result, "warning")


def test_a_total_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(RIGHT | {"total": "91.5"}, "beijing2016"), "error")


@pytest.mark.parametrize("content", [HAIDIAN, RIGHT], ids=["as published", "whole"])
def test_it_is_the_same_when_written_again(content: dict[str, str]):
    form = filled(content, "beijing2016").form

    assert [form] == written_again(form)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("主管部门及代码", "主管部门"),
        ("年初预算数（A）", "年初预算数(A)"),
        ("分值（10分）", "分值"),
        ("年度资金总额：", "年度资金总额:"),
        ("其中：本年一般公共预算拨款", "其中:本年财政拨款"),
        ("年度指标值（A）", "年度指标值(A)"),
        ("未完成原因分析", "未完成原因"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(RIGHT, "beijing2016", {printed: typed})

    assert () == form.unread
    assert said(filled(RIGHT, "beijing2016").form).items() >= said(form).items()
    assert ["310.2", "310.2", ""] == funding(form, "initial_budget")
