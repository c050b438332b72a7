"""Sums in a text are read where nothing can be missing from them, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hebiao.values.enumeration import stated_sums
from hebiao.values.money import in_unit

if TYPE_CHECKING:
    from decimal import Decimal


def read(text: str) -> list[tuple[str, list[str], bool]]:
    """The wholes, the parts and whether the list claims to be complete, in 万元."""

    def shown(yuan: Decimal) -> str:
        return f"{in_unit(yuan, '万元').normalize():f}"

    return [
        (
            shown(stated.whole.figure.value),
            [shown(part.figure.value) for part in stated.parts],
            stated.complete,
        )
        for stated in stated_sums(text)
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("共支出100万元，其中：设备购置60万元、人员培训40万元。", "100", ["60", "40"]),
        (
            "共安排资金100万元，其中：设备60万元，培训30万元，宣传10万元",
            "100",
            ["60", "30", "10"],
        ),
        ("资金合计2,026,400元，其中：补助1,700,000元；印刷40,000元。", "202.64", ["170", "4"]),
        ("总投资1.2亿元，其中：中央资金8000万元、地方资金4000万元。", "12000", ["8000", "4000"]),
        ("项目共计100万元（其中：甲村60万元、乙村40万元），已按期完工。", "100", ["60", "40"]),
        ("共计100万元。其余不表。\n共20万元，其中：甲8万元、乙12万元", "20", ["8", "12"]),
        ("共100万元，其中：1.设备购置60万元；2.培训40万元。", "100", ["60", "40"]),
        ("共100万元，其中：（1）设备购置60万元；（2）培训40万元。", "100", ["60", "40"]),
        ("共100万元，其中：设备20台60万元、培训2期40万元。", "100", ["60", "40"]),
        ("共100万元，其中：设备60万元（占60%）、培训40万元（占40%）。", "100", ["60", "40"]),
        ("共100万元，其中：财政资金60万元、其他资金40万元。", "100", ["60", "40"]),
        ("共100万元，其中：公共服务60万元、春节慰问40万元。", "100", ["60", "40"]),
        ("共１００万元，其中：设备６０万元、培训４０万元。", "100", ["60", "40"]),
        ("设备购置60万元、人员培训40万元，合计100万元。", "100", ["60", "40"]),
        ("本年支付：设备60万元，培训40万元，共计100万元。", "100", ["60", "40"]),
    ],
)
def test_a_sum_is_read_with_all_its_parts(text: str, whole: str, parts: list[str]):
    assert [(whole, parts, True)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "共支出100万元，其中设备购置60万元、人员培训30万元。",
        "总金额100万元（其中设备60万元、培训30万元）。",
    ],
)
def test_a_list_that_may_name_only_some_of_the_whole_is_marked_so(text: str):
    assert [("100", ["60", "30"], False)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "共支出100万元，其中：设备购置60万元、培训30万元等。",
        "共支出100万元，其中：主要用于设备购置60万元、培训30万元。",
        "共支出100万元，其中：设备购置60万元、培训30万元，其余为管理费。",
        "共支出100万元，其中：设备购置约60万元、培训30万元。",
        "共支出100余万元，其中：设备购置60万元、培训30万元。",
        "共支出约100万元，其中：设备购置60万元、培训30万元。",
        "共支出100万元，其中：设备购置60万元。",
        "共支出100万元，其中：设备购置60、培训30万元。",
        "共支出100万元，其中：设备购置六十万元、培训30万元、宣传10万元。",
        "共支出100万元，其中：设备购置60万元（含安装费5万元）、培训30万元。",
        "共支出100万元，其中：设备购置60万元，其中服务器20万元、培训30万元。",
        "共支出100万元，其中：甲乙两村各30万元、丙村20万元。",
        "共支出100万元，其中：每台1.2万元、安装费0.3万元。",
        "共支出100万元，其中：设备60万元，带动增收30万元。",
        "共下达100万元，其中：预算60万元、实际支付50万元。",
        "共支出100万元，较上年增加20万元，其中：设备60万元、培训30万元。",
        "安排100万元，其中：设备60万元、培训30万元。",
        "共培训100人，其中：甲村60人、乙村30人。",
        "中共某市委员会100万元，其中：设备60万元、培训30万元。",
        "预算60万元、支出50万元，合计100万元。",
        "合计100万元。",
        "自评得分为91.38分，其中：预算执行情况得分15.38分，产出指标得分40分。",
        "",
    ],
)
def test_a_list_that_may_have_a_gap_is_no_sum(text: str):
    assert [] == read(text)
