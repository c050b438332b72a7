"""Which figures of an actual are so unusual that two forms do not have them by chance."""

from __future__ import annotations

import pytest
from tests.across.submitted import form

ROUND = {f"indicators__{n}__actual": "100%" for n in range(1, 10)}


@pytest.mark.parametrize(
    ("actual", "weight"),
    [
        ("100%", 0),
        ("5200册", 0),
        ("93%", 0),
        ("2024年11月20日", 0),
        ("2024.11.20", 0),
        ("11月20日前", 0),
        ("完成", 0),
        ("5000册", 0),
        ("97.3%", 1),
        ("1,150元", 1),
        ("97.36%", 2),
        ("1241625.93㎡", 2),
        ("5213册，读者 7741 人", 2),
        ("5000册，另赠 5213 册", 2),
    ],
)
def test_the_digits_of_an_actual_say_how_telling_it_is(actual: str, weight: int):
    block = form(**(ROUND | {"indicators__2__actual": actual})).indicators

    assert block
    assert weight == block.weight


def test_what_is_told_first_is_the_most_telling_actual():
    edits = {"indicators__2__actual": "97.3%", "indicators__7__actual": "1241625.93㎡"}

    block = form(**(ROUND | edits)).indicators

    assert block
    assert ("1241625.93㎡", 9) == (block.first.text, block.rows)


def test_without_any_figure_there_is_nothing_to_copy():
    words = {f"indicators__{n}__actual": "完成" for n in range(1, 10)}

    assert form(**words).indicators is None
