"""
A file, a form, a place in, the names by which links on the page find them out.

    f3a9c1d204b-2                  the second form of a file
    f3a9c1d204b-2-n3               the third finding told of it
    f3a9c1d204b-2-t2r18c5          the cell at table 2, row 18, column 5
    f3a9c1d204b-2-p8               paragraph 8
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from hebiao.layouts import TextPlace
from hebiao.reports.excerpt import cell_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.check import CheckResult, FormResult
    from hebiao.layouts import Place
    from hebiao.word import Cell


def form_anchor(result: CheckResult, form: FormResult) -> str:
    """Return the name of a form: of what the file is called and contains, not of its ordinal."""
    named = f"{result.path}\0{result.sha256}".encode("utf-8", "surrogatepass")
    return f"f{sha256(named).hexdigest()[:10]}-{form.index}"


def place_anchor(form: FormResult, name: str, place: Place) -> str:
    """Return the name of a place in the form called `name`; none for a cell that is not there."""
    if isinstance(place, TextPlace):
        return f"{name}-p{place.paragraph}"
    cell = cell_at(form, place)
    return cell_anchor(name, place.table, cell) if cell else ""


def cell_anchor(name: str, table: int, cell: Cell) -> str:
    """Return the name of a cell: a merged one is called after its first position."""
    return f"{name}-t{table}r{cell.row}c{cell.column}"


def anchors(form: FormResult, name: str, places: Iterable[Place]) -> tuple[str, ...]:
    """Return the names of places that can be linked to, each once."""
    found = (place_anchor(form, name, place) for place in places)
    return tuple(dict.fromkeys(filter(None, found)))
