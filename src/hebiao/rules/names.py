"""Two names in, whether they name the same project or the same unit out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = re.compile(r"[《》“”\"'()\[\]【】]")
_REMARK = re.compile(r"\([^()]*\)")
_KIND = re.compile(r"(?:项目)?(?:支出)?$")
_PLACES = frozenset("省市县区州盟旗镇乡村")
_LONGEST_PLACE = 12
_SHORTEST_NAME = 4


def same_project(one: str, other: str, *units: str) -> bool:
    """
    Return whether two names name one project.

    Spaces and brackets do not count, nor does 项目 at the end, nor the name of a place or of
    one of the units in front: 政法智能化建设项目 is 某市政法智能化建设项目.
    """
    bare_units = [_bare(unit) for unit in units]
    return not set(_cores(one, bare_units)).isdisjoint(_cores(other, bare_units))


def same_unit(one: str, other: str) -> bool:
    """Return whether two names name one unit: a remark in brackets or a longer form is no other."""
    first, second = (_bare(_REMARK.sub("", squeeze(name))) for name in (one, other))
    return bool(first and second) and (first in second or second in first)


def _cores(name: str, units: list[str]) -> Iterator[str]:
    """Yield the name, and the name without a unit and without a place in front."""
    bare = _bare(name)
    for start in {0, *(len(unit) for unit in units if bare.startswith(unit))}:
        rest = bare[start:]
        yield rest
        longest = min(_LONGEST_PLACE, len(rest) - _SHORTEST_NAME)
        yield from (rest[end:] for end in range(2, longest + 1) if rest[end - 1] in _PLACES)


def _bare(name: str) -> str:
    return _KIND.sub("", _QUOTES.sub("", squeeze(name)))
