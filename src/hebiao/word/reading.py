"""
What reading one story depends on, and what it has to remember from block to block.

Most blocks are plain: text and breaks, which need nothing of this. Lists are read when the
first numbered paragraph needs them; styles when their bytes hold something that matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hebiao.word.names import (
    ALT_CHUNK,
    ALTERNATE_CONTENT,
    ASCII,
    CELL_DEL,
    CELL_MERGE,
    CUSTOM_XML,
    DEL,
    FLD_CHAR,
    FLD_CHAR_TYPE,
    GRID_BEFORE,
    H_ANSI,
    H_MERGE,
    HIDDEN,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NUM_PR,
    O_MATH,
    P_STYLE,
    PLACEHOLDER,
    R_FONTS,
    R_STYLE,
    RUBY,
    SDT,
    SDT_PR,
    TBL,
    TC,
    TC_PR_CHANGE,
    TR,
    TXBX_CONTENT,
    VAL,
    VANISH,
    Element,
    P,
    R,
    first,
    is_on,
)
from hebiao.word.numbering import Counts, NumberedList, read_numbering
from hebiao.word.package import Package, mentions
from hebiao.word.story import is_shown
from hebiao.word.styles import Styles, default_styles, read_styles, telling_styles
from hebiao.word.symbols import is_symbol_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RARE = (
    *(ALTERNATE_CONTENT, CUSTOM_XML, DEL, INS, MOVE_FROM, MOVE_TO, SDT),
    *(ALT_CHUNK, FLD_CHAR, NUM_PR, O_MATH, RUBY, TXBX_CONTENT, VANISH),
    *(CELL_DEL, CELL_MERGE, GRID_BEFORE, H_MERGE, HIDDEN, TC_PR_CHANGE),
)
BEFORE_NAME = re.compile(rb"(?:ascii|hAnsi)\s*=\s*.(?:Wing|Web)?$")


@dataclass(slots=True)
class Field:
    """An open field: `shows` once its result has begun, unless something stands for it."""

    shows: bool = False
    replaced: bool = False


@dataclass(slots=True)
class Trace:
    """
    Where what is read was found, kept only for those who mean to write there.

    `cells` are the w:tc of each w:tbl by row and column, `shown` the text of each w:t, w:tab …
    """

    cells: dict[Element, dict[tuple[int, int], Element]] = field(default_factory=dict)
    shown: dict[Element, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Definitions:
    """The styles and lists of a document, behind the relationships of its main part."""

    package: Package

    @cached_property
    def styles(self) -> Styles:
        """The styles that change what is read."""
        return read_styles(self._telling)

    def styles_of(self, data: bytes) -> Styles:
        """Return the styles as far as a part needs them: one that names none, the default."""
        named = self._telling and mentions(data, b"pStyle", b"rStyle")
        return self.styles if named else self._defaults

    @cached_property
    def lists(self) -> dict[str, NumberedList]:
        """The automatic lists by w:numId."""
        return read_numbering(self.package.related("numbering"), self.styles)

    @cached_property
    def _telling(self) -> bytes:
        return telling_styles(self.package.related("styles"))

    @cached_property
    def _defaults(self) -> Styles:
        return read_styles(default_styles(self._telling))


@dataclass
class Reading:
    """
    One story being read: the body, a header, a note. `part` is the part that holds it.

    `rich` are the runs, paragraphs and cells that hold more than text and breaks, the rows and
    tables in which something is around a cell or a row, and the rows that are marked.
    """

    definitions: Definitions
    styles: Styles
    part: str
    rare: tuple[Element, ...]  # what is more than text and breaks, in order
    rich: frozenset[Element]
    prompts: frozenset[Element]  # the content controls nobody has filled in
    unclosed: frozenset[Element]  # the field beginnings that no end belongs to
    counts: Counts = field(default_factory=Counts)
    fields: list[Field] = field(default_factory=list)
    trace: Trace | None = None

    def is_plain(self, p: Element) -> bool:
        """Say whether a paragraph holds nothing but text and breaks, and no field is open."""
        return p not in self.rich and self.shows

    @property
    def shows(self) -> bool:
        """Say whether text counts here: not between the begin of a field and its result."""
        return not self.fields or all(open_field.shows for open_field in self.fields)

    def all(self, tag: str) -> Iterator[Element]:
        """Yield the rare elements of a kind."""
        return (element for element in self.rare if element.tag == tag)

    def afresh(self) -> Reading:
        """Begin another story of the same part."""
        return replace(self, counts=Counts(), fields=[])

    def traced(self, trace: Trace) -> Reading:
        """Return a reading that keeps a trace."""
        return replace(self, trace=trace)


def begin(definitions: Definitions, part: str, data: bytes, root: Element) -> Reading:
    """Begin to read a story: ask once, in C, what in its part is more than text and breaks."""
    styles = definitions.styles_of(data)
    tags = (*RARE, *_suspects(styles, data))
    rare = tuple([element for element in root.iter(*tags) if _is_rare(element, styles)])
    prompts = frozenset(element for element in rare if _is_prompt(element))
    rich = _holders(rare, prompts)
    return Reading(definitions, styles, part, rare, rich, prompts, _unclosed(rare))


def _suspects(styles: Styles, data: bytes) -> tuple[str, ...]:
    """
    Name the elements to be looked at one by one beside the rare ones.

    They are the fonts if a symbol font is named for runs, the styles if one says something
    that matters, and every paragraph if even the default style does.
    """
    suspects: list[str] = []
    if _names_symbol_font(data):
        suspects.append(R_FONTS)
    if any(style.matters for style in styles.by_id.values()):
        suspects += [P_STYLE, R_STYLE]
    return (*suspects, P) if styles.default.matters else tuple(suspects)


def _names_symbol_font(data: bytes) -> bool:
    """Say whether a run names a symbol font: `<w:rFonts w:ascii="Wingdings" …/>`."""
    if mentions(data):
        return True
    for name in (b"dings", b"Symbol"):  # Wingdings and Webdings in one search
        at = data.find(name)
        while at >= 0:
            if BEFORE_NAME.search(data[max(at - 20, 0) : at]):
                return True
            at = data.find(name, at + 1)
    return False


def _is_rare(element: Element, styles: Styles) -> bool:
    if element.tag == R_FONTS:
        return is_symbol_font(element.get(ASCII)) or is_symbol_font(element.get(H_ANSI))
    if element.tag in {P_STYLE, R_STYLE}:
        return styles.of_run(element.get(VAL)).matters
    return True


def _is_prompt(element: Element) -> bool:
    """Find `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr> … </w:sdt>`."""
    sdt_pr = first(element, SDT_PR) if element.tag == SDT else None
    prompt = None if sdt_pr is None else first(sdt_pr, PLACEHOLDER)
    return prompt is not None and is_on(prompt)


def _holders(rare: Iterable[Element], prompts: Iterable[Element]) -> frozenset[Element]:
    """
    Find what holds each rare element: a run, a paragraph, and the cell, row or table around.

        <w:tc><w:p><w:r><w:sym/></w:r></w:p></w:tc>             the w:r, the w:p and the w:tc
        <w:tr><w:trPr><w:hidden/></w:trPr> … </w:tr>            the w:tr
        <w:tr><w:sdt> … <w:tc> … </w:tc> … </w:sdt></w:tr>      the w:tr
        <w:tbl><w:sdt> … <w:tr> … </w:tr> … </w:sdt></w:tbl>    the w:tbl

    What stands in a prompt is shown but not typed, so all of it is held, too.
    """
    holders = {inside for sdt in prompts for inside in sdt.iter(P, TC)}
    for element in rare:
        if element.tag == P:
            holders.add(element)
        for holder in element.iterancestors(R, P, TC, TR, TBL):
            holders.add(holder)
            if holder.tag not in {R, P}:
                break
    return frozenset(holders)


def _unclosed(rare: Iterable[Element]) -> frozenset[Element]:
    """Find the field beginnings without an end, which would hide all text after them."""
    begun: list[Element] = []
    for mark in (element for element in rare if element.tag == FLD_CHAR):
        kind = mark.get(FLD_CHAR_TYPE)
        if kind == "begin" and is_shown(mark):
            begun.append(mark)
        elif kind == "end" and begun and is_shown(mark):
            begun.pop()
    return frozenset(begun)
