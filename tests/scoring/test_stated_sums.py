"""Parts listed in words against the whole they are said to make up."""

from __future__ import annotations

import pytest

from hebiao.scoring.stated_sums import other_sum
from hebiao.values.enumeration import stated_sums


def other(text: str) -> str | None:
    (stated,) = stated_sums(text)
    way = other_sum(stated)
    return f"{way.formula} = {way.exact}" if way else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共100万元，其中：甲60万元、乙30万元", "60万元 + 30万元 = 900000"),
        ("共100万元，其中甲60万元、乙50万元", "60万元 + 50万元 = 1100000"),
        ("甲60万元、乙50万元，合计100万元", "60万元 + 50万元 = 1100000"),
        ("共100万元，其中：甲600000元、乙30万元", "600000元 + 30万元 = 900000"),
    ],
)
def test_parts_that_cannot_be_the_whole_are_added_up(text: str, expected: str):
    assert expected == other(text)


@pytest.mark.parametrize(
    "text",
    [
        "共100万元，其中：甲60万元、乙40万元",
        "共100万元，其中甲60万元、乙30万元",
        "共100万元，其中：甲33.3万元、乙33.3万元、丙33.3万元",
        "共100万元，其中：甲60万元、乙40万元，丙100万元、丁20万元",
        "共1.2亿元，其中：甲8000万元、乙4000万元",
    ],
)
def test_parts_that_may_be_the_whole_or_some_of_it_are_not(text: str):
    assert other(text) is None
