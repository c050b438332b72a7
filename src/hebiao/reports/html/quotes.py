"""
The findings of a form in, the paragraphs they quote out, with the words that are meant marked.

    第8段  自评得分为[95.62]①分，……
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hebiao.layouts import TextPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.layouts import Place
    from hebiao.reports.html.told import Told


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, and the findings they are marked for."""

    text: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """
    A paragraph as it is written; `others` are findings at it whose words are not to be found.

    A paragraph of which several sentences are quoted has them one after the other.
    """

    paragraph: int
    anchor: str
    sentences: tuple[tuple[Piece, ...], ...]
    others: tuple[Told, ...]


def quotes(name: str, places: Iterable[Place], findings: tuple[Told, ...]) -> tuple[Quote, ...]:
    """Return the paragraphs among the places, in the order of the document."""
    texts: dict[int, dict[str, None]] = {}
    for place in places:
        if isinstance(place, TextPlace):
            texts.setdefault(place.paragraph, {})[place.text] = None
    return tuple(_quote(name, number, tuple(texts[number]), findings) for number in sorted(texts))


def _quote(name: str, number: int, texts: tuple[str, ...], findings: tuple[Told, ...]) -> Quote:
    anchor = f"{name}-p{number}"
    here = [each for each in findings if each.spot.anchor == anchor]
    marked = {text: [each for each in here if _span(text, each)] for text in texts}
    found = [each for some in marked.values() for each in some]
    return Quote(
        number,
        anchor,
        tuple(_pieces(text, marked[text]) for text in texts),
        tuple(each for each in here if each not in found),
    )


def _span(text: str, told: Told) -> tuple[int, int] | None:
    """Return where the words of a finding stand, if they are there exactly once."""
    at, words = told.finding.at, told.finding.stated.strip()
    if not isinstance(at, TextPlace) or at.text != text or not words or text.count(words) != 1:
        return None
    start = text.index(words)
    return start, start + len(words)


def _pieces(text: str, findings: list[Told]) -> tuple[Piece, ...]:
    """Cut a text wherever the words of a finding begin or end; they may overlap."""
    spans = [(span, each) for each in findings if (span := _span(text, each))]
    cuts = sorted({0, len(text), *(end for span, _ in spans for end in span)})
    return tuple(
        Piece(text[a:b], tuple(each for (start, end), each in spans if start <= a and b <= end))
        for a, b in pairwise(cuts)
    )
