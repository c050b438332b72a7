"""
A form in, its tables redrawn out: rows of cells as an HTML table has them.

    +------+------+            <tr><th rowspan=2>资金</th><th>总额</th></tr>
    | 资金 | 总额 |            <tr><td>100.00</td></tr>
    |      +------+
    |      | 100  |
    +------+------+

A position without a cell becomes a hole as wide as it is, else the cells after it would shift.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.reports.html.anchors import cell_anchor, place_anchor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hebiao.check import FormResult
    from hebiao.reports.html.told import Told, ToldCause
    from hebiao.word import Cell, Grid

_WIDEST = 1000
"""The most columns a cell of an HTML table may span."""
_LONG = 16
"""A text with more characters reads better from the left than in the middle."""


@dataclass(frozen=True, slots=True)
class Box:
    """
    A cell to be drawn; `anchor` is empty where nothing links to it.

    `kind` is label, value, unread or hole; `told` are the findings at it, the gravest
    first, `causes` those that suspect it.
    """

    kind: str
    text: str = ""
    rows: int = 1
    columns: int = 1
    anchor: str = ""
    told: tuple[Told, ...] = ()
    causes: tuple[ToldCause, ...] = ()

    @property
    def style(self) -> str:
        """The class of the cell."""
        told = (f"bad {self.told[0].finding.severity}",) if self.told else ()
        suspect = ("bad suspect",) if self.causes else ()
        kind = (self.kind,) if self.kind in {"unread", "hole"} else ()
        return " ".join((*told, *suspect, *kind, *(("long",) if len(self.text) > _LONG else ())))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table: its number, how many columns it has and how wide they are where known, its rows."""

    number: int
    columns: int
    widths: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]


def tables(
    form: FormResult,
    name: str,
    linked: Collection[str],
    marks: Mapping[str, tuple[Told, ...]],
    suspected: Mapping[str, tuple[ToldCause, ...]],
) -> tuple[Drawn, ...]:
    """
    Return the tables of the form called `name`.

    Args:
        form: the form.
        name: what its anchors begin with.
        linked: the anchors of cells that are linked to.
        marks: the findings at each anchor.
        suspected: the causes that suspect what is at an anchor.
    """
    unread = {place_anchor(form, name, each.at) for each in form.form.unread}

    def box(grid: Grid, cell: Cell) -> Box:
        anchor = cell_anchor(name, grid.table, cell) if form.source.grid(grid.table) is grid else ""
        return Box(
            kind="unread" if anchor in unread else _kind(form, grid, cell),
            text=cell.text.strip(),
            rows=cell.row_span,
            columns=min(cell.column_span, _WIDEST),
            anchor=anchor if anchor in linked else "",
            told=marks.get(anchor, ()),
            causes=suspected.get(anchor, ()),
        )

    return tuple(
        Drawn(
            grid.table,
            min(grid.columns, _WIDEST),
            _widths(grid),
            tuple(
                tuple(box(grid, part) if not isinstance(part, int) else _hole(part) for part in row)
                for row in _rows(grid)
            ),
        )
        for grid in form.source.grids
    )


def _kind(form: FormResult, grid: Grid, cell: Cell) -> str:
    """Return what a cell is: one that is filled and neither a field nor unread is a label."""
    field = form.source.labelling.fields.get((grid.table, cell.row, cell.column))
    return "value" if field or not cell.typed.strip() else "label"


def _hole(columns: int) -> Box:
    return Box("hole", columns=min(columns, _WIDEST))


def _rows(grid: Grid) -> Iterator[tuple[Cell | int, ...]]:
    """Yield for each row the cells that begin in it, and how wide the holes between them are."""
    for row in range(1, grid.rows + 1):
        yield tuple(_row(grid, row))


def _row(grid: Grid, row: int) -> Iterator[Cell | int]:
    column = 1
    while column <= grid.columns:
        cell = grid.at(row, column)
        if cell is None:
            end = column
            while end <= grid.columns and grid.at(row, end) is None:
                end += 1
            yield end - column
            column = end
        else:
            if cell.row == row:
                yield cell
            column = cell.column + cell.column_span


def _widths(grid: Grid) -> tuple[str, ...]:
    """Return the widths of the columns in percent; none where the table does not say them all."""
    total = sum(grid.widths)
    if len(grid.widths) != grid.columns or min(grid.widths, default=0) < 0 or not total:
        return ()
    return tuple(f"{width * 10000 // total / 100:g}%" for width in grid.widths)
