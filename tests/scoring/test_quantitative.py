"""The shares of full marks that the printed and the deployed formulas give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import written

from hebiao.check import read
from hebiao.scoring.comparison import Comparison, compared
from hebiao.scoring.quantitative import gives, marks, share_linear, share_ratio, share_reached
from hebiao.values.score import score

positive = st.fractions(min_value=Fraction(1, 100), max_value=10_000)


def comparison(target: str, actual: str, level2: str = "数量指标") -> Comparison | None:
    row = {"level2": level2, "level3": "某项", "target": target, "actual": actual}
    edits = {f"indicators.1.{column}": text for column, text in row.items()}
    (form,) = read(written(edits, "mof"))
    return compared(form.indicators[0])


def shares(target: str, actual: str) -> list[Fraction]:
    both = comparison(target, actual)
    return [each.share for each in marks(both)] if both else []


@pytest.mark.parametrize(
    ("target", "actual", "share"),
    [
        ("3000", "2700", "9/10"),
        ("28", "40", "1"),
        ("5", "-3", "0"),
        ("0", "0", "1"),
        ("1", "0", "0"),
    ],
)
def test_a_target_to_be_reached_gives_the_share_that_was_reached(
    target: str, actual: str, share: str
):
    assert Fraction(share) == share_reached(Fraction(target), Fraction(actual))


@pytest.mark.parametrize(
    ("limit", "actual", "ratio", "linear"),
    [
        ("5300", "5300", "1", "1"),
        ("5300", "5830", "10/11", "9/10"),
        ("5300", "10600", "1/2", "0"),
        ("5300", "20000", "53/200", "0"),
        ("0", "0", "1", "1"),
        ("0", "2", "0", "0"),
        ("5", "-1", "1", "1"),
    ],
)
def test_a_limit_that_was_exceeded_has_two_formulas(
    limit: str, actual: str, ratio: str, linear: str
):
    assert Fraction(ratio) == share_ratio(Fraction(limit), Fraction(actual))
    assert Fraction(linear) == share_linear(Fraction(limit), Fraction(actual))


@given(positive, positive)
def test_the_linear_formula_never_gives_more_than_the_ratio(limit: Fraction, actual: Fraction):
    assert 0 <= share_linear(limit, actual) <= share_ratio(limit, actual) <= 1


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥3000户", "2700户", ["9/10"]),
        ("=3000户", "2700户", ["9/10"]),
        ("≤5300元", "5830元", ["10/11", "9/10"]),
        ("=0起", "2起", ["0"]),
        ("≤0起", "2起", ["0"]),
        ("3-5个工作日以内", "6个工作日", ["5/6", "4/5"]),
        ("提升10%", "提升8%", ["4/5"]),
        ("显著提升", "完成", []),
    ],
)
def test_the_operator_chooses_the_formula(target: str, actual: str, expected: list[str]):
    assert [Fraction(share) for share in expected] == shares(target, actual)


def test_a_form_that_prints_one_formula_for_limits_has_one():
    both = comparison("≤5300元", "5830元")

    assert both
    assert [Fraction(10, 11)] == [each.share for each in marks(both, "ratio")]
    assert [Fraction(9, 10)] == [each.share for each in marks(both, "linear")]


def test_what_was_counted_is_exact_and_what_was_measured_may_be_rounded():
    counted, measured = comparison("≥4次", "3次"), comparison("≥90%", "85%")

    assert counted
    assert measured
    assert Fraction(3, 4) == marks(counted)[0].most
    assert Fraction(86, 90) == marks(measured)[0].most


@pytest.mark.parametrize(
    ("written", "agrees"),
    [("4.84", True), ("4.8", True), ("5", True), ("4.85", True), ("4.86", False), ("4.80", True)],
)
def test_marks_may_be_taken_of_the_share_or_of_the_share_in_per_cent(written: str, agrees: bool):
    figure = score(written).value
    assert figure

    assert agrees is gives(Decimal(5), Fraction(4604, 4754), figure)


@pytest.mark.parametrize(
    ("target", "actual", "slip"),
    [
        ("≥50亩", "55公顷", True),
        ("≤30万元", "28.5元", True),
        ("≥1.2万人", "1.3人", True),
        ("达到100万元", "1162700元", False),
        ("≥50亩", "20公顷", False),
        ("≥50万元", "5200000元", False),
        ("≥50个", "50", False),
        ("≥0万元", "0元", False),
    ],
)
def test_alike_figures_in_units_that_differ_by_a_factor_are_a_slip(
    target: str, actual: str, slip: bool
):
    both = comparison(target, actual)

    assert both
    assert slip is both.slip


@pytest.mark.parametrize(
    ("target", "actual", "reached"),
    [
        ("≤30万元", "28.5", "285000"),
        ("≤30万元", "285000", "285000"),
        ("300000", "28.5万元", "285000"),
        ("≥5万", "5万元", "50000"),
        ("≥95%", "0.96", "96"),
        ("0.95", "96%", "0.96"),
        ("95", "96%", "96"),
    ],
)
def test_a_bare_number_is_in_the_likelier_unit(target: str, actual: str, reached: str):
    both = comparison(target, actual)

    assert both
    assert Fraction(reached) == both.reached


@pytest.mark.parametrize(
    ("target", "actual"),
    [("约60套", "55套"), ("≥3天", "2-4天"), ("≥3人", "3人次"), ("完成", "3人")],
)
def test_what_is_no_single_figure_of_one_kind_is_not_compared(target: str, actual: str):
    assert comparison(target, actual) is None
