"""PI07: a figure was aimed at, and words stand where it should."""

from __future__ import annotations

import pytest
from tests.rules.edited import found

from hebiao.rules.rule import Severity


def row(target: str, actual: str, score: str = "10") -> dict[str, str]:
    texts = {"target": target, "actual": actual, "score": score}
    return {f"indicators.5.{name}": text for name, text in texts.items()}


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≤30万元", "完成"), ("≥50个", "已完成"), ("100%", "完成"), ("每季度≥2场", "按时完成")],
)
def test_words_that_say_done_beside_a_figure_are_a_warning(target: str, actual: str):
    (finding,) = found("PI07", row(target, actual), "mof")

    assert Severity.WARNING is finding.severity


def test_an_outcome_as_systems_fill_it_in_is_a_note():
    (finding,) = found("PI07", row("≥50个", "达成预期指标"), "mof")

    assert Severity.NOTE is finding.severity


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("2024年底前", "按时完成"),
        ("2024年度", "完成"),
        ("截止2024年6月完成率达到75%", "完成"),
        ("100%", "全部完成"),
        ("0起", "未发生"),
        ("显著提升", "完成"),
        ("≥50个", "完成50个"),
        ("两栋", "完成两栋"),
        ("≥50个", "/"),
        ("≥50个", "效果良好"),
        ("≥**个", "完成"),
    ],
)
def test_dates_words_and_what_amounts_to_a_figure_are_not(target: str, actual: str):
    assert [] == found("PI07", row(target, actual), "mof")


def test_without_marks_nothing_was_given_for_the_words():
    assert [] == found("PI07", row("≤30万元", "完成", "0"), "mof")
