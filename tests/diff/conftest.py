"""Forms of two sides, made by hand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from hebiao.diff import Found, NamedFigure, Side, SubmittedForm
from hebiao.layouts import CellPlace
from hebiao.rules import Severity

MakeForm = Callable[..., SubmittedForm]
MakeFound = Callable[..., Found]


@pytest.fixture
def found() -> MakeFound:
    """Makes a finding; keywords change it."""

    def make(field: str = "总分", **changes: object) -> Found:
        made = Found(
            code="SC01",
            title="总分与各项得分之和不符",
            severity=Severity.ERROR,
            field=field,
            at=CellPlace(1, 18, 5, field),
            message="总分填 96，应为 95",
            stated="96",
            expected="95",
        )
        return replace(made, **changes)

    return make


@pytest.fixture
def form() -> MakeForm:
    """Makes a form with findings; keywords change it."""

    def make(*findings: Found, **changes: object) -> SubmittedForm:
        made = SubmittedForm(
            path="报送/甲.docx",
            index=1,
            table=1,
            project="图书室设备更新项目",
            units=("滨江市文化和旅游局",),
            year=2024,
            findings=findings,
            unchecked={},
            figures={"总分": NamedFigure("96分", Decimal(96))},
            whole=True,
        )
        return replace(made, **changes)

    return make


def side(*forms: SubmittedForm) -> Side:
    return Side("报送", len(forms), forms)
