"""PI08: units that differ beside figures that do not."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found


def row(target: str, actual: str) -> dict[str, str]:
    return {"indicators.2.target": target, "indicators.2.actual": actual}


@pytest.mark.parametrize(
    ("target", "actual", "times"),
    [
        ("≥50亩", "55公顷", "15"),
        ("≥50公顷", "50亩", "15"),
        ("≥30万元", "31.5元", "10000"),
        ("≥12000人", "1.3万人", ""),
        ("≥1.2万人", "1.3人", "10000"),
    ],
)
def test_the_slip_is_named_and_nothing_else_is_made_of_it(target: str, actual: str, times: str):
    expected = ["PI08"] if times else []

    assert expected == codes(row(target, actual), "mof")
    assert all(
        f"单位却相差 {times} 倍" in f.message for f in found("PI08", row(target, actual), "mof")
    )


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥50个", "50"),
        ("50", "50个"),
        ("≥50人", "52人次"),
        ("≥100万元", "1162700元"),
        ("0元", "0万元"),
    ],
)
def test_a_missing_unit_and_a_true_conversion_are_none(target: str, actual: str):
    assert [] == found("PI08", row(target, actual), "mof")
