"""The sources of the money against their total, where they are all there."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found

from hebiao.rules import Severity

ROUNDED = {
    "funding.1.budget": "100",
    "funding.1.executed": "100",
    "funding.1.execution_rate": "100%",
    "funding.1.score": "10",
    "total": "98.5",
    "funding.2.budget": "60",
    "funding.2.executed": "60",
    "funding.2.execution_rate": "100%",
    "funding.3.budget": "39",
    "funding.3.executed": "39",
    "funding.3.execution_rate": "100%",
    "funding.4.budget": "0",
    "funding.4.executed": "0",
}


def test_columns_that_are_all_off_are_one_finding():
    edits = {"funding.1.initial_budget": "10.00", "funding.4.budget": "5.00"}
    (finding,) = found("FD04", edits, "mof")

    assert "年初预算数总额填 10.00，各来源合计 100" in finding.message
    assert "全年预算数总额填 120.00，各来源合计 125" in finding.message
    assert "100.00 + 0.00 + 0.00 = 100" == finding.formula


def test_a_sum_that_is_short_because_a_source_is_blank_is_a_warning():
    (finding,) = found("FD04", {"funding.3.budget": "", "funding.3.executed": ""}, "mof")

    assert Severity.WARNING == finding.severity
    assert "可能没有填全" in finding.message


def test_whole_amounts_that_only_rounding_lets_agree_are_left_alone():
    assert "FD04" not in codes(ROUNDED, "mof")


@pytest.mark.parametrize(
    "edits",
    [
        {"funding.3.budget": "19.99"},
        {f"funding.{n}.initial_budget": "" for n in (2, 3, 4)},
        {f"funding.{n}.budget": "／" for n in (2, 3, 4)},
        {"funding.2.budget": "九十"},
    ],
    ids=["off in the last place", "all blank", "strokes", "not readable"],
)
def test_what_cannot_be_judged_is_left_alone(edits: dict[str, str]):
    assert "FD04" not in codes(edits, "mof")


def test_a_second_part_of_which_is_not_counted_twice():
    edits = {"funding.3.source": "其中：本年财政拨款", "funding.3.budget": "90.00"}

    assert "FD04" not in codes(edits, "mof")


def test_a_rate_that_the_sources_bear_out_leaves_the_blame_to_the_amount():
    assert ["FD04"] == codes({"funding.1.executed": "120.00"}, "mof")
