"""
True values in, figures as people write them out, and the true values they may stand for.

    Hand(chance).rounded(8531/10000·100, 1)  →  85.3     half up, half even or cut off
    Hand(chance).spelled(1234.50)            →  1,234.50 or １２３４.50
    band("1,234.5")                          →  [1234.45, 1234.6)

Computed with Fraction and by nothing of the package: it judges the package's own arithmetic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

HALF_UP, HALF_EVEN, CUT_OFF = "half up", "half even", "cut off"
WAYS = (HALF_UP, HALF_EVEN, CUT_OFF)
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
TENS = {"元": 0, "万元": 4, "亿元": 8}


def rounded(value: Fraction, places: int, way: str) -> Decimal:
    """Round a value that is not negative; the digit that decides is never itself a rounding."""
    scaled = value * 10**places
    below, rest = divmod(scaled, 1)
    half = rest == Fraction(1, 2) and (way == HALF_UP or below % 2 == 1)
    up = way != CUT_OFF and (rest > Fraction(1, 2) or half)
    return Decimal(int(below) + up).scaleb(-places)


def decimal(value: Fraction) -> Decimal:
    """Return a value that has a finite decimal, digit by digit."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever fills in a form: each figure is rounded and spelled in a way of its own."""

    chance: random.Random

    def rounded(self, value: Fraction, places: int) -> Decimal:
        """Round in any of the three ways."""
        return rounded(value, places, self.chance.choice(WAYS))

    def exactly(self, value: Fraction, places: int) -> Decimal:
        """Write a value that was not rounded, with zeros behind it as they come."""
        figure = decimal(value)
        return figure if figure % 1 else figure.quantize(Decimal(1).scaleb(-places))

    def spelled(self, figure: Decimal) -> str:
        """Write digits as people type them."""
        text = f"{figure:,f}" if self.chance.random() < 0.2 else f"{figure:f}"
        text = text.translate(FULL_WIDTH) if self.chance.random() < 0.1 else text
        return self.chance.choice(("", "", "", "", " ", "\u3000")) + text

    def points(self, figure: Decimal) -> str:
        """Write marks, with or without 分."""
        return self.spelled(figure) + self.chance.choice(("", "", "", "", "分", " 分"))

    def percent(self, figure: Decimal) -> str:
        """Write a rate; without the sign a small one would be read as a ratio."""
        signs = ("%", "%", "％", " ％") if figure <= 2 else ("%", "%", "％", " ％", "")
        return self.spelled(figure) + self.chance.choice(signs)


class Band(NamedTuple):
    """The values a figure may stand for: from `low` to below `high`, or one value alone."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction) -> Band:
        """Return the band of one value."""
        return cls(value, value)

    def meets(self, other: Band) -> bool:
        """Return whether a value lies in both; the upper end is left out unless it is alone."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self._has(low) and other._has(low))

    def _has(self, value: Fraction) -> bool:
        return self.low <= value < self.high or value == self.low == self.high

    def plus(self, other: Band) -> Band:
        """Return the sums of two values."""
        return Band(self.low + other.low, self.high + other.high)

    def times(self, factor: Fraction) -> Band:
        """Multiply every value by a factor that is known exactly."""
        return Band(self.low * factor, self.high * factor)


class Read(NamedTuple):
    """A figure read back: its value, and one unit of its last digit."""

    value: Fraction
    quantum: Fraction

    @property
    def band(self) -> Band:
        """Rounding to the figure leaves [v - q/2, v + q); below zero there is nothing true."""
        return Band(max(self.value - self.quantum / 2, Fraction(0)), self.value + self.quantum)


def read(text: str, unit: str = "") -> Read | None:
    """Read the only number of a text; an amount that names another unit is converted."""
    plain = text.translate(HALF_WIDTH)
    found = NUMBER.findall(plain)
    if len(found) != 1:
        return None
    places = len(found[0].partition(".")[2])
    value, quantum = Fraction(found[0].replace(",", "")), Fraction(1, 10**places)
    named = next((name for name in ("万元", "亿元", "元") if unit and plain.endswith(name)), unit)
    scale = Fraction(10) ** (TENS.get(named, 0) - TENS.get(unit, 0))
    return Read(value * scale, quantum * scale)
