from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.values.figure import Figure

MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
EXACT = st.decimals(-1000, 1000, places=6)
PLACES = st.integers(0, 4)


def written(exact: Decimal, places: int, mode: str) -> Figure:
    quantum = Decimal(1).scaleb(-places)
    value = exact.quantize(quantum, rounding=mode)
    return Figure(str(value), value, quantum)


@given(EXACT, PLACES, st.sampled_from(MODES))
def test_a_truthfully_rounded_figure_agrees_with_the_exact_value(
    exact: Decimal, places: int, mode: str
) -> None:
    figure = written(exact, places, mode)

    assert figure.agrees(exact)
    assert figure.agrees(Fraction(exact))
    assert figure.interval().contains(exact)


@given(EXACT, PLACES, st.integers(-20, 20))
def test_a_figure_agrees_with_nothing_that_no_rounding_brings_to_it(
    exact: Decimal, places: int, steps: int
) -> None:
    quantum = Decimal(1).scaleb(-places)
    value = exact.quantize(quantum) + steps * quantum / 4
    value = value.quantize(quantum, rounding=ROUND_DOWN)
    roundings = {written(exact, places, mode).value for mode in MODES}

    assert (value in roundings) == Figure("", value, quantum).agrees(exact)


@given(st.decimals(-10, 10, places=2), PLACES)
def test_the_ends_of_the_interval_are_decided_as_the_roundings_decide_them(
    value: Decimal, places: int
) -> None:
    quantum = Decimal(1).scaleb(-places)
    value = value.quantize(quantum, rounding=ROUND_DOWN)
    interval = Figure("", value, quantum).interval()

    for end in (interval.low, interval.high):
        roundings = {end.quantize(quantum, rounding=mode) for mode in MODES}
        assert (value in roundings) == interval.contains(end)


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("76.92", "[76.915, 76.93)"),
        ("130", "[129.5, 131)"),
        ("-0.5", "(-0.6, -0.45]"),
        ("0.00", "(-0.01, 0.01)"),
    ],
)
def test_a_figure_stands_for_what_could_round_to_it(value: str, interval: str) -> None:
    number = Decimal(value)
    quantum = Decimal((0, (1,), int(number.as_tuple().exponent)))

    assert interval == str(Figure(value, number, quantum).interval())


def test_a_figure_of_ten_thousands_is_as_vague_as_its_unit() -> None:
    figure = Figure("6.6万人次", Decimal("6.6E+4"), Decimal("1E+3"), "人次")

    assert figure.agrees(Decimal(66_499))
    assert not figure.agrees(Decimal(67_000))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure("76.92％", Decimal("76.92"), Decimal("0.01"), "%"), "76.92%"),
        (Figure("15.38 ", Decimal("15.38"), Decimal("0.01"), "分"), "15.38"),
        (Figure("1", Decimal("1E+2"), Decimal("1E+2"), "%"), "100%"),
        (Figure("1,300.00", Decimal("1300.00"), Decimal("0.01"), "万元"), "1300.00"),
    ],
)
def test_a_figure_is_shown_in_plain_digits(figure: Figure, text: str) -> None:
    assert text == str(figure)
