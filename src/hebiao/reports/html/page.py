"""What the files contribute in, the whole page out in pieces: the overview, then each form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.about import NOTHING_SPECIAL
from hebiao.reports.ending import remarks
from hebiao.reports.html.bars import by_rule, by_unit, spread_of
from hebiao.reports.html.engine import pieces
from hebiao.reports.lights import Light

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        remarks=tuple(remarks(spread.total, about)),
        rules=by_rule(spread),
        units=by_unit(spread),
    )
    for each in fragments:
        yield each.html
    yield from pieces("foot.html", forms=spread.total.forms > 0)
