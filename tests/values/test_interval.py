from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.values.interval import Interval

DECIMALS = st.decimals(-1000, 1000, places=3)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(DECIMALS), draw(DECIMALS)))
    if low == high:
        return Interval.exactly(low)
    return Interval(low, high, low_open=draw(st.booleans()), high_open=draw(st.booleans()))


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a value in it, the closed ends likelier than chance would have them."""
    interval = draw(intervals())
    low, high = Fraction(interval.low), Fraction(interval.high)
    share = draw(st.sampled_from([Fraction(0), Fraction(1)]) | st.fractions(0, 1))
    value = low + (high - low) * share
    if not interval.contains(value):
        value = (low + high) / 2
    return interval, value


@given(members(), members())
def test_a_sum_contains_the_sums_of_members(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    assert (a[0] + b[0]).contains(a[1] + b[1])


@given(members(), members())
def test_a_difference_contains_the_differences_of_members(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    assert (a[0] - b[0]).contains(a[1] - b[1])


@given(members(), members())
def test_a_product_contains_the_products_of_members(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    assert (a[0] * b[0]).contains(a[1] * b[1])


@given(members(), members())
def test_a_quotient_contains_the_quotients_of_members_and_is_none_only_around_zero(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    quotient = a[0] / b[0]

    if quotient is None:
        assert b[0].low <= 0 <= b[0].high
    else:
        assert quotient.contains(a[1] / b[1])


@given(members(), DECIMALS)
def test_scaling_contains_the_scaled_members(a: tuple[Interval, Fraction], factor: Decimal) -> None:
    assert a[0].scale(factor).contains(a[1] * Fraction(factor))


@given(intervals(), intervals(), DECIMALS)
def test_intervals_meet_when_they_share_a_value_and_whichever_is_asked(
    a: Interval, b: Interval, value: Decimal
) -> None:
    shared = a.contains(value) and b.contains(value)

    assert a.meets(b) or not shared
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals())
def test_intervals_do_not_meet_only_when_one_ends_before_the_other_begins(
    a: Interval, b: Interval
) -> None:
    apart = a.high < b.low or b.high < a.low
    touching = {
        (a.high == b.low, a.high_open or b.low_open),
        (b.high == a.low, b.high_open or a.low_open),
    }

    assert a.meets(b) == (not apart and (True, True) not in touching)


@given(members(), members())
def test_a_hull_holds_both_and_ends_where_they_end(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    hull = a[0].hull(b[0])

    assert hull.contains(a[1])
    assert hull.contains(b[1])
    assert hull.low in {a[0].low, b[0].low}
    assert hull.high in {a[0].high, b[0].high}


def test_an_open_end_is_left_out() -> None:
    interval = Interval(Decimal(1), Decimal(2), high_open=True)

    assert interval.contains(Decimal(1))
    assert interval.contains(Fraction(199, 100))
    assert not interval.contains(Decimal(2))
    assert "[1, 2)" == str(interval)


def test_intervals_that_touch_at_an_open_end_do_not_meet() -> None:
    lower = Interval(Decimal(1), Decimal(2), high_open=True)
    upper = Interval(Decimal(2), Decimal(3))

    assert not lower.meets(upper)
    assert Interval(Decimal(1), Decimal(2)).meets(upper)


def test_a_quotient_without_finite_decimal_is_widened_not_cut() -> None:
    third = Interval.exactly(Decimal(1)) / Interval.exactly(Decimal(3))

    assert third is not None
    assert third.contains(Fraction(1, 3))
    assert not third.contains(Decimal("0.3333"))
    assert not third.contains(Decimal("0.3334"))
    assert (third.low_open, third.high_open) == (True, True)


def test_a_finite_quotient_is_exact() -> None:
    assert Interval.exactly(Decimal("0.5")) == Interval.exactly(Decimal(1)) / Interval.exactly(
        Decimal(2)
    )


@pytest.mark.parametrize("low_open", [False, True])
def test_a_divisor_that_comes_arbitrarily_close_to_zero_gives_no_quotient(low_open: bool) -> None:
    divisor = Interval(Decimal(0), Decimal(1), low_open=low_open)

    assert Interval.exactly(Decimal(1)) / divisor is None


def test_zero_times_an_interval_open_at_both_ends_is_zero() -> None:
    anything = Interval(Decimal(-1), Decimal(1), low_open=True, high_open=True)

    assert Interval.exactly(Decimal(0)) == anything * Interval.exactly(Decimal(0))


@pytest.mark.parametrize(("low", "high", "low_open"), [("2", "1", False), ("1", "1", True)])
def test_an_interval_without_a_value_is_a_mistake_of_the_caller(
    low: str, high: str, low_open: bool
) -> None:
    with pytest.raises(ValueError, match="no value lies in"):
        Interval(Decimal(low), Decimal(high), low_open=low_open)
