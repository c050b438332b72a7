"""
What a Word document is to the rest of the program: paragraphs and grids, in reading order.

Everything is counted from 1, as a person counts: the third table, its 18th row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body outside tables; `number` is its ordinal among those."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One visible cell: a merged one stands once, at its first row and grid column.

    `text` is what a reader sees, paragraphs parted by a newline, automatic numbers included;
    `typed` is the same without automatic numbers: what somebody typed into the cell.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    typed: str

    def __hash__(self) -> int:
        """By position, which tells the cells of a table apart and is quick."""
        return hash((self.row, self.column))


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
    the size of the grid; a position may be a hole (gridBefore, gridAfter).
    """

    table: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    mends: tuple[Mend, ...] = ()
    nested: tuple[Grid, ...] = ()

    @cached_property
    def _cover(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers the position, or None at a hole or outside."""
        return self._cover.get((row, column))


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
