"""
A place in, how a person finds it out.

    表2 第18行 第5列 总分        第12段        表2 第7行第12列、第10–16行第12列
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from hebiao.layouts import CellPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.layouts import Place


def where(place: Place) -> str:
    """Return the place of a finding, with its label."""
    if isinstance(place, CellPlace):
        return f"表{place.table} 第{place.row}行 第{place.column}列 {place.label}".rstrip()
    return f"第{place.paragraph}段"


def where_all(places: Iterable[Place]) -> str:
    """Return several places shortly: rows that follow each other in one column together."""
    cells: dict[tuple[int, int], list[int]] = {}
    paragraphs: dict[str, None] = {}
    for place in places:
        if isinstance(place, CellPlace):
            cells.setdefault((place.table, place.column), []).append(place.row)
        else:
            paragraphs[where(place)] = None
    return "；".join([*_tables(cells), *paragraphs])


def _tables(cells: dict[tuple[int, int], list[int]]) -> Iterator[str]:
    for table, columns in groupby(cells, key=lambda key: key[0]):
        spots = (f"第{_runs(cells[key])}行第{key[1]}列" for key in columns)
        yield f"表{table} {'、'.join(spots)}"


def _runs(rows: list[int]) -> str:
    """Write 7、10–12 for the rows 7, 10, 11 and 12."""
    ordered = sorted(set(rows))
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b > a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b > a + 1), ordered[-1]]
    runs = zip(starts, ends, strict=True)
    return "、".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
