"""What the files contribute in, the whole page out in pieces: the overview, then each form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.about import NOTHING_ACROSS, NOTHING_SPECIAL
from hebiao.reports.across import words
from hebiao.reports.ending import remarks
from hebiao.reports.html.bars import by_rule, by_unit, spread_of
from hebiao.reports.html.engine import pieces
from hebiao.reports.lights import Light

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.across import AcrossResult
    from hebiao.reports.about import About
    from hebiao.reports.html.fragment import Fragment

TITLE = "绩效自评表核查报告"


def page(
    fragments: Iterable[Fragment],
    about: About = NOTHING_SPECIAL,
    *,
    title: str = TITLE,
) -> Iterator[str]:
    """
    Yield the page.

    Args:
        fragments: what each file contributes, in the order of the page. They are gone through
            several times, so that none need be kept: no iterator that ends.
        about: what the page says of the run; the day only if it names one.
        title: what stands at its head.
    """
    spread = spread_of(fragments)
    made = about.when
    yield from pieces(
        "head.html",
        title=title,
        made=f"{made.year} 年 {made.month} 月 {made.day} 日" if made else "",
        total=spread.total,
        rows=(row for each in fragments for row in each.rows),
        lamps=tuple((colour, spread.lamps[colour]) for colour in Light),
        troubled=spread.total.unreadable + spread.total.without_form,
        troubles=(each for each in fragments if each.trouble),
        together=words.also(about),
        remarks=tuple(remarks(spread.total, about)),
        rules=by_rule(spread),
        units=by_unit(spread),
    )
    yield from pieces(
        "across.html",
        across=about.across or NOTHING_ACROSS,
        title=words.TITLE,
        meaning=words.MEANING,
        spot=words.spot,
        told=words.told,
        links=_links(fragments, about.across),
    )
    yield from pieces("forms.html", forms=spread.total.forms > 0)
    for each in fragments:
        yield each.html
    yield from pieces("foot.html", forms=spread.total.forms > 0)


def _links(fragments: Iterable[Fragment], found: AcrossResult | None) -> dict[tuple[str, int], str]:
    """Return the anchors of the forms that findings across forms are about."""
    wanted = {
        (place.path, place.index): ""
        for finding in (found.findings if found else ())
        for place in finding.places
    }
    if wanted:
        for each in fragments:
            for index, row in enumerate(each.rows, start=1):
                if (each.path, index) in wanted:
                    wanted[each.path, index] = row.anchor
    return wanted
