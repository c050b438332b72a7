"""
Chinese numerals → the number they spell.

    十二 → 12     一百二十 → 120     两 → 2     半 → 0.5     二〇二一年 → 2021年
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from hebiao.values.number import Number

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}

NUMERAL: Final = r"(?:半|[零一二两三四五六七八九十百千]{1,9})"
"""A pattern for a spelled-out number below ten thousand, or 半."""

NUMERAL_SIGNS: Final = frozenset("半零一二两三四五六七八九十百千")
"""The signs such a number is spelled with."""

_TERM = re.compile(
    r"""
    零? (?: (?P<digit> [一二两三四五六七八九] )? (?P<power> [十百千] )
          | (?P<ones> [一二两三四五六七八九] ) )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"[一二][零〇○ＯO0一二三四五六七八九]{3}(?=\s*年)")


def numeral(words: str) -> Number | None:
    """Read a spelled-out number; None when its powers are not in falling order, as in 十百."""
    if words == "半":
        return Number(Decimal("0.5"), Decimal("0.1"))
    if words == "零":
        return Number(Decimal(0), Decimal(1))
    total, end, last_power = 0, 0, 10_000
    while found := _TERM.match(words, end):
        power = _POWERS[found["power"]] if found["power"] else 1
        if power >= last_power:
            return None
        total += _DIGITS[found["digit"] or found["ones"] or "一"] * power
        end, last_power = found.end(), power
    return Number(Decimal(total), Decimal(1)) if total and end == len(words) else None


def year_in_digits(words: str) -> str:
    """Write years spelled digit by digit, 二〇二一年, in figures; positions stay the same."""
    return _YEAR.sub(lambda year: "".join(str(_DIGITS.get(digit, 0)) for digit in year[0]), words)
