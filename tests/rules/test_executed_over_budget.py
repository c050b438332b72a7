"""Spending above the budget is a question, unless it is answered or another rule has it."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes

from hebiao.rules.funding.executed_over_budget import executed_over_budget

OVER = executed_over_budget.bad


@pytest.mark.parametrize(
    "edits",
    [
        {"funding.1.execution_rate": "96.3%"},
        {"indicators.4.reason": "上年结转资金一并支付"},
        {"notes.1": "上年结转资金一并支付"},
        {"funding.2.executed": "200", "funding.2.execution_rate": "100%"},
    ],
    ids=["the rate is wrong", "explained", "explained below", "the sources differ"],
)
def test_it_is_not_asked_twice(edits: dict[str, str]):
    assert "FD05" not in codes({**OVER, **edits}, "transfer")


def test_printed_notes_explain_nothing():
    assert ["FD05"] == codes({**OVER, "notes.1": "注：其他资金包括以前年度结转资金"}, "transfer")
