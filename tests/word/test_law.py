from __future__ import annotations

from hypothesis import given
from tests.word.grids import grids
from tests.word.wordml import CONTINUE, RESTART, only_grid, sdt, span, tbl, tc, text, tr

from hebiao.word import Cell, Grid


def table(grid: Grid, *, wrapped: bool) -> str:
    """Write a grid as a program would; wrapped, in the most roundabout way."""
    rows = [row(grid, number, wrapped=wrapped) for number in range(1, grid.rows + 1)]
    return tbl(*(sdt(each) if wrapped else each for each in rows), columns=grid.columns)


def row(grid: Grid, number: int, *, wrapped: bool) -> str:
    """A row with its holes: those before the first cell by gridBefore, the rest as cells."""
    cells, column, before = [], 1, 0
    while column <= grid.columns:
        covering = grid.at(number, column)
        if covering is None and not cells:
            before += 1
        elif covering is not None:
            cells.append(cell(covering, number, wrapped=wrapped))
        else:
            cells.append(tc(text("洞")))
        column += 1 if covering is None else covering.column_span
    return tr(*cells, properties=f'<w:gridBefore w:val="{before}"/>' if before else "")


def cell(covering: Cell, number: int, *, wrapped: bool) -> str:
    properties = span(covering.column_span) if covering.column_span > 1 else ""
    if number > covering.row:
        return tc(properties=properties + CONTINUE)
    if covering.row_span > 1:
        properties += RESTART
    paragraphs = [f"<w:p>{text(line)}</w:p>" for line in covering.text.split("\n")]
    written = tc(*(map(sdt, paragraphs) if wrapped else paragraphs), properties=properties)
    return sdt(written) if wrapped else written


def without_holes(grid: Grid) -> Grid:
    """The grid as it is written: a hole after the first cell of a row is a cell that says so."""
    cells = list(grid.cells)
    for number in range(1, grid.rows + 1):
        seen = False
        for column in range(1, grid.columns + 1):
            here = grid.at(number, column)
            seen = seen or here is not None
            if here is None and seen:
                cells.append(Cell(number, column, 1, 1, "洞", "洞"))
    ordered = sorted(cells, key=lambda each: (each.row, each.column))
    return Grid(1, grid.rows, grid.columns, tuple(ordered))


def has_a_cell_in_each_row(grid: Grid) -> bool:
    return all(
        any(grid.at(number, column) for column in range(1, grid.columns + 1))
        for number in range(1, grid.rows + 1)
    )


@given(grids().filter(has_a_cell_in_each_row))
def test_a_grid_written_as_a_table_is_read_as_it_was(grid: Grid) -> None:
    assert without_holes(grid) == only_grid(table(grid, wrapped=False))


@given(grids().filter(has_a_cell_in_each_row))
def test_the_long_way_round_leads_to_the_same_grid(grid: Grid) -> None:
    assert only_grid(table(grid, wrapped=False)) == only_grid(table(grid, wrapped=True))
