"""
A submitted Word file and its result → a copy with a comment at each finding.

    | 总分 | 95.62分 |   ◀── 【矛盾·确定】SC01 总分与各项得分之和不符
                            总分填 95.62，应为 91.67 …

Each finding has a comment of its own, so that each can be answered and settled by itself. It
stands at the whole cell, also an empty one, or at the words of the sentence it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.errors import LeftAlone, UnreadableFile
from hebiao.layouts import TextPlace
from hebiao.reports.annotated.comments import open_comments
from hebiao.reports.annotated.element import add
from hebiao.reports.annotated.original import as_bytes, open_original, spot_of, stamp
from hebiao.reports.annotated.packing import repacked
from hebiao.reports.annotated.told import told
from hebiao.reports.annotated.words import shown_at, stretch
from hebiao.reports.columns import printable
from hebiao.rules import Severity
from hebiao.word.names import P

if TYPE_CHECKING:
    from datetime import datetime

    from hebiao.check import CheckResult, Finding, FormResult
    from hebiao.layouts import Place
    from hebiao.reports.annotated.comments import Comments
    from hebiao.reports.annotated.words import Words
    from hebiao.word.names import Element
    from hebiao.word.source import Source, Spot

AUTHOR = "核表"
_ORDER = list(Severity)


def annotated(
    data: bytes, result: CheckResult, *, when: datetime, author: str = AUTHOR
) -> bytes | None:
    """
    Return a copy with comments; None where there is nothing to say or no .docx to say it in.

    Raises:
        LeftAlone: nothing can be written into a copy of this file.
    """
    if result.converted_from or not result.findings:
        return None
    try:
        return _annotated(data, result, printable(author), stamp(when))
    except UnreadableFile as error:
        raise LeftAlone(error.message) from error


def _annotated(data: bytes, result: CheckResult, author: str, date: str) -> bytes:
    source = open_original(data, result)
    comments = open_comments(source, author, date)
    for form in result.forms:
        for finding in sorted(form.findings, key=lambda each: _ORDER.index(each.severity)):
            _comment(source, comments, form, finding)
    parts = {source.package.main: as_bytes(source.root), **comments.parts()}
    return repacked(source.package, parts)


def _comment(source: Source, comments: Comments, form: FormResult, finding: Finding) -> None:
    """Add the comment of a finding; one whose place is not found is said at the beginning."""
    spot = spot_of(source, finding.at)
    number = comments.comment(told(form, finding, there=spot is not None))
    spot = spot or next(iter((*source.paragraphs.values(), *source.cells.values())))
    words = _words(source, spot, finding.at)
    if words:
        comments.enclose(number, *stretch(source, words))
    else:
        comments.fill(number, *_paragraphs(spot))


def _words(source: Source, spot: Spot, place: Place) -> Words | None:
    """Find the words a place names in its paragraph."""
    if not isinstance(place, TextPlace) or not place.text:
        return None
    shown = shown_at(source, spot)
    start = shown.text.find(place.text)
    return None if start < 0 else shown.words(start, start + len(place.text))


def _paragraphs(spot: Spot) -> tuple[Element, Element]:
    """Return the first and the last paragraph; a cell without any, which Word refuses, gets one."""
    if not spot.blocks and spot.tc is not None:
        p = add(spot.tc, P)
        return p, p
    return spot.blocks[0][0], spot.blocks[-1][-1]
