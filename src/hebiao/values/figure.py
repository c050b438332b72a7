"""
A number as a cell states it → the values it may stand for.

    Figure("76.92％", 76.92, quantum 0.01, "%")  stands for  [76.915, 76.93)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from fractions import Fraction

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A written number: its text, its value, one unit of its last digit, and what it counts.

    `value` and `quantum` are in `unit`, also where the text names another: 1300000元 in a block
    of 万元 has value 130.0000 and quantum 0.0001.
    """

    text: str
    value: Decimal
    quantum: Decimal
    unit: str = ""

    def interval(self) -> Interval:
        """
        Return every true value that rounds half up, half even or by truncation to this one.

        For v > 0 that is [v - q/2, v + q): the halves below round up to v, and cutting digits
        off maps everything short of v + q to it. Mirrored below zero, and (-q, q) for zero.
        """
        half = self.quantum * _HALF
        if self.value > 0:
            return Interval(self.value - half, self.value + self.quantum, high_open=True)
        if self.value < 0:
            return Interval(self.value - self.quantum, self.value + half, low_open=True)
        return Interval(-self.quantum, self.quantum, low_open=True, high_open=True)

    def agrees(self, exact: Decimal | Fraction) -> bool:
        """Return whether the exact value, rounded in one of the three ways, is this one."""
        return self.interval().contains(exact)

    def __str__(self) -> str:
        """Write the number in plain digits at its precision, with % where it is a percentage."""
        return f"{self.value:f}{'%' if self.unit == '%' else ''}"
