"""A low execution rate is explained in the form's own cell, or anywhere where it has none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.rules.edited import codes, found

from hebiao.rules import Severity
from hebiao.rules.funding.low_execution_without_reason import low_execution_without_reason
from hebiao.rules.policy import Policy

LOW = low_execution_without_reason.bad
SICHUAN = {
    "funding.1.executed": "80.00",
    "funding.1.execution_rate": "80.00%",
    "funding.1.score": "8",
    "funding.2.executed": "80.00",
    "funding.2.execution_rate": "80.00%",
    "total": "98",
}
PRINTED = """1.预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因；
2.年中发生预算调整的应单独说明理由；"""


def test_where_the_form_prints_the_request_it_is_a_warning_at_its_cell():
    (finding,) = found("FD06", SICHUAN, "sichuan")

    assert Severity.WARNING == finding.severity
    assert finding.at.label.endswith("原因")


def test_where_it_prints_none_it_is_a_note():
    (finding,) = found("FD06", LOW, "transfer")

    assert Severity.NOTE == finding.severity


@pytest.mark.parametrize("reason", ["0", "/", PRINTED, "1.未达到90%的需说明原因"])
def test_what_is_printed_in_the_cell_is_no_reason(reason: str):
    assert ["FD06"] == codes(SICHUAN | {"funding.1.reason": reason}, "sichuan")


@pytest.mark.parametrize("reason", ["尾款未付", f"{PRINTED}\n尾款按合同次年支付"])
def test_a_reason_may_stand_alone_or_behind_the_printed_request(reason: str):
    assert [] == codes(SICHUAN | {"funding.1.reason": reason}, "sichuan")


@pytest.mark.parametrize(
    "edits",
    [
        {"indicators.1.reason": "尾款未付"},
        {"goals.1.actual": "两个示范站都已建成，因验收推迟尾款未付"},
        {"notes.1": "结余资金按规定收回"},
        {"funding.1.budget": "222.2", "funding.1.execution_rate": "90%"},
    ],
)
def test_a_reason_anywhere_is_enough_where_there_is_no_cell_for_it(edits: dict[str, str]):
    assert "FD06" not in codes({**LOW, **edits}, "transfer")


def test_an_office_may_set_the_limit():
    policy = Policy(reason_below_percent=Decimal(70))

    assert [] == codes(dict(LOW), "transfer", policy)


def test_it_is_left_to_the_rule_on_lost_marks_where_that_asks_already():
    edits = {"reason": "", "summary.problems": ""}

    assert ["RS01"] == codes(edits)
