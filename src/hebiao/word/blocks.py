"""
What a Word document is to the rest of the program: paragraphs and grids, in reading order.

Everything is counted from 1, as a person counts: the third table, its 18th row.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body outside tables; `number` is its ordinal among those."""

    number: int
    text: str


class Cell(NamedTuple):
    """
    One visible cell: a merged one stands once, at its first row and grid column.

    `text` is what a reader sees, paragraphs parted by a newline, automatic numbers included;
    `typed` is what somebody typed into the cell: the same without automatic numbers and
    without the prompt of a content control that nobody has filled in.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Something in the table's XML that was read otherwise than written, said in Chinese."""

    row: int
    column: int
    message: str


@dataclass(frozen=True)
class Grid:
    """
    A w:tbl as the grid Word shows.

    `table` is the ordinal of the table in its story, nested ones not counted; for the tables
    that are nested in a cell it is that of the table around them. `rows` and `columns` are
    the size of the grid; a position may be a hole (gridBefore, gridAfter). `widths` are those
    of the grid columns as w:tblGrid gives them, empty where it does not: columns of a sliver's
    width are common, and a cell may begin one of them beside its label.
    """

    table: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    mends: tuple[Mend, ...] = ()
    nested: tuple[Grid, ...] = ()
    widths: tuple[int, ...] = field(default=(), compare=False)

    @cached_property
    def _rows(self) -> dict[int, list[Cell]]:
        """The cells that each row shows, from left to right; not one entry per position."""
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: cell.column):
            for row in range(cell.row, cell.row + cell.row_span):
                rows.setdefault(row, []).append(cell)
        return rows

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers the position, or None at a hole or outside."""
        cells = self._rows.get(row, [])
        before = bisect_right(cells, column, key=lambda cell: cell.column)
        if before and column < cells[before - 1].column + cells[before - 1].column_span:
            return cells[before - 1]
        return None


@dataclass(frozen=True, slots=True)
class Story:
    """Tables that are not in the body: in a header, a footer, a note, a comment, a text box."""

    name: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of the body in reading order, and the tables found in other stories."""

    blocks: tuple[Paragraph | Grid, ...]
    others: tuple[Story, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of the body."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))
