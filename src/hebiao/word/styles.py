"""
styles.xml → the styles that change what is read: hidden text, automatic numbers, symbol fonts.

    <w:style w:type="paragraph" w:styleId="Item">
      <w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>
      <w:rPr><w:vanish/><w:rFonts w:ascii="Wingdings"/></w:rPr>
    </w:style>

Most documents have no such style, or use none, which the bytes of the part tell without
parsing it. Where there is one, only it and the styles based on it are looked at closely.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hebiao.word.names import (
    ASCII,
    BASED_ON,
    DEFAULT,
    H_ANSI,
    ILVL,
    NUM_ID,
    NUM_PR,
    OFF,
    P_PR,
    R_FONTS,
    R_PR,
    STYLE,
    STYLE_ID,
    TYPE,
    VANISH,
    Element,
    first,
    is_on,
    number,
    value,
)
from hebiao.word.package import mentions, parse
from hebiao.word.symbols import is_symbol_font

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

FONTS = (b"dings", b'"Symbol"', b"'Symbol'")  # Wingdings and Webdings in one search
REASONS = (b"vanish", b"numPr", *FONTS)
STYLE_END, TABLE_STYLE = b"</w:style>", b'<w:style w:type="table"'
DEFAULT_STYLE, BASED = b"w:default=", b"w:basedOn"
MAX_BASES = 12  # Word allows a chain of eleven styles; a longer one is a loop


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing. A font is "" if it is no symbol font."""

    vanish: bool | None = None
    num_id: str | None = None
    level: int | None = None
    font: str | None = None

    @property
    def matters(self) -> bool:
        """Say whether a paragraph or run of this style is read otherwise than others."""
        return bool(self.vanish or self.font or self.num_id not in {None, "0"})

    def based_on(self, base: Style) -> Style:
        """Fill what this style leaves open from the one it is based on."""
        if base is PLAIN or self is PLAIN:
            return self if base is PLAIN else base
        return Style(
            base.vanish if self.vanish is None else self.vanish,
            base.num_id if self.num_id is None else self.num_id,
            base.level if self.level is None else self.level,
            base.font if self.font is None else self.font,
        )


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles that say something, by id; `default` is that of a paragraph without one."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: Style = PLAIN

    def of_paragraph(self, style_id: str | None) -> Style:
        """Return the style a paragraph names, or the default."""
        return self.default if style_id is None else self.by_id.get(style_id, PLAIN)

    def of_run(self, style_id: str | None) -> Style:
        """Return the character style a run names."""
        return PLAIN if style_id is None else self.by_id.get(style_id, PLAIN)


def telling_styles(data: bytes | None) -> bytes:
    """
    Cut a styles.xml down to what may matter; nothing, if nothing in it does.

    Of the styles of tables nothing is read here, and some programs bring a hundred of them
    along, nine tenths of the part.
    """
    if data is None or not mentions(data, *REASONS):
        return b""
    styles = data.split(STYLE_END)
    rest = STYLE_END.join(style for style in styles if not style.startswith(TABLE_STYLE))
    return rest if mentions(rest, *REASONS) else b""


def default_styles(data: bytes) -> bytes:
    """Cut it down to what may matter to text that names no style: the default ones."""
    before, *styles = data.split(STYLE_END)
    defaults = [before, *(style for style in styles[:-1] if DEFAULT_STYLE in style), *styles[-1:]]
    if any(BASED in style for style in defaults):
        return data
    rest = STYLE_END.join(defaults)
    return rest if mentions(rest, *REASONS) else b""


def read_styles(data: bytes) -> Styles:
    """Read a styles.xml, or what was left of it."""
    if not data:
        return Styles()
    root = parse(data)
    marks = root.iter(NUM_PR, VANISH, *([R_FONTS] if mentions(data, *FONTS) else []))
    saying = {style for mark in marks for style in mark.iterancestors(STYLE)}
    elements = {element.get(STYLE_ID, ""): element for element in root.iterchildren(STYLE)}
    resolved = {style_id: _resolve(style_id, elements, saying, MAX_BASES) for style_id in elements}
    return Styles(
        {style_id: style for style_id, style in resolved.items() if style is not PLAIN},
        next((resolved[key] for key, element in elements.items() if _is_default(element)), PLAIN),
    )


def own_style(p_pr: Element | None, r_pr: Element | None) -> Style:
    """Read what the properties themselves say: of a style, a paragraph or a run."""
    num_pr = None if p_pr is None else first(p_pr, NUM_PR)
    # the first of each kind counts: LibreOffice writes a second w:rFonts without a name
    marks = {} if r_pr is None else {mark.tag: mark for mark in r_pr.iterchildren(reversed=True)}
    vanish, fonts = marks.get(VANISH), marks.get(R_FONTS)
    font = None if fonts is None else _symbol_font(fonts)
    if num_pr is None and vanish is None and font is None:
        return PLAIN
    return Style(
        None if vanish is None else is_on(vanish),
        None if num_pr is None else value(num_pr, NUM_ID),
        None if num_pr is None else number(value(num_pr, ILVL)),
        font,
    )


def _symbol_font(fonts: Element) -> str | None:
    named = [name for name in (fonts.get(ASCII), fonts.get(H_ANSI)) if name is not None]
    return next((name for name in named if is_symbol_font(name)), "") if named else None


def _resolve(
    style_id: str, elements: Mapping[str, Element], saying: Collection[Element], bases: int
) -> Style:
    """Follow a style down to what it is based on; only those that say something are read."""
    element = elements.get(style_id)
    if element is None or not bases:
        return PLAIN
    based_on = value(element, BASED_ON)
    base = _resolve(based_on, elements, saying, bases - 1) if based_on else PLAIN
    if element not in saying:
        return base
    return own_style(first(element, P_PR), first(element, R_PR)).based_on(base)


def _is_default(element: Element) -> bool:
    default = element.get(DEFAULT)
    return element.get(TYPE) == "paragraph" and default is not None and default not in OFF
