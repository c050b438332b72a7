"""
A figure in, what it may have been meant to be out, by the slips that people make.

    91.75  →  97.15 相邻两位颠倒    9.175, 917.5 小数点错位    917500 元、万元混淆
              91.7, 91.5 … 多写一位  912.75 … 漏写一位
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.values.figure import Figure
    from hebiao.values.interval import Interval

_DIGITS = ("多写一位", "漏写一位")
_WIDEST, _WIDEST_FOR_DIGITS = Decimal("0.1"), Decimal("0.01")
_SHIFTS = {-4: "元与万元混淆", 4: "元与万元混淆"} | dict.fromkeys((-1, 1, -2, 2), "小数点错位")


def slip_to(value: Decimal, figure: Figure, room: Interval | None) -> str:
    """
    Return the slip that made one value into the figure, or nothing.

    It tells something only where the other figures leave little room: anywhere else some slip
    always fits, most of all a digit too many or too few.
    """
    slip = slips(figure).get(value, "")
    if not slip or room is None:
        return slip
    share = _WIDEST_FOR_DIGITS if slip in _DIGITS else _WIDEST
    return slip if room.high - room.low <= max(abs(value) * share, figure.quantum) else ""


@lru_cache(maxsize=64)
def slips(figure: Figure) -> dict[Decimal, str]:
    """Return each value the figure may have been meant to be, with what went wrong."""
    found: dict[Decimal, str] = {}
    for value, slip in _slips(figure.value):
        if value != figure.value:
            found.setdefault(Decimal(f"{value:f}"), slip)
    return found


def _slips(written: Decimal) -> Iterator[tuple[Decimal, str]]:
    """Yield the likeliest first: digits swapped, the decimal point, a sign, a digit too many."""
    text = f"{abs(written):f}"
    digits, places = text.replace(".", ""), len(text.partition(".")[2])
    for at in range(len(digits) - 1):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield Decimal(swapped).scaleb(-places), "相邻两位颠倒"
    for shift, slip in _SHIFTS.items():
        yield written.scaleb(shift), slip
    yield -written, "正负号"
    for at in range(len(text)):
        yield from _read(text[:at] + text[at + 1 :], _DIGITS[0])
    for at in range(len(text) + 1):
        for digit in "0123456789":
            yield from _read(text[:at] + digit + text[at:], _DIGITS[1])


def _read(text: str, slip: str) -> Iterator[tuple[Decimal, str]]:
    if text.count(".") <= 1 and text.strip("."):
        yield Decimal(text), slip
