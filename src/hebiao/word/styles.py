"""
styles.xml → the styles that change what is read: hidden text, automatic numbers, symbol fonts.

    <w:style w:type="paragraph" w:styleId="Item">
      <w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>
      <w:rPr><w:vanish/><w:rFonts w:ascii="Wingdings"/></w:rPr>
    </w:style>

Most documents have no such style, which the bytes of the part tell without parsing it.
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
from hebiao.word.symbols import FONT_NAMES, is_symbol_font

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS = (b"vanish", b"numPr", *(f'"{name}"'.encode() for name in FONT_NAMES))
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


def read_styles(data: bytes | None) -> Styles:
    """Read styles.xml, if it has anything that matters."""
    if data is None or not mentions(data, *REASONS):
        return Styles()
    elements = {element.get(STYLE_ID, ""): element for element in parse(data).iterchildren(STYLE)}
    resolved = {style_id: _resolve(style_id, elements, MAX_BASES) for style_id in elements}
    return Styles(
        {style_id: style for style_id, style in resolved.items() if style != PLAIN},
        next((resolved[key] for key, element in elements.items() if _is_default(element)), PLAIN),
    )


def own_style(p_pr: Element | None, r_pr: Element | None) -> Style:
    """Read what the properties themselves say: of a style, a paragraph or a run."""
    num_pr = None if p_pr is None else first(p_pr, NUM_PR)
    vanish = None if r_pr is None else first(r_pr, VANISH)
    return Style(
        None if vanish is None else is_on(vanish),
        None if num_pr is None else value(num_pr, NUM_ID),
        None if num_pr is None else number(value(num_pr, ILVL)),
        None if r_pr is None else _symbol_font(r_pr),
    )


def _symbol_font(r_pr: Element) -> str | None:
    fonts = first(r_pr, R_FONTS)
    if fonts is None:
        return None
    named = [name for name in (fonts.get(ASCII), fonts.get(H_ANSI)) if name is not None]
    return next((name for name in named if is_symbol_font(name)), "") if named else None


def _resolve(style_id: str | None, elements: Mapping[str, Element], bases: int) -> Style:
    element = elements.get(style_id or "")
    if element is None or not bases:
        return PLAIN
    own = own_style(first(element, P_PR), first(element, R_PR))
    return own.based_on(_resolve(value(element, BASED_ON), elements, bases - 1))


def _is_default(element: Element) -> bool:
    default = element.get(DEFAULT)
    return element.get(TYPE) == "paragraph" and default is not None and default not in OFF
