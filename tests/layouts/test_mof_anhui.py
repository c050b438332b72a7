"""The Ministry's form as departments in Anhui and Hebei publish it: their spellings and slips."""

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

FUNDING = "initial_budget budget executed full_marks execution_rate score"
COLUMNS = "level1 level2 level3 target actual full_marks score reason"
CHIZHOU = {
    "project": "委托业务项目",
    "department": "219-池州市贵池区棠溪镇人民政府",
    "implementing_unit": "219001-池州市贵池区棠溪镇人民政府",
    "goals.1.expected": "全年用于委托业务90万元",
    "goals.1.actual": "全年支付89.974万元",
    **rows(
        "funding",
        FUNDING,
        """
        0  | 0      | 0      | 10 | 0 | 0
        90 | 89.974 | 89.974 |    |   |
           |        |        |    |   |
           |        |        |    |   |
        """,
    ),
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标 | 数量指标 | 基建工程委托业务项目数量 | ≥50个 | 50 | 8 | 8 |
        产出指标 | 质量指标 | 委托业务报告合格率 | ≥100百分比 | 100 | 8 | 8 |
        产出指标 | 质量指标 | 经费支出合规性 | 严格执行相关制度规定 | 达成预期指标 | 8 | 8 |
        产出指标 | 时效指标 | 提交报告及时性 | 在项目计划完成时间内完成 | 达成预期指标 | 8 | 8 |
        产出指标 | 成本指标 | 项目总成本 | ≤90万元 | 90 | 8 | 8 |
        产出指标 | 成本指标 | 单项业务成本 | 符合相关规定 | 达成预期指标 | 10 | 10 |
        效益指标 | 社会效益指标 | 维护基建市场公平 | 效果明显 | 达成预期指标 | 10 | 10 |
        效益指标 | 生态效益指标 | 控制基建项目成本 | 效果明显 | 达成预期指标 | 10 | 10 |
        效益指标 | 可持续影响指标 | 四项制度的落实 | 效果明显 | 达成预期指标 | 10 | 10 |
        效益指标 | 经济效益指标 | | | | | |
        """,
    ),
}
TIANCHANG = {
    "project": "水旱灾害防御经费",
    "department": "",
    "implementing_unit": "天长市水利局",
    "goals.1.expected": "安全度过汛期",
    "goals.1.actual": "安全度过了汛期",
    **rows(
        "funding",
        FUNDING,
        """
        880 | 880 | 880 | 10 | | 10
        880 | 880 | 880 | - | | -
         | | | - | | -
         | | | - | | -
        """,
    ),
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标 | 数量指标 | 指标1:完成中型灌区节水改造项目数量 | 1 | 1 | 10 | 10 |
        产出指标 | 数量指标 | 指标2:完成农业综合水价改革项目 | 1 | 1 | 10 | 10 |
        产出指标 | 质量指标 | 指标1:工程质量合格 | | | 10 | 10 |
        产出指标 | 时效指标 | 指标1:年度资金支付完成率100% | | | 10 | 10 |
        产出指标 | 成本指标 | 指标1:资金执行在预算范围内 | | | 10 | 10 |
        效益指标 | 经济效益指标 | 指标1:全市安全度汛 | | | 10 | 10 |
        效益指标 | 社会效益指标 | 指标1:保护全市人口财产不受损失 | | | 10 | 10 |
        效益指标 | 生态效益指标 | 指标1:/ | | | / | / |
        效益指标 | 可持续影响指标 | 指标1:已建工程良性运行 | | | 10 | 10 |
        满意度指标 | 服务对象满意度指标 | 指标1:服务对象满意度 | 90% | 100% | 10 | 10 |
        """,
    ),
    "total_full_marks": "100",
    "total": "100",
}
LANGFANG = {
    "project": "办公宿舍楼、食堂及餐厅暖通改造经费",
    "department": "廊坊市发改委",
    "implementing_unit": "廊坊市食品工程学校",
    "goals.1.expected": "43.2",
    "goals.1.actual": "37.24",
    **rows(
        "funding",
        FUNDING,
        """
        43.2 | 43.2 | 37.24 | 10 | 86% | 9
        43.2 | 43.2 | 37.24 | | |
         | | | | |
         | | | | |
        """,
    ),
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标 | 数量指标 | 指标1工程资金金额 | 43.2 | 37.24 | 10 | 9 | 尾款未付
        产出指标 | 质量指标 | 指标1工程完工率 | 100 | 100 | 10 | 10 |
        产出指标 | 质量指标 | 指标2工程验收合格率 | 100 | 100 | 10 | 10 |
        产出指标 | 时效指标 | 指标1项目完成及时率 | 100 | 100 | 10 | 10 |
        产出指标 | 成本指标 | 指标1成本控制率 | 100 | 100 | 10 | 10 |
        效益指标 | 经济效益指标 | 指标1安全率 | 100 | 100 | 10 | 10 | 0
        效益指标 | 社会效益指标 | 指标1学校发展能力 | 100 | 100 | 10 | 10 | 0
        效益指标 | 可持续影响指标 | 指标1长期使用性 | 100 | 100 | 10 | 10 |
        满意度指标 | 服务对象满意度指标 | 指标1学生满意度 | 100 | 100 | 10 | 10 | 0
        """,
    ),
}
EACH = pytest.mark.parametrize(
    "content", [CHIZHOU, TIANCHANG, LANGFANG], ids=["池州", "天长", "廊坊"]
)


@EACH
def test_every_text_is_read_as_it_was_written(content: dict[str, str]):
    texts = said(filled(content, "mof").form)

    assert {} == {name: words for name, words in content.items() if texts.get(name, "") != words}


@EACH
def test_it_is_the_same_when_written_again(content: dict[str, str]):
    form = filled(content, "mof").form

    assert [form] == written_again(form)


@pytest.mark.parametrize("content", [TIANCHANG, LANGFANG], ids=["天长", "廊坊"])
def test_slips_in_how_it_is_filled_in_are_no_errors_of_arithmetic(content: dict[str, str]):
    assert [] == codes(filled(content, "mof"), "error")


def test_a_total_line_left_at_zero_above_its_sources_is_the_only_error_of_its_form():
    assert ["FD04"] == codes(filled(CHIZHOU, "mof"), "error")


def test_a_rate_left_blank_beside_its_score_is_found():
    assert "FD08" in codes(filled(TIANCHANG, "mof"), "note")


def test_a_total_line_of_zeros_is_read_as_it_stands():
    form = filled(CHIZHOU, "mof").form

    assert ["0", "89.974", "", ""] == funding(form, "budget")
    assert ["total", "fiscal", "carried_over", "other"] == [x.kind for x in form.funding.lines]


def test_an_indicator_row_left_blank_is_still_a_row():
    form = filled(CHIZHOU, "mof").form

    assert "" == column(form, "level3")[9]
    assert "经济效益指标" == text(form.indicators[9].level2)


def test_a_department_left_blank_is_found():
    assert "FM01" in codes(filled(TIANCHANG, "mof"))


def test_a_total_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(TIANCHANG | {"total": "110"}, "mof"), "error")


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("年度资金总额", "年度资金总额:"),
        ("其中：当年财政拨款", "其中:本年财政拨款"),
        ("其中：当年财政拨款", "其中：本年一般公共预算拨款"),
        ("上年结转资金", "上年结转\n 资金"),
        ("项目资金（万元）", "项目资金\n(万元)"),
        ("全年预算数（A）", "全年预算数"),
        ("执行率（B/A）", "执行率(B/A)"),
        ("年度指标值", "指标值"),
        ("偏差原因分析及改进措施", "偏差原因及改进措施"),
        ("偏差原因分析及改进措施", "未完成原因分析"),
        ("偏差原因分析及改进措施", "评价得分分析"),
        ("总分", "总 分"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(TIANCHANG, "mof", {printed: typed})

    assert () == form.unread
    assert said(filled(TIANCHANG, "mof").form) == said(form)
