"""The Ministry's form as it is often varied: columns and lines left out, added or divided."""

from __future__ import annotations

import pytest
from tests.layouts.filled import column, forms_in, funding, read_table, text

HEAD = """
项目名称 | 灌区改造 | < | <
主管部门 | 甲县水利局 | 实施单位 | 甲县灌溉站
"""
FUNDING = """
项目资金（万元） |                   | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^               | 年度资金总额       | 100        | 90         | 10   | 90%    | 9
^               | 其中：当年财政拨款 | 100        | 90         | —    | —      | —
"""
GOALS = """
年度总体目标 | 预期目标 | 实际完成情况
^            | 改造渠道 | 已改造
"""
INDICATORS = """
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析
^ | 产出指标 | 数量指标 | 渠道长度 | ≥3公里  | 3公里 | 50 | 50 |
^ | 效益指标 | 社会效益 | 受益农户 | ≥500户 | 520户 | 40 | 40 |
总分 | < | < | < | < | < | 100 | 99 |
"""


@pytest.mark.parametrize("goals", [GOALS, ""], ids=["with goals", "without"])
def test_without_the_first_budget_it_is_still_the_ministry_s_form(goals: str):
    form = read_table(HEAD, FUNDING, goals, INDICATORS)

    assert "mof" == form.layout
    assert ["100", "100"] == funding(form, "budget")
    assert ["50", "40"] == column(form, "full_marks")
    assert ("100", "99") == (text(form.total_full_marks), text(form.total))


def test_lines_of_money_that_are_not_there_are_not_missed():
    form = read_table(HEAD, FUNDING, GOALS, INDICATORS)

    assert ["total", "fiscal"] == [line.kind for line in form.funding.lines]


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("全年执行数", "执行数"),
        ("全年执行数", "全年执行数(B)"),
        ("全年执行数", "执行数（B）"),
        ("（万元）", ""),
        ("年度资金总额", "资金总额"),
        ("其中：当年财政拨款", "财政专户管理资金"),
        ("其中：当年财政拨款", "单位资金"),
    ],
)
def test_its_money_may_be_labelled_otherwise(printed: str, typed: str):
    form = read_table(HEAD, FUNDING.replace(printed, typed), GOALS, INDICATORS)

    assert ("mof", "万元") == (form.layout, form.funding.money)
    assert ["90", "90"] == funding(form, "executed")


def test_a_target_divided_in_a_second_header_row_is_read_together():
    form = read_table(
        HEAD,
        FUNDING,
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 实际完成值 | 分值 | 得分
        ^ | ^ | ^ | ^ | 指标性质 | 指标值 | 计量单位 | ^ | ^ | ^
        ^ | 产出指标 | 数量指标 | 渠道长度 | ≥ | 3 | 公里 | 3公里 | 90 | 90
        """,
    )

    (indicator,) = form.indicators
    assert "mof" == form.layout
    assert indicator.target
    assert indicator.target.value
    (quantity,) = indicator.target.value.quantities
    assert ("≥", "公里") == (quantity.operator, quantity.figure.unit)


def test_columns_for_method_basis_review_and_remarks_are_kept_apart_from_their_neighbours():
    form = read_table(
        HEAD,
        FUNDING,
        """
        三级指标 | 年度指标值 | 实际完成值 | 分值 | 评分标准 | 评分依据 | 得分 | 复核分 | 备注
        渠道长度 | ≥3公里 | 3公里 | 90 | 按比例 | 验收单 | 88 | 87 | 无
        """,
    )

    (indicator,) = form.indicators
    assert ("mof", "90", "88") == (form.layout, text(indicator.full_marks), text(indicator.score))
    assert ("按比例", "验收单") == (text(indicator.method), text(indicator.basis))
    assert ("87", "无") == (text(indicator.reviewed_score), text(indicator.remark))


def test_costs_may_be_a_group_of_their_own():
    form = read_table(
        HEAD,
        FUNDING,
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        ^ | 成本指标（20分） | 经济成本 | 单位造价 | ≤30万元 | 30万元 | 20 | 20
        ^ | 产出指标（40分） | 数量指标 | 渠道长度 | ≥3公里 | 3公里 | 40 | 40
        ^ | 效益指标（20分） | 社会效益 | 受益农户 | ≥500户 | 520户 | 20 | 20
        ^ | 满意度指标（10分） | 服务对象 | 农户 | ≥90% | 95% | 10 | 10
        """,
    )

    assert ["成本指标", "产出指标", "效益指标", "满意度指标"] == [g.name for g in form.groups]
    assert ["20", "40", "20", "10"] == [str(g.weight.value) for g in form.groups if g.weight]


def test_the_unit_of_money_above_the_table_holds_where_no_label_names_one():
    form = read_table("单位：元", HEAD, FUNDING.replace("（万元）", ""), INDICATORS)

    assert "元" == form.funding.money
    assert ["元"] == [other.stated.text for other in form.others]


def test_a_form_without_the_first_budget_in_the_words_of_rural_funds_is_that_form():
    form = read_table(
        HEAD,
        FUNDING.replace("项目资金", "资金情况"),
        GOALS.replace("预期目标", "年初设定目标").replace(
            "实际完成情况", "年度总体目标完成情况综述"
        ),
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分
        ^ | 产出指标 | 数量指标 | 渠道长度 | 90 | ≥3公里 | 3公里 | 90
        """,
    )

    assert "rural" == form.layout


def test_a_form_of_yunnan_needs_its_funding_block():
    lines = """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 渠道长度 | ≥ | 3 | 公里 | 3公里 | 90 | 90
        """
    foot = "其他需要说明事项 | 无"

    assert [] == forms_in(HEAD, lines, foot)
    assert ["yunnan"] == [form.layout for form in forms_in(HEAD, FUNDING, lines, foot)]
