"""The bands of marks for the three outcomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hebiao.scoring.qualitative import band, outside
from hebiao.values.outcome import Grade
from hebiao.values.score import score

HUBEI = (Decimal(80), Decimal(50))


@pytest.mark.parametrize(
    ("grade", "full", "written", "wrong"),
    [
        (Grade.FULL, "10", "8", False),
        (Grade.FULL, "10", "7.9", True),
        (Grade.FULL, "10", "7", True),
        (Grade.FULL, "9", "7", False),
        (Grade.PARTIAL, "10", "8", False),
        (Grade.PARTIAL, "10", "8.1", True),
        (Grade.PARTIAL, "10", "5", False),
        (Grade.PARTIAL, "10", "4.9", True),
        (Grade.NONE, "10", "5", False),
        (Grade.NONE, "10", "5.1", True),
        (Grade.NONE, "10", "0", False),
    ],
)
def test_marks_at_a_bound_belong_to_both_bands(grade: Grade, full: str, written: str, wrong: bool):
    figure = score(written).value
    assert figure

    assert wrong is outside(figure, band(grade, Decimal(full), HUBEI))
