"""
What reading one story depends on, and what it has to remember from block to block.

Most blocks are plain: text and breaks, which need nothing of this. Lists are read when the
first numbered paragraph needs them; styles when their bytes hold something that matters.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hebiao.word.names import (
    ALT_CHUNK,
    ALTERNATE_CONTENT,
    ASCII,
    CUSTOM_XML,
    DEL,
    FLD_CHAR,
    FLD_CHAR_TYPE,
    H_ANSI,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NUM_PR,
    O_MATH,
    P_STYLE,
    R_FONTS,
    R_STYLE,
    RUBY,
    SDT,
    SYM,
    TBL,
    TXBX_CONTENT,
    VAL,
    VANISH,
    Element,
    P,
)
from hebiao.word.numbering import Counts, NumberedList, read_numbering
from hebiao.word.package import Package, mentions
from hebiao.word.story import is_shown
from hebiao.word.styles import PLAIN, Styles, read_styles
from hebiao.word.symbols import FONT_NAMES, is_symbol_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RARE = (
    *(ALTERNATE_CONTENT, CUSTOM_XML, DEL, INS, MOVE_FROM, MOVE_TO, SDT),
    *(ALT_CHUNK, FLD_CHAR, NUM_PR, O_MATH, RUBY, SYM, TBL, TXBX_CONTENT, VANISH),
)


@dataclass(slots=True)
class Field:
    """An open field: `shows` once its result has begun, unless something stands for it."""

    shows: bool = False
    replaced: bool = False


@dataclass(frozen=True)
class Definitions:
    """The styles and lists of a document, behind the relationships of its main part."""

    package: Package

    @cached_property
    def styles(self) -> Styles:
        """The styles that change what is read."""
        return read_styles(self.package.related("styles"))

    @cached_property
    def lists(self) -> dict[str, NumberedList]:
        """The automatic lists by w:numId."""
        return read_numbering(self.package.related("numbering"), self.styles)


@dataclass
class Reading:
    """One story being read: the body, a header, a note. `part` is the part that holds it."""

    definitions: Definitions
    part: str
    suspects: tuple[str, ...]
    unclosed: frozenset[Element]
    counts: Counts = field(default_factory=Counts)
    fields: list[Field] = field(default_factory=list)

    def rare(self, block: Element) -> Iterator[Element]:
        """Yield what makes a block, or a cell in it, more than text and breaks."""
        yield from block.iterdescendants(*RARE)
        if self.suspects:
            for element in block.iter(*self.suspects):
                if self._is_special(element):
                    yield element

    def _is_special(self, suspect: Element) -> bool:
        if suspect.tag == R_FONTS:
            return is_symbol_font(suspect.get(ASCII)) or is_symbol_font(suspect.get(H_ANSI))
        return suspect.tag == P or suspect.get(VAL) in self.definitions.styles.by_id

    def is_plain(self, block: Element) -> bool:
        """Ask once, in C, whether a block holds nothing but text and breaks."""
        return self.shows and next(self.rare(block), None) is None

    def afresh(self) -> Reading:
        """Begin another story of the same part."""
        return replace(self, counts=Counts(), fields=[])

    @property
    def shows(self) -> bool:
        """Say whether text counts here: not between the begin of a field and its result."""
        return all(open_field.shows for open_field in self.fields)


def begin(definitions: Definitions, part: str, data: bytes, root: Element) -> Reading:
    """Begin to read a story from the bytes of its part and their root."""
    fields = root.iter(FLD_CHAR) if mentions(data, b"fldChar") else ()
    return Reading(definitions, part, _suspects(definitions.styles, data), _unclosed(fields))


def _suspects(styles: Styles, data: bytes) -> tuple[str, ...]:
    """
    Name the elements to be looked at one by one beside the rare ones.

    They are the fonts if a symbol font is named, the styles if one says something that
    matters, and every paragraph if even the default style does.
    """
    suspects: list[str] = []
    if mentions(data, *(name.encode() for name in FONT_NAMES)):
        suspects.append(R_FONTS)
    if any(mentions(data, style_id.encode()) for style_id in styles.by_id):
        suspects += [P_STYLE, R_STYLE]
    return (*suspects, P) if styles.default != PLAIN else tuple(suspects)


def _unclosed(marks: Iterable[Element]) -> frozenset[Element]:
    """Find the field beginnings without an end, which would hide all text after them."""
    begun: list[Element] = []
    for mark in marks:
        kind = mark.get(FLD_CHAR_TYPE)
        if kind == "begin" and is_shown(mark):
            begun.append(mark)
        elif kind == "end" and begun and is_shown(mark):
            begun.pop()
    return frozenset(begun)
