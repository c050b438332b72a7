"""PI06 warns of marks above the formula, and of nothing that rounding or judgement explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rules.edited import codes, found

from hebiao.rules.rule import Confidence, Severity

if TYPE_CHECKING:
    from hebiao.sample import Content


def row(target: str, actual: str, full: str, score: str, **more: str) -> Content:
    """Edit the sixth indicator; the others keep total and weights as wrong as they become."""
    texts = {"target": target, "actual": actual, "full_marks": full, "score": score} | more
    return {f"indicators.6.{name}": text for name, text in texts.items()}


@pytest.mark.parametrize("score", ["13.5", "13.50", "14", "13", "13.5分"])
def test_every_rounding_of_the_share_is_right(score: str):
    assert [] == found("PI06", row("≥3000户", "2700户", "15", score), "mof")


@pytest.mark.parametrize(
    ("target", "actual", "full", "score", "expected"),
    [
        ("≥3000户", "2700户", "15", "14.2", "13.5"),
        ("3000户", "2700户", "15", "14.2", "13.5"),
        ("≤5300元", "5830元", "10", "9.5", "9.00–9.09"),
        ("≥90%", "45%", "10", "6", "5"),
        ("≥5户", "-2户", "10", "3", "0"),
    ],
)
def test_marks_above_the_formula_are_named_with_what_it_gives(
    target: str, actual: str, full: str, score: str, expected: str
):
    (finding,) = found("PI06", row(target, actual, full, score), "mof")

    assert (Severity.WARNING, expected) == (finding.severity, finding.expected)


@pytest.mark.parametrize("score", ["9.09", "9.00", "9", "9.1", "9.0"])
def test_either_formula_for_limits_is_right_where_none_is_printed(score: str):
    assert [] == found("PI06", row("≤5300元", "5830元", "10", score), "mof")


def test_marks_below_the_formula_are_for_a_reviewer_to_give():
    edits = row("≥3000户", "2700户", "15", "3", reason="未完成的扣十分")

    assert [] == found("PI06", edits, "mof")


def test_marks_taken_of_the_percentage_itself_are_named():
    edits = row("≥90%", "67.94%", "6", "4.08", reason="拨款不足")

    (finding,) = found("PI06", edits, "mof")
    assert (Severity.NOTE, "4.53") == (finding.severity, finding.expected)
    assert "恰为分值 6 直接乘 67.94%" in finding.message


def test_marks_of_a_whole_percentage_of_what_was_reached_are_right():
    assert [] == found("PI06", row("≥4754人", "4604人", "5", "4.85"), "mof")


def test_a_percentage_that_may_have_been_rounded_leaves_its_room():
    assert [] == found("PI06", row("≥98%", "95%", "10", "9.75"), "mof")


def test_full_marks_belong_to_the_other_rule():
    assert ["PI02"] == [
        code for code in codes(row("≥3000户", "2700户", "15", "15"), "mof") if code != "SC01"
    ]


def test_a_missed_target_of_nothing_is_no_more_than_a_note():
    (finding,) = found("PI06", row("=0起", "2起", "15", "10"), "mof")

    assert (Severity.NOTE, Confidence.LOW) == (finding.severity, finding.confidence)


def test_a_guessed_direction_is_a_guess():
    (finding,) = found("PI06", row("3000户", "2700户", "15", "14.2"), "mof")

    assert Confidence.LOW is finding.confidence


def test_without_a_column_of_full_marks_nothing_is_computed():
    assert [] == found("PI06", {"indicators.7.score": "9.5", "total": "96.56"})


@pytest.mark.parametrize(
    ("target", "actual"), [("3-5场", "6场"), ("显著", "一般"), ("约9户", "8户")]
)
def test_what_has_no_formula_is_left_alone(target: str, actual: str):
    assert [] == found("PI06", row(target, actual, "15", "9"), "mof")
