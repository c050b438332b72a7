"""
Plain words in, themselves out: apart from blank cells and from marks that mean "no answer".

    words("　")  →  EMPTY        words("／")  →  NOT_APPLICABLE        year("2020年度")  →  2020
"""

from __future__ import annotations

import re
from functools import lru_cache

from hebiao.values.date import fiscal_years
from hebiao.values.reading import Reading, Status, absent

_BARE_YEAR = re.compile(r"\d{4}")


@lru_cache(maxsize=4096)
def words(text: str) -> Reading[str]:
    """Return the words of a text without the spaces around them."""
    if status := absent(text):
        return Reading(None, status)
    return Reading(text.strip(), Status.READ)


def year(text: str) -> Reading[int]:
    """Return the one fiscal year a text names; two different ones are no year."""
    if status := absent(text):
        return Reading(None, status)
    bare = text.strip()
    years = {int(bare)} if _BARE_YEAR.fullmatch(bare) else set(fiscal_years(text))
    if len(years) == 1:
        return Reading(years.pop(), Status.READ)
    return Reading(None, Status.UNREADABLE, "写了几个不同的年度" if years else "没有写明年度")
