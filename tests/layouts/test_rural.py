"""The form of the funds for poverty relief and rural revival: 分值 stands before the values."""

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

from hebiao.scoring.full_marks import group_weight

COLUMNS = "level1 level2 level3 full_marks target actual score reason"
SUIXI = {
    "title": "2019年度财政扶贫项目资金绩效目标自评表",
    "project": "临时救助",
    "contact": "救助股 0000000",
    "department": "[155]濉溪县民政局",
    "implementing_unit": "",
    "goals.1.expected": "及时救助遇到困难的家庭",
    "goals.1.actual": "应当救助的家庭都得到了救助",
    **rows(
        "funding",
        "budget executed full_marks execution_rate score",
        """
        30 | 30 | 10 | 100% | 10
        30 | 30 | 10 | 100% | 10
           |    |    |      |
        """,
    ),
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标 | 数量指标 | ★★★农村低保发放人数(按月平均)(≥**人) | 5 | >=21933人 | 21980人 | 5 |
        产出指标 | 数量指标 | ★★★其中:建档立卡贫困人口数量(≥**人) | 5 | >=9431人 | 9453人 | 5 |
        产出指标 | 数量指标 | ★★★接受临时救助的人次数(≥**人次) | 5 | >=59人次 | 87人次 | 5 |
        产出指标 | 数量指标 | ★★★特困人员救助供养人数(≥**人) | 5 | >=4754人 | 4604人 | 5 | 逐月变动
        产出指标 | 数量指标 | 扶贫临时救助人数(按月平均)(≥**人) | 10 | >=7人 | 7人 | 10 |
        产出指标 | 质量指标 | ★农村低保标准(≥**元/人·月) | 5 | >=530元/人*月 | 583元/人*月 | 5 |
        产出指标 | 质量指标 | 特困人员生活标准(≥**元/人·月) | 5 | >=570元/人*月 | 758元/人*月 | 5 |
        产出指标 | 质量指标 | 扶贫临时救助标准(<**元/户·年) | 10 | <=5300元/户 | 5830元/户 | 10 |
        效益指标 | 社会效益指标 | ★★★受益贫困人口数≥**人 | 30 | >=80人 | 87人 | 30 |
        """,
    ),
}
RIGHT = SUIXI | {
    "implementing_unit": "濉溪县民政局",
    "indicators.4.score": "4.84",
    "indicators.8.actual": "5300元/户",
    **{
        f"indicators.10.{name}": words
        for name, words in zip(
            COLUMNS.split(),
            ("满意度指标", "服务对象满意度指标", "★受助对象满意度", "10", ">=90%", "95%", "10", ""),
            strict=True,
        )
    },
    "total_full_marks": "100",
    "total": "99.84",
}


def test_the_form_is_known_though_it_shares_most_labels_with_the_ministrys():
    form = filled(SUIXI, "rural").form

    assert "临时救助" == text(form.project)
    assert "[155]濉溪县民政局" == text(form.department)
    assert 9 == len(form.indicators)
    assert "应当救助的家庭都得到了救助" == text(form.goals[0].actual)
    assert 2019 == form.fiscal_year


def test_the_marks_before_the_values_are_full_marks():
    form = filled(SUIXI, "rural").form

    assert ["5", "5", "5", "5", "10", "5", "5", "10", "30"] == column(form, "full_marks")
    assert ["5", "5", "5", "5", "10", "5", "5", "10", "30"] == column(form, "score")
    assert ">=4754人" == column(form, "target")[3]
    assert "4604人" == column(form, "actual")[3]
    assert "逐月变动" == column(form, "reason")[3]


def test_only_the_total_line_of_the_money_counts_though_the_line_below_repeats_its_marks():
    form = filled(SUIXI, "rural").form

    assert ["30", "30", ""] == funding(form, "budget")
    assert ["10", "10", ""] == funding(form, "score")
    assert ["total", "fiscal", "other"] == [line.kind for line in form.funding.lines]
    assert [] == codes(filled(RIGHT, "rural"), "error")


def test_the_total_and_its_full_marks_stand_under_their_columns():
    form = filled(RIGHT, "rural").form

    assert ("100", "99.84") == (text(form.total_full_marks), text(form.total))


@pytest.mark.parametrize("content", [SUIXI, RIGHT], ids=["as published", "put right"])
def test_it_is_the_same_when_written_again(content: dict[str, str]):
    form = filled(content, "rural").form

    assert [form] == written_again(form)


def test_two_missed_targets_with_full_marks_are_found():
    result = filled(SUIXI, "rural")

    found = [f.message for f in result.findings if f.code == "PI02"]
    assert 2 == len(found)
    assert "4604人" in found[0]
    assert "5830元/户" in found[1]


def test_two_targets_exceeded_by_far_are_found():
    assert 2 == codes(filled(SUIXI, "rural")).count("PI04")


def test_there_is_no_error_and_no_warning_where_the_form_is_right():
    result = filled(RIGHT, "rural")

    assert [] == codes(result, "error") + codes(result, "warning")


def test_a_total_that_is_no_sum_is_found():
    assert ["SC01"] == codes(filled(RIGHT | {"total": "99.48"}, "rural"), "error")


def test_marks_printed_before_the_values_give_the_weight_of_a_group():
    form = filled(RIGHT, "rural").form

    assert [Decimal(50), Decimal(30), Decimal(10)] == [group_weight(g) for g in form.groups]


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("项目负责人及电话", "项目负责人\n及联系电话"),
        ("资金情况（万元）", "资金情况\n(万元)"),
        ("年度资金总额：", "年度资金总额:"),
        ("其中：本年财政拨款", "其中:财政拨款"),
        ("全年预算数（A）", "全年预算数(A)"),
        ("年初设定目标", "预期目标"),
        ("年度总体目标完成情况综述", "全年实际完成情况"),
        ("未完成原因及拟采取的改进措施", "未完成原因\n和改进措施"),
        ("未完成原因及拟采取的改进措施", "偏差原因分析及改进措施"),
        ("全年实际值", "实际完成值"),
        ("项目负责人及电话", "项目负责人"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(RIGHT, "rural", {printed: typed})

    assert () == form.unread
    assert said(filled(RIGHT, "rural").form).items() >= said(form).items()
    assert 10 == len(form.indicators)


def test_the_form_without_a_contact_is_not_taken_for_the_ministrys():
    labels = {"项目负责人及电话": "", "救助股 0000000": ""}

    assert () == respelled(RIGHT, "rural", labels).unread
