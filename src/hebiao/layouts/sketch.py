"""
A form that was read in, the drawing of its layout out: fields in braces, rows that repeat folded.

    | 数量指标 | 新购图书 | 5000册 |       | {indicators.n.level2} | … | {indicators.n.target} |
    |          | 更新桌椅 | 60套   |   →
    | 质量指标 | 合格率   | 100%   |

Nothing that was filled in stays in it, a title that nobody knows aside.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from hebiao.layouts.place import CellPlace
from hebiao.word import Grid
from hebiao.word.drawing import draw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hebiao.layouts.labelling import Labelling
    from hebiao.word import Cell

_SIGNS = str.maketrans("|+{}", "｜＋｛｝")
"""Signs that have a meaning of their own in a drawing."""

_SLIVER = 100
"""Column edges nearer to each other than this part of the width are one edge to the eye."""


def sketch(grid: Grid, found: Labelling, blanked: Collection[tuple[int, int]]) -> str:
    """Return the drawing; `blanked` are the cells, by row and column, that nobody could name."""
    folded = _folded(grid, found)
    texts = {name: name for name in found.fields.values()}
    for block, rows in folded.items():
        for number in rows:
            prefix = f"{block}.{number}."
            texts |= {
                name: f"{block}.n.{name.removeprefix(prefix)}"
                for name in texts
                if name.startswith(prefix)
            }
    filled = (
        _with_text(cell, _text(cell, grid.table, found, texts, blanked)) for cell in grid.cells
    )
    kept = sorted(set(range(1, grid.rows + 1)) - _dropped(grid, found, folded))
    cells = _columns_joined(list(_rows_joined(filled, kept)), grid.widths)
    columns = max((cell.column + cell.column_span - 1 for cell in cells), default=1)
    return draw(Grid(1, len(kept), columns, tuple(cells)))


def _folded(grid: Grid, found: Labelling) -> dict[str, dict[int, int]]:
    """
    Return the row of each number of the blocks whose rows repeat.

    Several rows of funding do not: each is printed with its label, 其中：财政拨款.
    """
    rows: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for (table, row, _), name in found.fields.items():
        block, _, rest = name.partition(".")
        number = rest.partition(".")[0]
        if table == grid.table and block in found.layout.blocks and number.isdecimal():
            rows[block][int(number)] = row
    return {block: own for block, own in rows.items() if block != "funding" or len(own) == 1}


def _dropped(grid: Grid, found: Labelling, folded: Mapping[str, Mapping[int, int]]) -> set[int]:
    """Return the rows that the first of each block stands for, repeated headers between them."""
    dropped: set[int] = set()
    for block, rows in folded.items():
        own = set(rows.values())
        foreign = {row for (_, row, _), name in found.fields.items() if block not in name}
        foreign |= {cell.at.row for cell in found.unread if cell.at.table == grid.table}
        between = set(range(min(own), max(own) + 1))
        dropped |= (between - (foreign - own)) - {min(own)}
    return dropped


def _text(
    cell: Cell,
    table: int,
    found: Labelling,
    names: Mapping[str, str],
    blanked: Collection[tuple[int, int]],
) -> str:
    """Return what the drawing shows in a cell: its field, its label, or what the title says."""
    if name := found.fields.get((table, cell.row, cell.column)):
        return f"{{{names[name]}}}"
    if (cell.row, cell.column) in blanked:
        return ""
    place = CellPlace(table, cell.row, cell.column, "")
    front = {name: w.text for name, w in found.front.items() if w.at == place}
    if "title.project" in front:
        return "{title}"
    text = _drawable(cell.typed)
    year = front.get("title.year")
    return text.replace(year, "{title.year}") if year else text


def _drawable(text: str) -> str:
    """Return a text that a drawing can hold: no lines of its own, no invisible characters."""
    lines = (
        "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)
        for line in text.translate(_SIGNS).splitlines()
    )
    return "\n".join(line.strip() for line in lines).strip("\n")


def _with_text(cell: Cell, text: str) -> Cell:
    return cell._replace(text=text, typed=text)


def _rows_joined(cells: Iterator[Cell], kept: Sequence[int]) -> Iterator[Cell]:
    """Yield the cells that reach into the rows kept, numbered by these."""
    for cell in cells:
        rows = [n for n, row in enumerate(kept, 1) if cell.row <= row < cell.row + cell.row_span]
        if rows:
            yield cell._replace(row=rows[0], row_span=len(rows))


def _columns_joined(cells: list[Cell], widths: Sequence[int]) -> list[Cell]:
    """Return the cells without grid columns that nobody sees, unless one would vanish."""
    edges = {cell.column - 1 for cell in cells} | {
        cell.column - 1 + cell.column_span for cell in cells
    }
    seen = _numbered(cells, dict(zip(sorted(edges), range(len(edges)), strict=True)))
    joined = _numbered(cells, _snapped(sorted(edges), widths))
    return joined if all(cell.column_span for cell in joined) else seen


def _numbered(cells: list[Cell], edges: Mapping[int, int]) -> list[Cell]:
    spans = ((edges[c.column - 1], edges[c.column - 1 + c.column_span], c) for c in cells)
    return [cell._replace(column=left + 1, column_span=right - left) for left, right, cell in spans]


def _snapped(edges: list[int], widths: Sequence[int]) -> dict[int, int]:
    """Give edges that are a sliver apart one number."""
    places = list(accumulate(widths, initial=0))
    numbers: dict[int, int] = {}
    last = None
    for edge in edges:
        place = places[edge] if edge < len(places) else None
        near = place is not None and last is not None and (place - last) * _SLIVER <= places[-1]
        if not near:
            last = place
        numbers[edge] = max(numbers.values(), default=-1) + (not near)
    return numbers
