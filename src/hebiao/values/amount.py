"""
The text of an amount cell → a Figure in the unit its block states.

    amount("1,300,000.00元", "万元")   →   130.000000 万元, to 0.000001
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from hebiao.values.figure import Figure
from hebiao.values.number import NUMBER, Number, number, why_no_number
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.spelling import either, plain, visible

_POWERS: Final = {
    "元": 0,
    "百元": 2,
    "千元": 3,
    "万元": 4,
    "万": 4,
    "十万元": 5,
    "百万元": 6,
    "千万元": 7,
    "亿元": 8,
    "亿": 8,
}
"""A unit of money, and how many tens it multiplies the 元 by."""

_AMOUNT = re.compile(
    rf"""
    (?: 人民币 )? \s* (?P<sign> [¥￥] )? \s*
    (?P<number> [+-]? {NUMBER} ) \s*
    (?: (?P<unit> {either(_POWERS)} ) 整?
      | \( \s* (?P<unit_in_brackets> {either(_POWERS)} ) \s* \)
    )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def amount(text: str, unit: str = "万元") -> Reading[Figure]:
    """
    Read an amount in the block's unit; a cell that names a unit of its own is converted.

    The quantum is converted as well: 1300000元 states its 130 万元 to 0.0001.
    """
    if status := absent(text):
        return Reading(None, status)
    found = _AMOUNT.fullmatch(plain(text))
    read = number(found["number"]) if found else None
    if found is None or read is None:
        return Reading(None, Status.UNREADABLE, why_no_number(text))
    named = found["unit"] or found["unit_in_brackets"]
    if named is None:
        reason = f"写有“{found['sign']}”而无单位，按{unit}读" if found["sign"] else ""
        return Reading(_figure(text, read, unit), Status.READ, reason)
    if unit not in _POWERS:
        return Reading(None, Status.UNREADABLE, f"不能把{named}换算成{unit}")
    reason = "" if named.endswith("元") else f"单位“{named}”按“{named}元”读"
    return Reading(_figure(text, read, unit, _POWERS[named] - _POWERS[unit]), Status.READ, reason)


def in_wan_yuan(figure: Figure) -> Figure:
    """Return an amount in 万元, as precise as it is: 1300000 元 is 130 万元 to 0.0001."""
    tens = _POWERS.get(figure.unit, _POWERS["万元"]) - _POWERS["万元"]
    if not tens:
        return figure
    return Figure(figure.text, figure.value.scaleb(tens), figure.quantum.scaleb(tens), "万元")


def _figure(text: str, read: Number, unit: str, tens: int = 0) -> Figure:
    return Figure(visible(text), read.value.scaleb(tens), read.quantum.scaleb(tens), unit)
