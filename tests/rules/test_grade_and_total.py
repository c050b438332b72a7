"""The grade against the total, and the total against its full marks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.rules.edited import codes, found, result

from hebiao.rules import Confidence
from hebiao.rules.policy import Policy

STRICT = Policy(grades={"优": Decimal(97), "良": Decimal(80), "中": Decimal(60), "差": Decimal(0)})


@pytest.mark.parametrize("grade", ["优", "优秀", "优等", "/", ""])
def test_a_grade_that_fits_is_right_however_it_is_written(grade: str):
    assert [] == codes({"grade": grade}, "yunnan")


def test_the_bounds_are_the_offices():
    (finding,) = found("SC08", {}, "yunnan", STRICT)

    assert "良" == finding.expected
    assert Confidence.MEDIUM == finding.confidence


def test_words_that_are_no_grade_are_not_judged():
    checked = result({"grade": "通过"}, "yunnan")

    assert [] == list(checked.findings)
    assert "SC08" in [each.code for each in checked.not_checked]


def test_a_grade_that_the_scores_bear_out_leaves_the_blame_to_the_total():
    assert ["SC01"] == codes({"total": "69"}, "yunnan")


def test_a_total_that_is_no_sum_is_not_blamed_for_being_above_100():
    assert ["SC01"] == codes({"total": "107"}, "mof")


def test_a_total_above_100_beside_scores_left_blank_is_found():
    edits = {"total": "107", "indicators.2.score": "", "indicators.3.score": ""}

    assert "SC09" in codes(edits, "mof")
