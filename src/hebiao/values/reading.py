"""
The text of a cell → a value, or the reason why there is none.

    Reading(Figure 15.38, READ)      the cell holds a value
    Reading(None, EMPTY)             "", blanks, U+3000, an import's `null`
    Reading(None, NOT_APPLICABLE)    / — …… 无 不适用: deliberately no value, and never a zero
    Reading(None, UNREADABLE, "…")   something else stands there
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, Generic, TypeVar

from hebiao.values.spelling import plain

T = TypeVar("T")


class Status(StrEnum):
    """What became of a cell's text."""

    READ = "read"
    EMPTY = "empty"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """
    A value, if the cell states one.

    `reason` is Chinese and for the reader of a report: why there is no value, or, beside a
    value, what had to be guessed to read it. A reading without a guess has no reason.
    """

    value: T | None
    status: Status
    reason: str = ""


_EMPTY: Final = frozenset({"", "null", "NULL", "@@@"})
"""`null` and `@@@` are what fiscal systems export for a cell without a value."""

_NOT_APPLICABLE = re.compile(
    r"""
      [-/\\—–―─_…\s]+              # a stroke, a dash of any length, dots
    | \.{2,} | 。{2,} | ·{2,}       # dots typed one by one
    | 暂?无 | 无此项 | 不涉及        # 无 never stands for zero: a zero is typed 0
    | 不适[用应]                    # 不适应 is the usual slip for 不适用
    | N/?A | n/?a
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=2048)
def absent(text: str) -> Status | None:
    """Return EMPTY or NOT_APPLICABLE when the cell states no value on purpose, else None."""
    words = plain(text).strip()
    if words in _EMPTY:
        return Status.EMPTY
    return Status.NOT_APPLICABLE if _NOT_APPLICABLE.fullmatch(words) else None
