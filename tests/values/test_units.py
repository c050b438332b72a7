from __future__ import annotations

from decimal import Decimal

import pytest

from hebiao.values.units import Unit, recurs, unit


@pytest.mark.parametrize(
    ("written", "name", "factor"),
    [
        ("万元", "元", "1E+4"),
        ("亿元", "元", "1E+8"),
        ("万人次", "人次", "1E+4"),
        ("㎡", "平方米", "1"),
        ("公顷", "亩", "15"),
        ("万公顷", "亩", "15E+4"),
        ("千米", "公里", "1"),
        ("千瓦时", "千瓦时", "1"),
        ("万千瓦时", "千瓦时", "1E+4"),
        ("百分比", "%", "1"),
        ("百分点", "百分点", "1"),
        ("万", "", "1E+4"),
        ("", "", "1"),
        ("万元/人*月", "元/人/月", "1E+4"),
        ("次/台机/年", "次/台机/年", "1"),
        ("元/公顷", "元/公顷", "1"),
    ],
)
def test_a_unit_has_one_name_and_one_factor(written: str, name: str, factor: str) -> None:
    assert Unit(name, Decimal(factor)) == unit(written)


@pytest.mark.parametrize("written", ["柱", "3个", "个个", "元元"])
def test_an_unknown_unit_is_none(written: str) -> None:
    assert unit(written) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("次/年", True), ("场/季度", True), ("次", False), ("工作日/宗", False), ("元/人/月", False)],
)
def test_only_what_is_counted_over_a_stretch_of_time_recurs(name: str, expected: bool) -> None:
    assert expected == recurs(name)


def test_hours_and_days_are_not_converted() -> None:
    assert unit("小时") != unit("天")
