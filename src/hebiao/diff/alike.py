"""Two texts in, how much alike they are out, in whole per cent."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

ALIKE, HALF_ALIKE = 80, 50
"""From how many per cent on two names are taken for one, alone or with other evidence."""


def percent_alike(one: str, other: str) -> int:
    """Return how much alike two texts are; 0 for those with hardly a pair of signs in common."""
    if one == other:
        return 100
    ours, theirs = _pairs(one), _pairs(other)
    if len(ours & theirs) * 3 < max(len(ours), len(theirs)):
        return 0
    return int(SequenceMatcher(None, one, other, autojunk=False).ratio() * 100)


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(text))
