"""What holds for any text at all, and for every spelling of a number."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hebiao.values.amount import amount
from hebiao.values.date import date, fiscal_years
from hebiao.values.numerals import numeral, year_in_digits
from hebiao.values.percent import percent
from hebiao.values.period import mask, without_dates
from hebiao.values.reading import Reading, Status
from hebiao.values.score import score
from hebiao.values.spelling import plain, visible
from hebiao.values.target import Kind, statement
from hebiao.values.tickbox import tickboxes

SIGNS = (
    "0123456789０９.,．，:;；、。/-—~至到()（）%％≥≤><=》《*×+ZWXm²㎡□☑√"
    " \n\t\u3000\u200b\ue000\ue001"
)
CHARACTERS = (
    "年月日底前度内以上下个人次万亿元每季双周提升降低约达完成未部分预期指标百之一二三十两半零余多第"
)
WORDS = """
    不低于 ≥ 达到 控制在 以内 以上 左右 90% 3 1,234.5 万元 个 人次 / 每月 提升 2020年 6月30日 前
    - 至 12月 底 完成 未 （ ） 。 ， ； 第 百分之 九十五 半 小时 2023.1.1 约 余 ** 指标1： ……
    """
ANY = st.text(SIGNS + CHARACTERS, max_size=24) | st.text(max_size=40)
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=8).map("".join)


@given(ANY | PIECES)
def test_no_text_raises(text: str) -> None:
    statement(text)
    tickboxes(text)
    fiscal_years(text)


@given(ANY | PIECES)
def test_a_reading_has_a_value_exactly_when_it_is_read(text: str) -> None:
    readings: list[Reading[object]] = [amount(text), percent(text), score(text), date(text)]

    for reading in readings:
        assert (reading.value is not None) == (reading.status is Status.READ)
        assert bool(reading.reason) or reading.status is not Status.UNREADABLE


@given(ANY | PIECES)
def test_a_statement_has_quantities_exactly_when_its_kind_promises_them(text: str) -> None:
    found = statement(text)
    measured = {Kind.QUANTITY, Kind.RANGE, Kind.FREQUENCY, Kind.DELTA, Kind.SEVERAL}

    assert (found.kind in measured) == bool(found.quantities)
    assert (found.kind is Kind.SEVERAL) == (len(found.quantities) > 1)
    assert (found.kind is Kind.OUTCOME) == (found.grade is not None)
    assert text == found.text


@given(ANY | PIECES)
def test_every_figure_of_a_statement_is_in_the_cell(text: str) -> None:
    shown = visible(text)

    for quantity in statement(text).quantities:
        assert quantity.figure.text.removeprefix("-").removeprefix("+") in shown
        assert quantity.figure.quantum > 0


@given(ANY | PIECES)
def test_a_date_is_masked_in_its_place(text: str) -> None:
    words = year_in_digits(plain(text))
    masked = mask(words)

    assert len(words) == len(masked.words) == len(without_dates(masked))


@given(ANY)
def test_plain_spelling_keeps_positions_and_is_plain_already(text: str) -> None:
    assert len(visible(text)) >= len(plain(text).strip())
    assert plain(plain(text)) == plain(text).strip()


NUMBERS = st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal)


@given(NUMBERS)
def test_full_width_and_thousands_commas_change_nothing(value: Decimal) -> None:
    typed = f"{value:,f}"
    full_width = "".join(chr(ord(character) + 0xFEE0) for character in typed)

    for spelling in (typed, full_width, f" {typed}\n", f"\u3000{typed}\u3000"):
        read = score(spelling).value
        assert read
        assert (value, value.as_tuple().exponent) == (read.value, read.value.as_tuple().exponent)
        assert read.quantum == Decimal(1).scaleb(int(value.as_tuple().exponent))


@given(
    st.sampled_from(["≥", "不低于", "大于等于", "至少", ">=", "＞＝"]),
    NUMBERS,
    st.sampled_from(["%", "个", "人次", "万元", "元/户", "平方米", "工作日", ""]),
    st.sampled_from(["", " ", "\u3000"]),
)
def test_an_operator_a_number_and_a_unit_are_read_whatever_blanks_part_them(
    operator: str, value: Decimal, unit: str, blank: str
) -> None:
    (quantity,) = statement(f"{operator}{blank}{value:f}{blank}{unit}").quantities

    assert "≥" == quantity.operator
    assert unit == quantity.written_unit
    assert value == quantity.figure.value / (10_000 if unit == "万元" else 1)


@given(st.integers(1, 9999))
def test_a_numeral_is_the_number_it_spells(value: int) -> None:
    read = numeral(spelled(value))

    assert read
    assert value == read.value


def spelled(value: int) -> str:
    """Spell a number below ten thousand: 105 is 一百零五, 110 is 一百一十."""
    words = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            words += "零一二三四五六七八九"[digit] + name
        elif words and not words.endswith("零") and value % power:
            words += "零"
    return words
