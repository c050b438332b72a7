"""
A figure as it is written among other words, another value → where it stands, and the new digits.

    共支出1,250.00万元    1250 → 1350    1,350.00
    ８５．３１             85.31 → 86      ８６．００
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hebiao.values.number import NUMBER, exactly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．－−", "0123456789.--")
_TO_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_FIGURE = re.compile(rf"(?<![0-9.,-])-?{NUMBER}(?![0-9]|[.,][0-9])")


class Digits(NamedTuple):
    """The digits of a figure between two offsets."""

    start: int
    end: int
    text: str

    @property
    def value(self) -> Decimal:
        """The figure they stand for."""
        return exactly(self.text.translate(_WIDE)).value


def digits_in(text: str) -> Iterator[Digits]:
    """Yield the figures of a text that stand by themselves; `10-12` holds none such but 10."""
    for found in _FIGURE.finditer(text.translate(_WIDE)):
        yield Digits(found.start(), found.end(), text[found.start() : found.end()])


def like(digits: str, figure: Decimal) -> str:
    """Write a figure as another one is: with its grouping, its decimals, its width."""
    plain = digits.translate(_WIDE)
    decimals = len(plain.partition(".")[2])
    own = max(-int(figure.as_tuple().exponent), 0)
    text = f"{figure:{',' if ',' in plain else ''}.{max(decimals, own)}f}"
    return text if plain == digits else text.translate(_TO_WIDE)
