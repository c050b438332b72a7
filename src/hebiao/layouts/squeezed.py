"""A text without spaces and in half width, that still knows where each character was written."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_squeeze_one = cache(squeeze)


class Squeezed:
    """
    A text to search in, and the way back to what is written.

    自评得分 为９１．３８分  is searched as  自评得分为91.38分  and  ９１．３８  is found.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.squeezed = "".join(map(_squeeze_one, text))

    @cached_property
    def _index(self) -> list[int]:
        return [index for index, own in enumerate(self._text) for _ in _squeeze_one(own)]

    def groups(self, found: re.Match[str]) -> Iterator[tuple[str, str]]:
        """Yield the named groups that matched, with their words as they are written."""
        for name, matched in found.groupdict().items():
            if matched:
                start, end = self._index[found.start(name)], self._index[found.end(name) - 1]
                yield name, self._text[start : end + 1]


@lru_cache(maxsize=64)
def squeezed(text: str) -> Squeezed:
    """Return a text to search in; the same one is searched for titles, headings and years."""
    return Squeezed(text)
