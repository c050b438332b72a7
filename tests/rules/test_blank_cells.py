"""PI11, PI12, PI16: marks without an actual, an actual without marks, marks without 分值."""

from __future__ import annotations

import pytest
from tests.rules.edited import found

from hebiao.rules.rule import Confidence


def row(number: int, **texts: str | None) -> dict[str, str | None]:
    return {f"indicators.{number}.{name}": text for name, text in texts.items()}


def test_marks_for_a_row_without_target_and_actual_are_found_as_well():
    (finding,) = found("PI11", row(2, target="", actual="　"), "mof")

    assert "目标值、完成值都没有填写" in finding.message


@pytest.mark.parametrize("actual", ["/", "—", "不适用", "0公里"])
def test_a_stroke_is_no_blank(actual: str):
    assert [] == found("PI11", row(2, actual=actual), "mof")


def test_a_merged_score_needs_one_actual():
    merged = row(2, score=None, actual="") | row(1, score="25")

    assert [] == found("PI11", merged, "mof")
    assert 1 == len(found("PI11", merged | row(1, actual=""), "mof"))


@pytest.mark.parametrize(
    "edits",
    [
        row(6, score="", full_marks=""),
        row(6, score="", full_marks="/"),
        row(6, score="", full_marks="0"),
        row(6, score="/"),
        row(6, score="", actual=""),
        row(6, score="", actual="/"),
        row(2, score="", level3="其中：支渠"),
        row(2, score=None),
    ],
)
def test_rows_that_are_not_scored_need_no_score(edits: dict[str, str | None]):
    assert [] == found("PI12", edits, "mof")


def test_without_full_marks_a_blank_score_counts_only_where_marks_are_left():
    (finding,) = found("PI12", row(2, score=""))

    assert Confidence.MEDIUM is finding.confidence
    assert [] == found("PI12", row(2, score="") | row(1, score="16"))


@pytest.mark.parametrize("full", ["", "0", "/"])
def test_marks_without_full_marks_are_a_note(full: str):
    (finding,) = found("PI16", row(2, full_marks=full), "mof")

    assert "分值" in finding.message


def test_full_marks_above_that_are_enough_for_the_blank_ones_below_are_shared():
    shared = row(1, full_marks="25", score="15") | row(2, full_marks="")

    assert [] == found("PI16", shared, "mof")
    assert 1 == len(found("PI16", shared | row(1, full_marks="24"), "mof"))


def test_a_form_without_the_column_is_not_asked_for_it():
    assert [] == found("PI16", {})
