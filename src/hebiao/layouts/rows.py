"""The grids of one form in, their cells by row out, numbered through where a form is split."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from hebiao.layouts.label import core_of
from hebiao.layouts.place import CellPlace, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.word import Cell, Grid


@dataclass(frozen=True)
class Rows:
    """
    The rows of a form.

    A form that was split into several w:tbl is numbered through, so that a block may go on
    in the next table; `written` gives back the real table and row.
    """

    _starting: dict[int, tuple[Cell, ...]]
    _covering: dict[int, tuple[Cell, ...]]
    _origin: tuple[tuple[int, int], ...]
    _edges: dict[int, tuple[int, ...]]

    @cached_property
    def cores(self) -> tuple[tuple[Cell, str], ...]:
        """Every cell with the words that decide which label it is."""
        return tuple(labelled for row in self.numbers for labelled in self.labels(row))

    def labels(self, row: int) -> tuple[tuple[Cell, str], ...]:
        """Return the cells whose first row this is with such words, from left to right."""
        return self._labels.get(row, ())

    @cached_property
    def _labels(self) -> dict[int, tuple[tuple[Cell, str], ...]]:
        """Read once: every block of every layout asks for them."""
        return {
            row: tuple((cell, core) for cell in cells if (core := core_of(cell)))
            for row, cells in self._starting.items()
        }

    @property
    def numbers(self) -> range:
        """Every row number."""
        return range(1, len(self._origin) + 1)

    def starting(self, row: int) -> tuple[Cell, ...]:
        """Return the cells whose first row this is, from left to right."""
        return self._starting.get(row, ())

    def covering(self, row: int) -> tuple[Cell, ...]:
        """Return all cells that reach into this row, from left to right."""
        return self._covering.get(row, ())

    def right_of(self, cell: Cell) -> Cell | None:
        """Return the next cell to the right in the cell's first row."""
        return next((c for c in self.covering(cell.row) if c.column > cell.column), None)

    def position(self, cell: Cell) -> tuple[int, int, int]:
        """Return the cell's real table, row and column."""
        table, offset = self._origin[cell.row - 1]
        return table, cell.row - offset, cell.column

    def extent(self, cell: Cell) -> tuple[int, int]:
        """Return where the cell begins and ends across the page, or in grid columns."""
        edges = self._edges.get(self._origin[cell.row - 1][0], ())
        first, last = cell.column - 1, cell.column - 1 + cell.column_span
        return (edges[first], edges[last]) if last < len(edges) else (first, last)

    def place(self, cell: Cell, label: str) -> CellPlace:
        """Return where the cell is, under this label."""
        table, offset = self._origin[cell.row - 1]
        return CellPlace(table, cell.row - offset, cell.column, label)

    def written(self, cell: Cell, label: str) -> Written:
        """Return the text of a cell with its place in the document."""
        return Written(cell.typed, self.place(cell, label))


def rows_of(grids: Sequence[Grid]) -> Rows:
    """Return the rows of the grids, one below the other."""
    starting: defaultdict[int, list[Cell]] = defaultdict(list)
    covering: defaultdict[int, list[Cell]] = defaultdict(list)
    origin: list[tuple[int, int]] = []
    edges: dict[int, tuple[int, ...]] = {}
    for grid in grids:
        edges[grid.table] = tuple(accumulate(grid.widths, initial=0))
        offset = len(origin)
        origin += [(grid.table, offset)] * grid.rows
        for cell in grid.cells:
            placed = cell._replace(row=cell.row + offset) if offset else cell
            starting[placed.row].append(placed)
            for row in range(placed.row, placed.row + placed.row_span):
                covering[row].append(placed)
    for cells in covering.values():
        cells.sort(key=attrgetter("column"))
    return Rows(_frozen(starting), _frozen(covering), tuple(origin), edges)


def _frozen(cells: dict[int, list[Cell]]) -> dict[int, tuple[Cell, ...]]:
    return {row: tuple(found) for row, found in cells.items()}
