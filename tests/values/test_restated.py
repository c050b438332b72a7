"""An amount that is stated twice in two units is read as a pair."""

from __future__ import annotations

import pytest

from hebiao.values.restated import restated


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("安排资金130万元（1300000元）。", "130万元", "1300000元"),
        ("安排资金130万元（即1,300,000.00元）", "130万元", "1,300,000.00元"),
        ("１３０万元（１３００００元）", "130万元", "130000元"),
        ("合计1.2亿元，即12000万元", "1.2亿元", "12000万元"),
        ("387664.62元，折合38.77万元", "387664.62元", "38.77万元"),
    ],
)
def test_a_bracket_or_a_that_is_with_an_amount_states_it_again(text: str, first: str, second: str):
    (pair,) = restated(text)

    assert (first, second) == (pair.first.figure.text, pair.second.figure.text)


@pytest.mark.parametrize(
    "text",
    [
        "100万元（含税3万元）",
        "100万元（120万元）",
        "100万元（20000元/年）",
        "100万元（约1000000元）",
        "100万元（上年900000元）",
        "3万人（30000人）",
        "100万元，其中甲600000元",
        "100万元、200000元",
        "",
    ],
)
def test_anything_else_is_no_restatement(text: str):
    assert () == restated(text)


def test_the_words_are_those_that_are_written():
    (pair,) = restated("拨付１３０万元（１３００００元），年底付清。")

    assert "１３０万元（１３００００元）" == pair.words
