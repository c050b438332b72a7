"""PI02 and PI03 where several indicators share a score, and at the bounds of a target."""

from __future__ import annotations

import pytest
from tests.rules.edited import found

from hebiao.rules.rule import Confidence

MERGED = {"indicators.2.score": None}


def row(target: str, actual: str, score: str, full: str = "10") -> dict[str, str]:
    texts = {"target": target, "actual": actual, "score": score, "full_marks": full}
    return {f"indicators.2.{name}": text for name, text in texts.items()}


def test_marks_withheld_for_several_are_a_note_only_where_all_were_reached():
    withheld = MERGED | {"indicators.1.score": "20"}

    assert 1 == len(found("PI03", withheld, "mof"))
    assert [] == found("PI03", withheld | {"indicators.2.actual": "18公里"}, "mof")


def test_full_marks_for_several_of_which_one_was_missed_are_found_once():
    edits = MERGED | {"indicators.1.score": "25", "indicators.2.actual": "18公里"}

    (finding,) = found("PI02", edits, "mof")
    assert "清淤渠道长度" in finding.message


def test_a_target_missed_by_less_than_a_cent_of_its_marks_is_reached():
    assert [] == found("PI02", row("≥1430人", "1429人", "1", "1"), "mof")


def test_whole_marks_may_be_the_share_that_was_earned():
    (whole,) = found("PI02", row("≥4754人", "4604人", "5", "5"), "mof")
    (cents,) = found("PI02", row("≥4754人", "4604人", "5.00", "5"), "mof")

    assert (Confidence.MEDIUM, Confidence.HIGH) == (whole.confidence, cents.confidence)


def test_no_marks_of_none_are_not_full_marks():
    assert [] == found("PI02", row("≥10人", "0人", "0", "0"), "mof")


@pytest.mark.parametrize(
    ("target", "actual"),
    [(">90%", "90%"), ("<30万元", "30万元"), ("3-5场", "6场"), ("≤30万元", "0元")],
)
def test_what_is_neither_reached_nor_missed_is_left_alone(target: str, actual: str):
    for score in ("10", "8"):
        edits = row(target, actual, score)
        assert [] == found("PI02", edits, "mof") + found("PI03", edits, "mof")


def test_something_where_there_was_to_be_nothing_is_a_miss():
    assert 1 == len(found("PI02", row("=0起", "3起", "10"), "mof"))
