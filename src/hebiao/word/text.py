"""
A paragraph → the text a reader sees.

    <w:p>
      <w:pPr><w:numPr>…</w:numPr></w:pPr>                              1.
      <w:r><w:t>完成率</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>
      <w:r><w:fldChar w:fldCharType="begin"/></w:r>
      <w:r><w:instrText> = 17/20 </w:instrText></w:r>                   nothing
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>85%</w:t></w:r>                                         the result
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>              nothing
    </w:p>

reads "1. 完成率⇥☑85%". Nearly every paragraph is plain, and reading that is one pass in C.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from hebiao.word.fields import turn
from hebiao.word.formula import formula
from hebiao.word.names import (
    DRAWING,
    FLD_CHAR,
    O_MATH,
    O_MATH_PARA,
    OBJECT,
    P_PR,
    P_STYLE,
    PICT,
    R_PR,
    R_STYLE,
    RUBY,
    RUBY_BASE,
    SDT,
    TXBX_CONTENT,
    Element,
    P,
    R,
    T,
    first,
    value,
)
from hebiao.word.numbering import label
from hebiao.word.plain import TEXT, piece, plain_text, written
from hebiao.word.story import blocks, children
from hebiao.word.styles import PLAIN, Style, own_style
from hebiao.word.symbols import in_symbol_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hebiao.word.reading import Reading

SHAPES = frozenset({DRAWING, PICT, OBJECT})
FORMULAS = frozenset({O_MATH, O_MATH_PARA})


class Text(NamedTuple):
    """What a reader sees, and the part of it that somebody typed."""

    shown: str
    typed: str


@dataclass(slots=True)
class Line:
    """A paragraph while it is being read: its pieces, and the text boxes anchored in it."""

    shown: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    boxes: list[Text] = field(default_factory=list)


def lines(texts: Iterable[Text]) -> Text:
    """Put each text on lines of its own; blank lines at either end are dropped."""
    shown, typed = zip(*[*texts, Text("", "")], strict=True)
    return Text("\n".join(shown).strip("\n"), "\n".join(typed).strip("\n"))


def paragraph(parts: Sequence[Element], reading: Reading) -> Text:
    """Read a paragraph: one w:p, or several that run into one."""
    if len(parts) == 1 and reading.is_plain(parts[0]):
        text = _plain(parts[0], reading)
        return Text(text, text)
    line = Line()
    for p in parts:
        p_pr = first(p, P_PR)
        style = _style_of(p_pr, reading)
        _read_runs(p, line, reading, style)
    shown = "".join(line.shown)
    number = _number(p_pr, style, reading, empty=not shown)
    numbered = Text(number + shown if shown else number.rstrip(), "".join(line.typed))
    return lines([numbered, *line.boxes]) if line.boxes else numbered


def _plain(element: Element, reading: Reading) -> str:
    """Read a w:p or a w:r that is plain, and keep a trace if one is wanted."""
    if reading.trace is None:
        return plain_text(element)
    pieces = {each: piece(each) for each in element.iter(*TEXT)}
    reading.trace.shown.update((each, text) for each, text in pieces.items() if text)
    return "".join(pieces.values())


def _read_runs(parent: Element, line: Line, reading: Reading, style: Style) -> None:
    for child in children(parent):
        if child.tag == R:
            _read_run(child, line, reading, style)
        elif child.tag in FORMULAS and reading.shows:
            _say(line, formula(child), typed=True)


def _read_run(run: Element, line: Line, reading: Reading, style: Style) -> None:
    """Read a w:r. The marks of fields count in a hidden run, too; its text does not."""
    typed = not reading.prompts or reading.prompts.isdisjoint(run.iterancestors(SDT))
    if run not in reading.rich and not (style.vanish or style.font):
        _say(line, _plain(run, reading) if reading.shows else "", typed=typed)
        return
    look = _look(run, reading, style)
    for child in children(run):
        if child.tag == FLD_CHAR:
            state = turn(child, reading)
            _say(line, "" if look.vanish else state, typed=typed)
        elif reading.shows and not look.vanish:
            if child.tag in SHAPES:
                line.boxes.extend(_read_box(box, reading) for box in _boxes(child))
            elif child.tag == RUBY:
                for base in child.iterchildren(RUBY_BASE):
                    _read_runs(base, line, reading, style)
            else:
                text = _piece(child, look.font or "")
                _say(line, text, typed=typed)
                if text and reading.trace is not None:
                    reading.trace.shown[child] = text


def _say(line: Line, text: str, *, typed: bool) -> None:
    line.shown.append(text)
    if typed:
        line.typed.append(text)


def _piece(child: Element, font: str) -> str:
    if font and child.tag == T:
        return in_symbol_font(written(child), font)
    return piece(child) if child.tag in TEXT else ""


def _style_of(p_pr: Element | None, reading: Reading) -> Style:
    style_id = None if p_pr is None else value(p_pr, P_STYLE)
    return reading.styles.of_paragraph(style_id)


def _look(run: Element, reading: Reading, style: Style) -> Style:
    """
    Combine what a run says itself, its character style and its paragraph's style.

    w:vanish is a toggle: set in both styles it is off.
    """
    r_pr = first(run, R_PR)
    if r_pr is None:
        return style
    own = own_style(None, r_pr)
    named = reading.styles.of_run(value(r_pr, R_STYLE))
    if named is PLAIN:
        return own.based_on(style)
    toggled = bool(named.vanish) != bool(style.vanish)
    return own.based_on(Style(toggled, font=named.based_on(style).font))


def _number(p_pr: Element | None, style: Style, reading: Reading, *, empty: bool) -> str:
    """Return the automatic number in front of a paragraph; a hidden one has none."""
    own = PLAIN if p_pr is None else own_style(p_pr, first(p_pr, R_PR))
    place = own.based_on(style)
    if place.num_id is None or (empty and place.vanish):
        return ""
    style_id = None if p_pr is None else value(p_pr, P_STYLE)
    return label(place, style_id, reading.definitions.lists, reading.counts)


def _boxes(shape: Element) -> Iterator[Element]:
    """Yield the text boxes of a drawing: w:txbxContent, of one branch of each alternative."""
    for child in children(shape):
        if child.tag == TXBX_CONTENT:
            yield child
        else:
            yield from _boxes(child)


def _read_box(box: Element, reading: Reading) -> Text:
    """Read the paragraphs of a text box; its tables are a story of their own."""
    return lines(paragraph(parts, reading) for parts in blocks(box) if parts[0].tag == P)
