"""PI13: 其中 rows against the row above."""

from __future__ import annotations

from tests.rules.edited import found

ROWS = ((1, "清淤渠道长度"), (2, "其中：支渠"), (3, "其中：干渠"))


def rows(targets: str, actuals: str) -> dict[str, str]:
    edits = {f"indicators.{number}.level3": name for number, name in ROWS}
    for number, (target, actual) in enumerate(
        zip(targets.split(), actuals.split(), strict=True), 1
    ):
        edits[f"indicators.{number}.target"] = target
        edits[f"indicators.{number}.actual"] = actual
    return edits


def test_parts_that_are_all_of_the_target_are_all_of_the_actual():
    (finding,) = found("PI13", rows("≥30公里 ≥20公里 ≥10公里", "33公里 21公里 11公里"), "mof")

    assert ("32", "21 + 11 = 32") == (finding.expected, finding.formula)


def test_parts_that_add_up_are_none():
    assert [] == found("PI13", rows("≥30公里 ≥20公里 ≥10公里", "32公里 21公里 11公里"), "mof")


def test_parts_that_are_not_all_of_the_target_need_not_add_up():
    assert [] == found("PI13", rows("≥30公里 ≥10公里 ≥5公里", "32公里 21公里 6公里"), "mof")


def test_measured_parts_may_have_been_rounded():
    assert [] == found("PI13", rows("≥3.0公里 ≥2.0公里 ≥1.0公里", "3.3公里 2.1公里 1.1公里"), "mof")


def test_shares_and_rates_are_not_added():
    assert [] == found("PI13", rows("≥90% ≥80% ≥10%", "90% 95% 99%"), "mof")
    assert [] == found("PI13", rows("30元/人 20元/人 10元/人", "30元/人 50元/人 9元/人"), "mof")


def test_parts_in_another_unit_are_not_compared():
    assert [] == found("PI13", rows("≥30公里 ≥20座 ≥10座", "33公里 40座 11座"), "mof")
