"""
Digits as people type them → a Decimal, and the precision the digits claim.

    1,234.50   →   1234.50, to 0.01

Never scientific notation: `1E2` is a code or a slip, not a hundred.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from hebiao.values.spelling import plain, visible

NUMBER: Final = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,8})?|\.[0-9]{1,8})"
"""
A pattern for a number without sign, in plain spelling.

Fifteen and eight digits are far beyond any budget; what is longer is an account number or a
code. The bound also keeps every Decimal made from them exact within the default 28 digits.
"""

_SIGNED = re.compile(rf"[+-]?{NUMBER}")
_RUN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class Number(NamedTuple):
    """A number, and one unit of its last written digit."""

    value: Decimal
    quantum: Decimal


def number(words: str) -> Number | None:
    """Read plain text that is one number and nothing else; `1,23` is none."""
    digits = words.strip()
    return exactly(digits) if _SIGNED.fullmatch(digits) else None


def exactly(digits: str) -> Number:
    """Convert what NUMBER has matched, with its sign, keeping every written digit."""
    value = Decimal(digits.replace(",", ""))
    return Number(value, Decimal((0, (1,), int(value.as_tuple().exponent))))


def why_no_number(text: str) -> str:
    """Say in Chinese why the text is not read as one number."""
    written = visible(text)
    runs = _RUN.findall(plain(text))
    if not runs:
        return f"“{written}”不是数字"
    if len(runs) > 1:
        return f"“{written}”中有不止一个数字"
    if number(runs[0]) is None:
        return f"“{runs[0]}”不像一个数，请核对逗号、小数点和位数"
    return f"“{written}”中除数字外还有别的内容"
