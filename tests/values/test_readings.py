from __future__ import annotations

from decimal import Decimal

import pytest

from hebiao.values.amount import amount
from hebiao.values.date import date
from hebiao.values.percent import percent
from hebiao.values.plain import words, year
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.score import score


@pytest.mark.parametrize("text", ["", " ", "\u3000\u3000", "\n\t", "\u200b", "null", "@@@"])
def test_nothing_but_blanks_is_empty(text: str) -> None:
    assert Status.EMPTY == absent(text)


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "／",
        "—",
        "–",
        "-",
        "－",
        "——",
        "— —",
        "……",
        "...",
        "。。。",
        "无",
        "不适用",
        "不适应",
        "n/a",
    ],
)
def test_a_mark_for_no_value_is_not_a_zero(text: str) -> None:
    assert Status.NOT_APPLICABLE == absent(text)
    assert Reading(None, Status.NOT_APPLICABLE) == score(text) == percent(text) == amount(text)


@pytest.mark.parametrize("text", ["0", "0起", "无人", "一", ".", "零"])
def test_what_says_something_is_not_absent(text: str) -> None:
    assert absent(text) is None


def test_an_amount_is_in_the_unit_of_its_block() -> None:
    in_yuan = amount("1.5万元", "元").value
    in_wan = amount("1.5万元", "万元").value

    assert in_yuan
    assert in_wan
    assert (Decimal(15000), Decimal(1000), "元") == (in_yuan.value, in_yuan.quantum, in_yuan.unit)
    assert (Decimal("1.5"), Decimal("0.1"), "万元") == (in_wan.value, in_wan.quantum, in_wan.unit)


def test_an_amount_in_an_unknown_unit_is_not_converted() -> None:
    assert amount("100", "美元").value
    assert Reading(None, Status.UNREADABLE, "不能把万元换算成美元") == amount("100万元", "美元")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("￥130", "写有“￥”而无单位，按万元读"),
        ("130万", "单位“万”按“万元”读"),
        ("完成", "“完成”不是数字"),
        ("100、200", "“100、200”中有不止一个数字"),
        ("12,34", "“12,34”不像一个数，请核对逗号、小数点和位数"),
        ("约130", "“约130”中除数字外还有别的内容"),
    ],
)
def test_an_amount_says_what_was_guessed_or_why_it_is_unreadable(text: str, reason: str) -> None:
    assert reason == amount(text).reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0.95", "未写百分号，当作比值，按95%读"),
        ("1", "未写百分号，当作比值，按100%读"),
        ("90.5", "未写百分号，按90.5%读"),
        ("76.92%", ""),
        ("0", ""),
    ],
)
def test_a_rate_without_its_sign_says_how_it_was_taken(text: str, reason: str) -> None:
    assert reason == percent(text).reason


def test_the_precision_of_a_ratio_is_that_of_its_digits() -> None:
    ratio = percent("0.95").value

    assert ratio
    assert (Decimal(95), Decimal(1)) == (ratio.value, ratio.quantum)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021年2月30日", "日历上没有“2021年2月30日”这一天"),
        ("2021年3月", "“2021年3月”中没有完整的年月日"),
        ("2021.3.1或2021.3.2", "“2021.3.1或2021.3.2”中有不止一个日期"),
    ],
)
def test_an_unreadable_date_says_why(text: str, reason: str) -> None:
    assert Reading(None, Status.UNREADABLE, reason) == date(text)


def test_words_are_kept_without_the_blanks_around_them() -> None:
    assert Reading("咸宁市民政局", Status.READ) == words(" 咸宁市民政局\u3000")
    assert Reading(None, Status.EMPTY) == words("\u3000")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（2022年度）", Reading(2022, Status.READ)),
        ("2022", Reading(2022, Status.READ)),
        ("", Reading(None, Status.EMPTY)),
        ("2021年度和2022年度", Reading(None, Status.UNREADABLE, "写了几个不同的年度")),
        ("本年度", Reading(None, Status.UNREADABLE, "没有写明年度")),
    ],
)
def test_a_year_line_names_one_year(text: str, expected: Reading[int]) -> None:
    assert expected == year(text)
