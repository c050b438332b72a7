"""
A submitted Word file and its result → a copy in which each figure that is certain is put right.

    总分 9̶5̶.̶6̶2̶ 91.67 分

Changes are tracked, in the table and in the summary alike: whoever filled in the form accepts
or rejects them. A figure is changed at every place it is written at, or at none.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from hebiao.errors import LeftAlone, UnreadableFile
from hebiao.layouts import TextPlace
from hebiao.reports.annotated.annotate import AUTHOR
from hebiao.reports.annotated.changes import change, may_change
from hebiao.reports.annotated.figures import digits_in, like
from hebiao.reports.annotated.original import (
    as_bytes,
    free_numbers,
    open_original,
    spot_of,
    stamp,
)
from hebiao.reports.annotated.packing import repacked
from hebiao.reports.annotated.words import shown_at
from hebiao.reports.columns import printable
from hebiao.rules import Confidence
from hebiao.values.figure import Figure
from hebiao.word.names import AUTHOR as AUTHOR_NAME
from hebiao.word.names import DATE, ID, as_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from hebiao.check import CheckResult
    from hebiao.diagnosis.cause import Suspect
    from hebiao.layouts import Place
    from hebiao.records import Stated
    from hebiao.reports.annotated.words import Shown
    from hebiao.word.source import Source, Spot


class Correction(NamedTuple):
    """Digits of a spot between two offsets, and those they should be."""

    spot: Spot
    start: int
    end: int
    text: str


def revised(
    data: bytes, result: CheckResult, *, when: datetime, author: str = AUTHOR
) -> bytes | None:
    """
    Return a copy with tracked changes; None where no figure is certain or there is no .docx.

    Raises:
        LeftAlone: nothing can be written into a copy of this file.
    """
    suspects = [] if result.converted_from else list(_certain(result))
    if not suspects:
        return None
    signature = {AUTHOR_NAME: printable(author), DATE: stamp(when)}
    try:
        source = open_original(data, result)
        corrections = [each for suspect in suspects for each in _corrections(source, suspect)]
        _track(source, corrections, signature)
        changed = {source.package.main: as_bytes(source.root)}
        return repacked(source.package, changed) if corrections else None
    except UnreadableFile as error:
        raise LeftAlone(error.message) from error


def _certain(result: CheckResult) -> Iterator[Suspect]:
    """Yield the figures of which it is certain what they should be."""
    for form in result.forms:
        sure = {each.likely for each in form.findings if each.confidence is Confidence.HIGH}
        for cause in form.causes:
            if cause.certain and cause.likely in sure and len(cause.suspects) == 1:
                yield from (suspect for suspect in cause.suspects if suspect.expected)


def _corrections(source: Source, suspect: Suspect) -> list[Correction]:
    """Return what is to be changed for a figure to be right, nothing unless all of it can be."""
    expected = Decimal((suspect.expected or "").rstrip("%"))
    often = Counter(each.at for each in suspect.places)
    found: list[Correction] = []
    for stated in {each.at: each for each in suspect.places}.values():
        here = list(_at(source, stated, suspect, expected))
        if len(here) != often[stated.at]:
            return []
        found += here
    return found


def _at(
    source: Source, stated: Stated[Any], suspect: Suspect, expected: Decimal
) -> Iterator[Correction]:
    """Yield the digits of a figure at one of its places."""
    spot = spot_of(source, stated.at)
    if spot is None:
        return
    shown, figure = shown_at(source, spot), _figure(stated, suspect)
    begin, end = _within(shown, stated.at)
    for digits in digits_in(shown.text[begin:end]):
        words = shown.words(begin + digits.start, begin + digits.end)
        if digits.value == figure and may_change(source, shown, words):
            start, stop = begin + digits.start, begin + digits.end
            yield Correction(spot, start, stop, like(digits.text, expected))


def _figure(stated: Stated[Any], suspect: Suspect) -> Decimal | None:
    """Return the figure stated, or the one number in a text that says more than a figure."""
    for each in (stated, *suspect.places):
        if isinstance(each.value, Figure):
            return each.value.value
    numbers = [digits.value for digits in digits_in(stated.text)]
    return numbers[0] if len(numbers) == 1 else None


def _within(shown: Shown, place: Place) -> tuple[int, int]:
    """Return between which offsets a place is: those of its words, or of the whole cell."""
    if not isinstance(place, TextPlace):
        return 0, len(shown.text)
    start = shown.text.find(place.text)
    return (0, 0) if start < 0 else (start, start + len(place.text))


def _track(source: Source, corrections: list[Correction], signature: dict[str, str]) -> None:
    """Write the changes. The words they replace still count, so offsets stay what they were."""
    name = as_in(source.root, ID)
    numbers = free_numbers([element.get(name) for element in source.root.iter()])
    for each in corrections:
        words = shown_at(source, each.spot).words(each.start, each.end)
        change(source, words, each.text, signature, numbers)
