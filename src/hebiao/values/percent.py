"""
The text of a rate cell → a Figure in percentage points.

    76.92％ → 76.92%      0.95 → 95%, a ratio      90.5 → 90.5%, the sign left out
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from hebiao.values.figure import Figure
from hebiao.values.number import NUMBER, number, why_no_number
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.spelling import plain, visible

_PERCENT = re.compile(
    rf"""
    (?P<number> [+-]? {NUMBER} ) \s*
    (?P<sign> % | 百分比 | \( \s* (?: % | 百分比 ) \s* \) | % \s* \( \s* 百分比 \s* \) )?
    """,
    re.VERBOSE,
)
_LARGEST_RATIO: Final = Decimal("1.5")
"""A bare number up to here is a ratio: hardly a rate is 1.5 %, and many write 1 for 100 %."""


@lru_cache(maxsize=4096)
def percent(text: str) -> Reading[Figure]:
    """Read a rate; without a percent sign its size decides, and the reason says which way."""
    if status := absent(text):
        return Reading(None, status)
    found = _PERCENT.fullmatch(plain(text))
    read = number(found["number"]) if found else None
    if found is None or read is None:
        return Reading(None, Status.UNREADABLE, why_no_number(text))
    points = Figure(visible(text), read.value, read.quantum, "%")
    if found["sign"] or read.value == 0:
        return Reading(points, Status.READ)
    if abs(read.value) > _LARGEST_RATIO:
        return Reading(points, Status.READ, f"未写百分号，按{points}读")
    ratio = Figure(visible(text), read.value.scaleb(2), read.quantum.scaleb(2), "%")
    return Reading(ratio, Status.READ, f"未写百分号，当作比值，按{ratio}读")
