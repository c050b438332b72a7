from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.word.numerals import FORMATS, numeral


@pytest.mark.parametrize(
    ("num_fmt", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("none", 7, ""),
        ("numberInDash", 7, "- 7 -"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 53, "aaa"),
        ("ordinal", 1, "1st"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 35, "三十五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 305, "三百零五"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 9999, "九千九百九十九"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 25, "贰拾伍"),
        ("ideographDigital", 105, "一〇五"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("chineseCounting", 0, "0"),
        ("lowerRoman", -3, "-3"),
        ("chineseCounting", 10_000, "10000"),
        ("hebrew1", 3, "3"),
    ],
)
def test_a_number_is_written_as_its_format_says(num_fmt: str, number: int, written: str) -> None:
    assert written == numeral(number, num_fmt)


@given(st.sampled_from(sorted(FORMATS)), st.integers(1, 9_999), st.integers(1, 9_999))
def test_two_numbers_never_look_the_same(num_fmt: str, one: int, other: int) -> None:
    if num_fmt != "none":
        assert (one == other) == (numeral(one, num_fmt) == numeral(other, num_fmt))
