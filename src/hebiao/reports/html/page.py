"""What the files contribute in, the whole page out in pieces: the overview, then each form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hebiao.config import DEFAULT_SETTINGS
from hebiao.reports.counts import Counts
from hebiao.reports.ending import remarks
from hebiao.reports.html.bars import by_rule, by_unit
from hebiao.reports.html.engine import pieces
from hebiao.reports.lights import Light

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hebiao.config import Settings
    from hebiao.reports.html.fragment import Fragment

TITLE = "绩效自评表核查报告"


def page(
    fragments: Iterable[Fragment],
    *,
    title: str = TITLE,
    made: date | None = None,
    skipped: int = 0,
    settings: Settings = DEFAULT_SETTINGS,
) -> Iterator[str]:
    """
    Yield the page.

    Args:
        fragments: what each file contributes, in the order of the page.
        title: what stands at its head.
        made: the day it is made, to be printed; none if it is not to be.
        skipped: how many files of folders were passed over.
        settings: what the files were checked by.
    """
    kept = tuple(fragments)
    total = sum((each.counts for each in kept), Counts())
    rows = [row for each in kept for row in each.rows]
    yield from pieces(
        "head.html",
        title=title,
        made=f"{made.year} 年 {made.month} 月 {made.day} 日" if made else "",
        total=total,
        rows=rows,
        lamps=_lamps(row.light for row in rows),
        troubles=[each for each in kept if each.trouble],
        remarks=tuple(remarks(total, skipped, settings)),
        rules=by_rule(rows),
        units=by_unit(rows),
    )
    for each in kept:
        yield each.html
    yield from pieces("foot.html", forms=bool(rows))


def _lamps(lights: Iterable[Light]) -> tuple[tuple[Light, int], ...]:
    """Return how many forms have each light, also where none has it."""
    numbers = Counter(lights)
    return tuple((colour, numbers[colour]) for colour in Light)
