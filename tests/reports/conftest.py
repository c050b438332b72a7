"""Results to report on: the sample form through a real Word file, with findings made by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.written import written

from hebiao.check import CheckResult, Finding, Unchecked, check
from hebiao.layouts import CellPlace, Place
from hebiao.rules import Confidence, Severity

Make = Callable[..., Finding]
Result = Callable[..., CheckResult]


@pytest.fixture(scope="session")
def clean() -> CheckResult:
    return replace(check(written({})), path="报送/图书室.docx")


@pytest.fixture(scope="session")
def total(clean: CheckResult) -> Place:
    """The cell of the total."""
    return clean.forms[0].source.labelling.values["total"].at


@pytest.fixture
def finding(total: CellPlace) -> Make:
    """Makes a finding at the total; keywords change it."""

    def make(**changes: object) -> Finding:
        score = replace(total, row=6, column=13, label="得分")
        found = Finding(
            code="SC01",
            rule="total_score_mismatch",
            title="总分与各项得分之和不符",
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
            message="总分填 96.06，应为 95.06",
            stated="96.06分",
            expected="95.06",
            formula="17.06 + 40 + 38 = 95.06",
            basis="总分为各项得分之和",
            advice="请重新加总。",
            at=total,
            related=(score, replace(score, row=8), replace(score, row=9)),
        )
        return replace(found, **changes)

    return make


@pytest.fixture
def result(clean: CheckResult) -> Result:
    """Makes a result of the sample form with these findings and these rules not checked."""

    def make(*findings: Finding, not_checked: tuple[Unchecked, ...] = ()) -> CheckResult:
        form = replace(clean.forms[0], findings=findings, not_checked=not_checked)
        return replace(clean, forms=(form,))

    return make
