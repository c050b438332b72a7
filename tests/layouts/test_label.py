"""A label is known by its words, however it is typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hebiao.layouts.label import read_label, unnumbered


@pytest.mark.parametrize(
    ("typed", "core"),
    [
        ("项目名称", "项目名称"),
        ("项 目 名 称", "项目名称"),
        ("项目\n名称：", "项目名称"),
        ("项目　名称:", "项目名称"),
        ("1、项目名称", "项目名称"),
        ("一、项目名称", "项目名称"),
        ("★项目名称", "项目名称"),
        ("★★ 1. 项目名称", "项目名称"),
        ("*项目名称", "项目名称"),
        ("项目名称★", "项目名称"),
        ("（一）项目名称", "项目名称"),
        ("（1）项目名称", "项目名称"),
        ("1）项目名称", "项目名称"),
        ("㈠项目名称", "项目名称"),
        ("①项目名称", "项目名称"),
        ("⒈项目名称", "项目名称"),
        ("一．项目名称", "项目名称"),
        ("十二、项目名称", "项目名称"),
        ("项目\u200b名称\ufeff", "项目名称"),
        ("项目名称〔盖章〕", "项目名称"),
        ("项目资金：（万元）", "项目资金"),
        ("项目资金（万元", "项目资金"),
        ("3.5公里", "3.5公里"),
        ("预算数（A）", "预算数"),
        ("预算数(Ａ)", "预算数"),
        ("预算执行情况（万元）\n（20分）", "预算执行情况"),
        ("执行率【B/A】", "执行率"),
        ("年度绩效目标2（40分)", "年度绩效目标2"),
    ],
)
def test_the_words_of_a_label_are_found_in_every_spelling(typed: str, core: str):
    label = read_label(typed)

    assert label
    assert core == label.core


@pytest.mark.parametrize(
    ("typed", "weight"),
    [
        ("产出指标（40分）", "40"),
        ("产出\n指标\n（40 分）", "40"),
        ("得分（20分*执行率）", "20"),
        ("得分(20分×执行率)", "20"),
        ("经济效益指标（22.5）", "22.5"),
        ("预算执行情况（万元）（20分）", "20"),
        ("年度绩效目标2（40分)", "40"),
        ("（1）产出指标（40分）", "40"),
        ("㈠产出指标【40分】", "40"),
    ],
)
def test_the_weight_printed_in_a_label_is_read(typed: str, weight: str):
    label = read_label(typed)

    assert label
    assert Decimal(weight) == label.weight


@pytest.mark.parametrize(
    "typed", ["得分", "预算数（A）", "执行率（B/A）", "产出指标（2020年）", "（1）产出指标"]
)
def test_what_is_no_weight_is_not_taken_for_one(typed: str):
    label = read_label(typed)

    assert label
    assert label.weight is None


def test_the_unit_of_money_is_read_from_the_label():
    label = read_label("预算执行情况（万元）（20分）")

    assert label
    assert "万元" == label.money


def test_a_long_text_is_no_label():
    assert read_label("项" * 61) is None


def test_the_number_of_a_goal_is_not_part_of_its_words():
    assert "年度绩效目标" == unnumbered("年度绩效目标12")
