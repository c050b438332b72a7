"""PI09 and PI10: outcomes in words, and the marks for them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.rules.edited import found

from hebiao.rules.policy import Policy


def row(actual: str, score: str, target: str = "建立健全") -> dict[str, str]:
    texts = {"target": target, "actual": actual, "score": score, "reason": "经费不足"}
    return {f"indicators.7.{name}": text for name, text in texts.items()}


@pytest.mark.parametrize(
    ("actual", "score", "expected"),
    [
        ("达成年度指标", "11.9", "12–15"),
        ("部分达成年度指标并具有一定效果", "15", "7.5–12"),
        ("未达成年度指标且效果较差", "12", "0–7.5"),
    ],
)
def test_marks_outside_the_band_of_the_outcome_are_named(actual: str, score: str, expected: str):
    (finding,) = found("PI09", row(actual, score), "mof")

    assert expected == finding.expected


@pytest.mark.parametrize(
    ("actual", "score"),
    [
        ("达成预期指标", "12"),
        ("部分达成预期指标", "12"),
        ("部分达成预期指标", "7.5"),
        ("未达成预期指标", "7.5"),
        ("未达成预期指标", "0"),
        ("完成", "5"),
        ("效果明显", "5"),
    ],
)
def test_marks_within_the_band_and_free_words_are_not(actual: str, score: str):
    assert [] == found("PI09", row(actual, score), "mof")


def test_the_bands_are_an_office_s_to_set():
    policy = Policy(outcome_bands=(Decimal(90), Decimal(60)))

    assert 1 == len(found("PI09", row("达成预期指标", "13.0"), "mof", policy))


def test_an_outcome_beside_a_figure_is_left_to_the_figure():
    assert [] == found("PI09", row("达成预期指标", "5", "≥90%"), "mof")


def words(number: int, actual: str) -> dict[str, str]:
    return {f"indicators.{number}.target": "效果明显", f"indicators.{number}.actual": actual}


def test_one_finding_names_all_that_left_the_outcome_out():
    outcomes = {**words(1, "达成预期指标"), **words(2, "达成预期指标")}

    (finding,) = found("PI10", outcomes | words(3, "秩序良好") | words(6, "群众欢迎"), "mof")
    assert "“工程验收合格率”、“受益农户”" in finding.message


@pytest.mark.parametrize("outcomes", [1, 0])
def test_a_form_that_describes_in_free_words_is_left_alone(outcomes: int):
    edits = {**words(1, "明显"), **words(2, "有提升"), **words(3, "秩序良好")}
    stated = {"indicators.7.actual": "达成预期指标" if outcomes else "制度健全"}

    assert [] == found("PI10", edits | stated, "mof")
