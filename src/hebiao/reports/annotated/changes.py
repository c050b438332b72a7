"""
Words and what they should be → a tracked change, in the look the words have.

    <w:del w:id="3" w:author="核表" w:date="…"><w:r> rPr <w:delText>95.62</w:delText></w:r></w:del>
    <w:ins w:id="4" w:author="核表" w:date="…"><w:r> rPr <w:t>91.67</w:t></w:r></w:ins>
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from hebiao.reports.annotated.element import add, make, write
from hebiao.reports.annotated.words import is_plain, runs
from hebiao.word.names import (
    CUSTOM_XML,
    DATA_BINDING,
    DEL,
    DEL_TEXT,
    HYPERLINK,
    ID,
    INS,
    R_PR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    SMART_TAG,
    Element,
    P,
    R,
    T,
    as_in,
    first,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hebiao.reports.annotated.words import Shown, Words
    from hebiao.word.source import Source

_AROUND = (CUSTOM_XML, HYPERLINK, SDT, SDT_CONTENT, SMART_TAG)


def may_change(source: Source, shown: Shown, words: Words) -> bool:
    """
    Say whether a change of words can be tracked: they stand in plain runs, side by side.

    Not in what another has inserted and nobody accepted, not in the result of a field, and not
    in a content control that Word fills from elsewhere.
    """
    head, tail = shown.pieces.index(words.first), shown.pieces.index(words.last)
    pieces = shown.pieces[head : tail + 1]
    if not all(is_plain(source, piece) for piece in pieces):
        return False
    around = {run.getparent() for piece in pieces if (run := piece.getparent()) is not None}
    return len(around) == 1 and _is_free(words.first)


def _is_free(piece: Element) -> bool:
    """Look at what is around a run up to its paragraph, and at the controls around that."""
    free = {as_in(piece, tag) for tag in _AROUND}
    outside = False
    for outer in piece.iterancestors():
        outside = outside or outer.tag == as_in(piece, P)
        if outer.tag == as_in(piece, SDT) and _is_bound(outer):
            return False
        if not outside and outer.tag != as_in(piece, R) and outer.tag not in free:
            return False
    return True


def _is_bound(sdt: Element) -> bool:
    sdt_pr = first(sdt, as_in(sdt, SDT_PR))
    return sdt_pr is not None and first(sdt_pr, as_in(sdt, DATA_BINDING)) is not None


def change(
    source: Source, words: Words, text: str, signature: Mapping[str, str], numbers: Iterator[int]
) -> None:
    """Track the change of words to a text. They still count as shown, for what is sought later."""
    old = runs(source, words)
    new = make(old[0], INS, {ID: "", **signature})
    run = add(new, R)
    r_pr = first(old[0], as_in(run, R_PR))
    if r_pr is not None:
        run.append(copy.deepcopy(r_pr))
    write(add(run, T), text)
    old[-1].addnext(new)
    for each in old:
        deleted = make(each, DEL, {ID: str(next(numbers)), **signature})
        each.addprevious(deleted)
        deleted.append(each)
        for t in each.iterchildren(as_in(each, T)):
            t.tag = as_in(each, DEL_TEXT)
            write(t, source.shown[t])
    new.set(as_in(new, ID), str(next(numbers)))
