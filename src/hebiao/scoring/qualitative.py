"""
The outcome of a qualitative indicator and its full marks in, what marks it may have out.

    达成预期指标      15 marks, bands 80 and 60      12 to 15
    部分达成预期指标                                 9 to 12
    未达成预期指标                                   0 to 9

The bands are printed on the forms of Hubei (80, 50) and of the rural funds (80, 60). The marks
at a bound belong to both bands: 80% is 含80% to the one and the end of 80%-60% to the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hebiao.values.interval import Interval
from hebiao.values.outcome import Grade

if TYPE_CHECKING:
    from hebiao.values.figure import Figure

_PERCENT: Final = Decimal(100)


def band(grade: Grade, full: Decimal, bounds: tuple[Decimal, Decimal]) -> Interval:
    """Return the marks for an outcome; `bounds` are the least per cent for 达成 and 部分达成."""
    reached, partly = (full * bound / _PERCENT for bound in bounds)
    ends = {
        Grade.FULL: (reached, full),
        Grade.PARTIAL: (partly, reached),
        Grade.NONE: (Decimal(0), partly),
    }
    return Interval(*ends[grade])


def outside(written: Figure, marks: Interval) -> bool:
    """Return whether marks lie outside a band, and outside it by more than their rounding."""
    return not marks.contains(written.value) and not written.interval().meets(marks)
