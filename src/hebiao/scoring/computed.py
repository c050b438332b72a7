"""
A figure that follows from others: its exact value, what rounding leaves open, and the formula.

Three verdicts on the figure that is written:

    97.15 ÷ 143 = 67.937… written 67.94%   CONSISTENT      it is the exact value, rounded
    2 ÷ 3 = 66.66…        written 80%      ROUNDING        only if 2 and 3 were rounded, too
    97.15 ÷ 143           written 69.47%   CONTRADICTION   no rounding allows it
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from hebiao.values.figure import Figure
    from hebiao.values.interval import Interval


FORMS_KEPT = 8
"""For how many forms what was worked out is kept: the rules of one form ask for it again."""


class Verdict(StrEnum):
    """Whether a written figure can be right."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Way:
    """
    One way to arrive at a figure.

    `exact` is what the operands give as they are written, `possible` every value that true
    operands rounding to the written ones could give, `formula` the operation in words.
    """

    exact: Fraction
    possible: Interval
    formula: str


def judge(written: Figure, ways: tuple[Way, ...]) -> Verdict:
    """Return the mildest verdict any of the ways allows."""
    interval = written.interval()
    if any(interval.contains(way.exact) for way in ways):
        return Verdict.CONSISTENT
    if any(interval.meets(way.possible) for way in ways):
        return Verdict.ROUNDING
    return Verdict.CONTRADICTION


def rounded(exact: Fraction, quantum: Decimal) -> Decimal:
    """Return the exact value rounded half up, away from zero, to a multiple of the quantum."""
    above, below = exact.as_integer_ratio()
    units, whole = quantum.as_integer_ratio()
    steps = (2 * abs(above) * whole + below * units) // (2 * below * units)
    return (Decimal(steps) * quantum).copy_sign(above)


def plain(value: Decimal) -> str:
    """Write a figure without an exponent and without zeros that say nothing: 40, 91.67."""
    return f"{value.normalize() + 0:f}"
