"""What a figure may have been meant to be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.diagnosis.slip import slips
from hebiao.values.figure import Figure


def figure(text: str) -> Figure:
    value = Decimal(text)
    return Figure(text, value, Decimal(1).scaleb(int(value.as_tuple().exponent)))


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("91.75", "97.15", "相邻两位颠倒"),
        ("19.75", "91.75", "相邻两位颠倒"),
        ("8.531", "85.31", "小数点错位"),
        ("8531", "85.31", "小数点错位"),
        ("853100", "85.31", "元与万元混淆"),
        ("-12", "12", "正负号"),
        ("855.31", "85.31", "多写一位"),
        ("5.31", "85.31", "漏写一位"),
    ],
)
def test_each_kind_of_slip_is_named(written: str, meant: str, slip: str):
    assert slip == slips(figure(written)).get(Decimal(meant))


def test_another_digit_in_one_place_is_no_slip_that_could_be_told():
    assert Decimal("85.31") not in slips(figure("85.91"))


@given(st.decimals("-999999", "999999", places=2, allow_nan=False, allow_infinity=False))
def test_a_figure_is_no_slip_of_itself(value: Decimal):
    assert value not in slips(figure(str(value)))
