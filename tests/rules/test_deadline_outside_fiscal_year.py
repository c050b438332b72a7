"""PI14: times of another year; works that go on over a year's end are none."""

from __future__ import annotations

import pytest
from tests.rules.edited import found


@pytest.mark.parametrize(
    "target", ["2013年12月31日", "2023年12月底前", "2023年度", "2021-2023年", "2026年6月前"]
)
def test_a_time_before_the_year_or_after_the_next_is_a_note(target: str):
    assert 1 == len(found("PI14", {"indicators.4.target": target}, "mof"))


@pytest.mark.parametrize(
    "target",
    [
        "2024年度",
        "2024年12月31日前",
        "2025年6月",
        "2023年6月-2025年6月",
        "2023年1月-2024年3月",
        "2024年-2030年",
        "11月底前",
        "1-12月",
        "按2019年办法执行",
        "按时完成",
    ],
)
def test_a_time_that_touches_the_year_or_the_next_is_none(target: str):
    assert [] == found("PI14", {"indicators.4.target": target}, "mof")


def test_without_a_year_on_the_form_there_is_nothing_to_compare():
    edits = {"title.year": None, "indicators.4.target": "2013年12月31日"}

    assert [] == found("PI14", edits, "mof")
