"""
Words of a cell or paragraph → the runs that show exactly these, cut out where they must be.

    <w:r> rPr <w:t>总分95.62分，其中…</w:t> </w:r>             one run
    <w:r> rPr <w:t>总分</w:t> </w:r>                            three, which look the same
    <w:r> rPr <w:t>95.62</w:t> </w:r>
    <w:r> rPr <w:t>分，其中…</w:t> </w:r>
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from hebiao.reports.annotated.element import make, write
from hebiao.word.names import (
    ALTERNATE_CONTENT,
    FLD_SIMPLE,
    R_PR,
    SDT,
    Element,
    P,
    R,
    T,
    as_in,
    first,
)
from hebiao.word.plain import written

if TYPE_CHECKING:
    from hebiao.word.source import Source, Spot


class Words(NamedTuple):
    """Where words begin and end: offsets in what two elements show, which may be the same."""

    first: Element
    start: int
    last: Element
    end: int


class Shown(NamedTuple):
    """What a spot shows, paragraphs parted by a newline; what shows each part, and from where."""

    text: str
    pieces: tuple[Element, ...]
    starts: tuple[int, ...]

    def words(self, start: int, end: int) -> Words:
        """Return the words between two offsets."""
        head = bisect_right(self.starts, start) - 1
        tail = bisect_left(self.starts, end) - 1
        return Words(
            self.pieces[head], start - self.starts[head], self.pieces[tail], end - self.starts[tail]
        )


def shown_at(source: Source, spot: Spot) -> Shown:
    """Return what a cell or paragraph shows, except in text boxes and tables inside."""
    text = ""
    pieces: list[Element] = []
    starts: list[int] = []
    for number, block in enumerate(spot.blocks):
        text += "\n" if number else ""
        for piece in (piece for p in block for piece in p.iter() if piece in source.shown):
            if next(piece.iterancestors(block[0].tag)) in block:
                pieces.append(piece)
                starts.append(len(text))
                text += source.shown[piece]
    return Shown(text, tuple(pieces), tuple(starts))


def stretch(source: Source, words: Words) -> tuple[Element, Element]:
    """Return the first and the last element around words, after cutting runs at both ends."""
    begin, last, end = words.first, words.last, words.end
    if _can_part(source, begin):
        begin = _begin_at(source, begin, words.start)
        if words.last is words.first:
            last, end = begin, words.end - words.start
    if _can_part(source, last):
        _end_at(source, last, end)
    return _outermost(begin), _outermost(last)


def runs(source: Source, words: Words) -> list[Element]:
    """Cut words out of their runs, each of which must be a plain one, and return what is left."""
    begin = _begin_at(source, words.first, words.start)
    same = words.last is words.first
    last = begin if same else words.last
    _end_at(source, last, words.end - words.start if same else words.end)
    run, end = begin.getparent(), last.getparent()
    found: list[Element] = []
    while run is not None:
        found.extend([run] if run.tag == as_in(run, R) else [])
        run = None if run is end else run.getnext()
    return found


def is_plain(source: Source, piece: Element) -> bool:
    """Say whether a w:t stands in a run and shows what is written in it, so it can be cut."""
    run = piece.getparent()
    return (
        piece.tag == as_in(piece, T)
        and run is not None
        and run.tag == as_in(piece, R)
        and source.shown[piece] == written(piece)
    )


def _can_part(source: Source, piece: Element) -> bool:
    return is_plain(source, piece) and _outermost(piece) is piece.getparent()


def _outermost(piece: Element) -> Element:
    """Return the run around a piece, or what stands for the run and cannot be cut."""
    stops = {as_in(piece, tag) for tag in (R, SDT, FLD_SIMPLE)} | {ALTERNATE_CONTENT}
    found = piece
    for outer in piece.iterancestors():
        if outer.tag == as_in(piece, P):
            break
        if outer.tag in stops:
            found = outer
    return found


def _begin_at(source: Source, t: Element, offset: int) -> Element:
    """Let a run begin at an offset of a w:t; return the w:t it begins with."""
    begin = _halve(source, t, offset) if offset else t
    _part(begin)
    return begin


def _end_at(source: Source, t: Element, offset: int) -> None:
    """Let a run end at an offset of a w:t."""
    if offset < len(source.shown[t]):
        _halve(source, t, offset)
    after = t.getnext()
    if after is not None:
        _part(after)


def _halve(source: Source, t: Element, offset: int) -> Element:
    """Part a w:t in two of the same run, and return the second."""
    text, second = source.shown[t], make(t, T)
    t.addnext(second)
    for half, words in ((t, text[:offset]), (second, text[offset:])):
        source.shown[half] = write(half, words).text or ""
    return second


def _part(child: Element) -> None:
    """Let a run begin with one of its children: those before it stay in a run of their own."""
    run = child.getparent()
    before = child.getprevious()
    if run is None or before is None or before.tag == as_in(run, R_PR):
        return
    second = make(run, R)
    second.attrib.update(run.attrib)
    r_pr = first(run, as_in(run, R_PR))
    if r_pr is not None:
        second.append(copy.deepcopy(r_pr))
    run.addnext(second)
    second.extend([child, *child.itersiblings()])
