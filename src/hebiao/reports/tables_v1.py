"""A document's tables and the forms among them in, the JSON of `hebiao show` out: version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hebiao.layouts import LabelledForm
    from hebiao.word import Document, Grid


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CellEntry(_Entry):
    """A cell at its first position, counted from 1; `field` is null for a label."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    field: str | None


class TableEntry(_Entry):
    """A table of the body; `layout` is null where it is no form. Holes have no cell."""

    table: int
    rows: int
    columns: int
    layout: str | None
    cells: tuple[CellEntry, ...]


class Tables(_Entry):
    """Every table of the body, in reading order."""

    version: Literal[1] = 1
    tables: tuple[TableEntry, ...]


def tables(document: Document, forms: Mapping[int, LabelledForm]) -> Tables:
    """Return the tables of a document; `forms` are those among them by table number."""
    return Tables(tables=tuple(_table(grid, forms.get(grid.table)) for grid in document.grids))


def _table(grid: Grid, form: LabelledForm | None) -> TableEntry:
    fields = form.labelling.fields if form else {}
    return TableEntry(
        table=grid.table,
        rows=grid.rows,
        columns=grid.columns,
        layout=form.layout.id if form else None,
        cells=tuple(
            CellEntry(
                row=cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                text=cell.text,
                field=fields.get((grid.table, cell.row, cell.column)),
            )
            for cell in grid.cells
        ),
    )
