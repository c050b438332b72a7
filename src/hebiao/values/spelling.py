"""
Text as people type it → the same text in plain spelling, position by position.

    １００％   →   100%
    （Ａ）　   →   (A)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_VARIANTS: Final = {
    " ": "\u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f",
    "-": "\u2212\ufe63\u2010\u2011\u2012",
    "%": "\ufe6a",
    ".": "\ufe52",
    ",": "\ufe50",
    ";": "\ufe54",
    ":": "\ufe55\u2236",
    ">": "\ufe65",
    "<": "\ufe64",
    "=": "\ufe66",
    "~": "\u301c\u223c",
    "/": "\u2215\u2044",
    "*": "\ufe61",
}
"""What input methods offer for a sign, besides the full-width forms U+FF01 to U+FF5E."""

_PLAIN = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(variant): ord(sign) for sign, variants in _VARIANTS.items() for variant in variants
}

TO: Final = r"\s*(?:-{1,2}|—{1,2}|–|~|至|到)\s*"
"""A pattern for what joins the ends of a range: 3-5, 3~5, 3至5, 3——5."""


def visible(text: str) -> str:
    """Drop what no reader sees: zero-width characters, and the blanks around the text."""
    return text.strip() if text.isascii() else _INVISIBLE.sub("", text).strip()


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """
    Write full-width letters, digits, signs and blanks of the visible text in half width.

    Character by character, so positions stay those of `visible`. NFKC would not do: it turns ①
    into 1, 10² into 102 and ㎡ into m2.
    """
    shown = visible(text)
    return shown if shown.isascii() else shown.translate(_PLAIN)


def either(spellings: Iterable[str]) -> str:
    """Return a pattern that matches any of the spellings, the longest that fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(spellings, key=len, reverse=True)))})"
