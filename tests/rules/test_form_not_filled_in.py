"""A form nobody has filled in is said to be one, and nothing else is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rules.edited import codes, result

from hebiao.rules import CATALOGUE

if TYPE_CHECKING:
    from hebiao.sample import Content

BLANK: Content = {"total": "", "funding.1.score": ""} | {
    f"indicators.{n}.{column}": "" for n in range(1, 9) for column in ("actual", "score")
}


def test_nothing_else_is_judged_and_that_is_owned_up_to():
    checked = result(BLANK | {"implementing_unit": "", "funding.1.execution_rate": "3%"}, "mof")

    assert ["FM07"] == [finding.code for finding in checked.findings]
    assert [rule.code for rule in CATALOGUE[1:]] == [each.code for each in checked.not_checked]


@pytest.mark.parametrize("text", ["　", "XX", "请填写"])
def test_a_placeholder_is_no_actual(text: str):
    assert ["FM07"] == codes(BLANK | {"indicators.1.actual": text}, "mof")


@pytest.mark.parametrize(
    "begun",
    [
        {"indicators.1.actual": "12座"},
        {"indicators.1.actual": "/"},
        {"indicators.1.score": "15"},
        {"total": "97"},
        {"funding.1.score": "8.5"},
        {"total": "优"},
    ],
)
def test_a_form_that_was_begun_is_judged(begun: Content):
    assert "FM07" not in codes(BLANK | begun, "mof")


def test_a_form_without_a_single_target_is_blank_as_well():
    blank = {f"indicators.{n}.target": "" for n in range(1, 9)}

    assert "FM07" in codes(BLANK | blank, "mof")
