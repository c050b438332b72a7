"""Sums and conversions in whole sentences, wherever in the form they stand."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found

from hebiao.layouts import CellPlace
from hebiao.layouts.place import TextPlace

OFF = "共支出100万元，其中：设备60万元、培训30万元"
OVER = "共支出100万元，其中设备60万元、培训50万元"


@pytest.mark.parametrize(
    ("sample", "field"),
    [
        ("hubei", "reason"),
        ("hubei", "measures"),
        ("mof", "goals.1.expected"),
        ("mof", "goals.1.actual"),
        ("mof", "indicators.6.reason"),
    ],
)
def test_a_sum_is_found_in_any_text_of_the_table(sample: str, field: str):
    (finding,) = found("SM05", {field: f"{OFF}。"}, sample)

    assert "90" == finding.expected
    assert "60万元 + 30万元 = 90万元" == finding.formula
    assert isinstance(finding.at, CellPlace)


def test_a_sum_in_the_summary_is_found_at_its_own_sentence():
    (finding,) = found("SM05", {"summary.problems": f"进度慢。{OFF}"})

    assert isinstance(finding.at, TextPlace)
    assert OFF == finding.at.text


def test_parts_that_exceed_the_whole_are_found_however_they_are_listed():
    (finding,) = found("SM05", {"reason": OVER})

    assert ("110", "high") == (finding.expected, finding.confidence)


def test_parts_that_fall_short_of_the_whole_are_doubtful():
    (finding,) = found("SM05", {"reason": OFF})

    assert "low" == finding.confidence


@pytest.mark.parametrize(
    "text",
    [
        "共支出100万元，其中设备60万元、培训30万元。",
        "共支出100万元，其中：中央70万元、地方30万元，设备80万元、培训20万元。",
        "共支出100万元，其中：设备60万元、培训40万元，追加付款30万元。",
        "共支出100万元，其中：甲33.3万元、乙33.3万元、丙33.3万元。",
        "共支出100万元，其中：设备600000元、培训400000元。",
    ],
)
def test_a_list_that_may_be_right_is_silent(text: str):
    assert [] == codes({"reason": text})


@pytest.mark.parametrize(
    "text", ["1.3万元（13000元）", "12万元（119,600元）", "1.2亿元，即12000万元"]
)
def test_an_amount_restated_rightly_is_silent(text: str):
    assert [] == codes({"reason": f"尾款{text}下年支付。"})


def test_a_restatement_with_a_zero_too_many_is_found_in_an_indicator():
    (finding,) = found("SM06", {"indicators.8.actual": "全部回收，残值1.2万元（120000元）"})

    assert "12000" == finding.expected
