"""The words people see on the screen, for one form without a fault and one with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.written import written

from hebiao.check import CheckResult, check
from hebiao.reports.line import plain
from hebiao.reports.terminal import text_report

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

FORMS = {
    "good": {},
    "bad": {
        "implementing_unit": "",
        "total": "98.06分",
        "summary.total": "98.06",
        "indicators.2.actual": "4600册",
        "reason": "",
    },
}


def result(edits: dict[str, str]) -> CheckResult:
    return check(written(edits))


@pytest.mark.parametrize("form", FORMS)
def test_the_text_report(form: str, snapshot: SnapshotAssertion):
    assert snapshot == "\n".join(map(plain, text_report([result(FORMS[form])])))
