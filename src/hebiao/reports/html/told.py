"""
A form in, its findings and causes as they are told on the page out.

Findings are numbered from the gravest; the number is what links a finding, its cell in the
table drawn below it, and the words quoted from the summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from hebiao.reports.finding import by_cause
from hebiao.reports.html.anchors import anchors, place_anchor
from hebiao.reports.places import where, where_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import Finding, FormResult
    from hebiao.diagnosis import Cause
    from hebiao.layouts import Place

_MOST_SPOTS = 6
"""Of a cause that could be any of many figures, this many places are shown."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in words, and the anchor to jump to it; without one where it is not drawn."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Told:
    """
    A finding with its number and its place.

    `related` are the other places in words, `cells` the anchors of those that can be lit up.
    """

    number: int
    anchor: str
    finding: Finding
    spot: Spot
    related: str
    cells: tuple[str, ...]
    same_cause: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldCause:
    """
    What is most likely wrong, and which findings it is behind.

    `spots` are where its likeliest suspects are written, of `written` places in all.
    """

    anchor: str
    likely: str
    certain: bool
    spots: tuple[Spot, ...]
    written: int
    behind: tuple[Told, ...]


def told(form: FormResult, name: str) -> tuple[Told, ...]:
    """Return the findings of the form called `name`, those of one certain cause together."""
    return tuple(_in_order(form, name))


def _in_order(form: FormResult, name: str) -> Iterator[Told]:
    numbers = count(1)
    for lead, others in by_cause(form):
        number = next(numbers)
        same = tuple(_told(form, name, next(numbers), each) for each in others)
        yield _told(form, name, number, lead, same)


def _told(
    form: FormResult, name: str, number: int, finding: Finding, same: tuple[Told, ...] = ()
) -> Told:
    elsewhere = [place for place in finding.related if place != finding.at]
    return Told(
        number=number,
        anchor=f"{name}-n{number}",
        finding=finding,
        spot=spot(form, name, finding.at),
        related=where_all(elsewhere),
        cells=anchors(form, name, elsewhere),
        same_cause=same,
    )


def spot(form: FormResult, name: str, place: Place) -> Spot:
    """Return a place of the form called `name`, in words and with its anchor."""
    return Spot(where(place), place_anchor(form, name, place))


def each_of(findings: Iterable[Told]) -> Iterator[Told]:
    """Yield the findings one by one, with those told below another."""
    for each in findings:
        yield each
        yield from each.same_cause


def told_causes(form: FormResult, name: str, findings: tuple[Told, ...]) -> tuple[ToldCause, ...]:
    """Return the causes, each with the findings it is behind."""
    return tuple(
        ToldCause(
            anchor=f"{name}-j{number}",
            likely=cause.likely,
            certain=cause.certain,
            spots=tuple(spot(form, name, place) for place in _at(cause)[:_MOST_SPOTS]),
            written=len(_at(cause)),
            behind=tuple(e for e in each_of(findings) if e.finding.likely == cause.likely),
        )
        for number, cause in enumerate(form.causes, start=1)
    )


def _at(cause: Cause) -> list[Place]:
    """Return where the suspects of a cause are written, those of the likeliest first."""
    return list(dict.fromkeys(s.at for suspect in cause.suspects for s in suspect.places))
