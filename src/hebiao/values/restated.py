"""
A text → each amount that it states again in another unit.

    安排资金130万元（1300000元）      130万元 = 1300000元
    合计1.2亿元，即12000万元          1.2亿元 = 12000万元

Only a bracket or 即 with nothing but an amount in it says the same again: 100万元（含税3万元）
and 100万元（20万元/年） say something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hebiao.values.money import AMOUNT, Money, amount_at
from hebiao.values.spelling import plain, visible

_RESTATED = re.compile(
    rf"(?P<first>{AMOUNT})\s*(?:\(\s*(?:即|合|折合|计|合计|人民币|小写)?:?\s*(?P<inside>{AMOUNT})\s*\)"
    rf"|,?\s*(?:即|折合)(?:人民币)?\s*(?P<behind>{AMOUNT}))"
)


class Restated(NamedTuple):
    """An amount, the same amount in another unit, and the words that state both."""

    words: str
    first: Money
    second: Money


@lru_cache(maxsize=4096)
def restated(text: str) -> tuple[Restated, ...]:
    """Return every amount that is stated twice, in different units of money."""
    words, shown = plain(text), visible(text)
    found = []
    for match in _RESTATED.finditer(words):
        again = "inside" if match["inside"] else "behind"
        first, second = (amount_at(words, match.start(name)) for name in ("first", again))
        if first and second and first.unit != second.unit:
            found.append(Restated(shown[match.start() : match.end()], first, second))
    return tuple(found)
