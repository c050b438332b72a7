"""
Words with amounts of money in them → the amounts, each with its unit and its place.

    共支出100.5万元（1005000元）   →   100.5 万元, 1005000 元

What is no sum of money is left alone: 1200元/套 is a price, 3万人 are people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hebiao.values.figure import Figure
from hebiao.values.number import NUMBER, exactly
from hebiao.values.spelling import either

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_TENS: Final = {"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "千万元": 7, "亿元": 8}

AMOUNT: Final = rf"(?<![0-9.,]){NUMBER}\s*(?:{either(_TENS)})(?!\s*[/每整·*×])"
"""A pattern for an amount of money in plain spelling that is no price."""

_AMOUNT = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>{either(_TENS)})")
_EVERY = re.compile(AMOUNT)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in 元, the unit it is written in, and where it begins and ends in the text."""

    figure: Figure
    unit: str
    start: int
    end: int


def amounts_in(words: str) -> Iterator[Money]:
    """Yield the amounts of a plain text in reading order."""
    for found in _EVERY.finditer(words):
        yield _money(found[0], found.start())


def amount_at(words: str, start: int) -> Money | None:
    """Return the amount that begins at a place of the text."""
    found = _EVERY.match(words, start)
    return _money(found[0], start) if found else None


def _money(written: str, start: int) -> Money:
    """Read what AMOUNT has matched."""
    found = _AMOUNT.fullmatch(written)
    if found is None:
        raise ValueError(f"no amount: {written}")
    read, tens = exactly(found["number"]), _TENS[found["unit"]]
    figure = Figure(written, read.value.scaleb(tens), read.quantum.scaleb(tens), "元")
    return Money(figure, found["unit"], start, start + len(written))


def in_unit(yuan: Decimal, unit: str) -> Decimal:
    """Return how many of a unit an amount in 元 is."""
    return yuan.scaleb(-_TENS[unit])
