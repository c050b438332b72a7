"""
The text of a score or weight cell → a Figure in points.

    "15.38 " → 15.38      91.38分 → 91.38      / → not applicable
"""

from __future__ import annotations

import re
from functools import lru_cache

from hebiao.values.figure import Figure
from hebiao.values.number import NUMBER, number, why_no_number
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.spelling import plain, visible

_SCORE = re.compile(
    rf"""
    (?: [\u4e00-\u9fff]{{1,6}} \s* : \s* )?       # 总分：95分, typed with its label
    (?P<number> [+-]? {NUMBER} ) \s*
    (?: 分 | \( \s* 分 \s* \) )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def score(text: str) -> Reading[Figure]:
    """Read points; anything but one number is unreadable, never a zero."""
    if status := absent(text):
        return Reading(None, status)
    found = _SCORE.fullmatch(plain(text))
    read = number(found["number"]) if found else None
    if read is None:
        return Reading(None, Status.UNREADABLE, why_no_number(text))
    return Reading(Figure(visible(text), read.value, read.quantum, "分"), Status.READ)
