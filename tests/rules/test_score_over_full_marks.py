"""PI05: what is more than 分值, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found

from hebiao.rules.rule import Severity


@pytest.mark.parametrize("score", ["10", "10.00", "9.5"])
def test_up_to_the_full_marks_there_is_nothing_to_say(score: str):
    assert [] == found("PI05", {"indicators.2.score": score}, "mof")


@pytest.mark.parametrize(("full", "score"), [("10", "10.5"), ("10", "11"), ("8.5", "8.6")])
def test_more_than_the_full_marks_is_an_error(full: str, score: str):
    edits = {"indicators.2.full_marks": full, "indicators.2.score": score}

    (finding,) = found("PI05", edits, "mof")
    assert (Severity.ERROR, f"不超过 {full}") == (finding.severity, finding.expected)


@pytest.mark.parametrize(("full", "score"), [("6.6", "6.67"), ("12.5", "13")])
def test_one_figure_rounded_to_other_digits_is_a_note(full: str, score: str):
    edits = {"indicators.2.full_marks": full, "indicators.2.score": score}

    (finding,) = found("PI05", edits, "mof")
    assert Severity.NOTE is finding.severity


@pytest.mark.parametrize("sample", ["mof", "hubei"])
def test_marks_below_zero_are_an_error_on_any_form(sample: str):
    (finding,) = found("PI05", {"indicators.2.score": "-1"}, sample)

    assert (Severity.ERROR, "0") == (finding.severity, finding.expected)


def test_a_merged_score_is_held_against_the_sum_of_its_full_marks():
    merged = {"indicators.2.score": None}

    assert [] == found("PI05", merged | {"indicators.1.score": "25"}, "mof")
    (finding,) = found("PI05", merged | {"indicators.1.score": "26"}, "mof")
    assert "26 > 15 + 10 = 25" == finding.formula


def test_full_marks_of_nothing_belong_to_the_other_rule():
    edits = {"indicators.2.full_marks": "0"}

    assert [] == found("PI05", edits, "mof")
    assert 1 == len(found("PI16", edits, "mof"))


def test_a_group_over_its_printed_weight_is_not_reported_beside_the_score_that_causes_it():
    printed = {f"indicators.{n}.level1": "产出指标（50分）" for n in range(1, 6)}

    assert ["PI05"] == codes(printed | {"indicators.2.score": "12", "total": "99"}, "mof")
