"""
A table and the form it was read as in, what was understood of it out, for a person.

    表2  3 行 3 列  湖北省项目支出绩效自评表（hubei）
      是“湖北省项目支出绩效自评表”：认出 28 种标签、60 项内容，未识别的单元格 0 个

         1      2      3
       +------+------+------+
     1 | 总分 | 95.62分     |
       +------+-------------+

      第1行 第2列  总分  95.62分
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hebiao.layouts import CellPlace
from hebiao.reports.columns import MORE, clip, hang, pad, width, wrap
from hebiao.reports.field_names import field_name
from hebiao.reports.finding import DIM, INDENT
from hebiao.reports.line import EMPTY, Line, Span, lines_of
from hebiao.reports.places import where
from hebiao.word.drawing import draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hebiao.layouts import LabelledForm, Place
    from hebiao.word import Cell, Grid

_TEXT_WIDTHS = (24, 16, 12, 10, 8, 6)
_TEXT_LINES = 3
_GUTTER = 4
_PLACE = 16


def table_lines(
    grid: Grid, form: LabelledForm | None, reasons: Sequence[str], columns: int
) -> Iterator[Line]:
    """Yield the drawing of a table, the layout chosen or none and why, each field's cell."""
    name = f"{form.layout.name}（{form.layout.id}）" if form else "不是认得的自评表"
    yield (Span(f"表{grid.table}  {grid.rows} 行 {grid.columns} 列  {name}", "bold"),)
    for reason in reasons:
        yield from lines_of(wrap(reason, columns - len(INDENT)), indent=INDENT)
    yield EMPTY
    yield from lines_of(_drawing(grid, columns))
    for mend in grid.mends:
        place = f"{INDENT}第{mend.row}行 第{mend.column}列  "
        yield from lines_of(hang(place, f"读法：{mend.message}", columns), DIM)
    if form:
        yield EMPTY
        yield from lines_of(_fields(form, grid.table, columns))
    yield EMPTY


def _drawing(grid: Grid, columns: int) -> Iterator[str]:
    """Yield the drawing with the numbers of rows and columns, the widest that fits the page."""
    lines: list[str] = []
    for lines in _drawings(grid):
        if width(lines[0]) + _GUTTER <= columns:
            break
    yield from _column_numbers(lines[0])
    row = 0
    for above, line in pairwise(["", *lines]):
        starts = above.startswith("+")
        row += starts
        yield f"{row if starts else '':>{_GUTTER - 1}} {line}"


def _drawings(grid: Grid) -> Iterator[list[str]]:
    """Yield the drawing narrower and narrower, each first with room for the texts cut off."""
    for widest in _TEXT_WIDTHS:
        narrow = _drawn(grid, [widest] * len(grid.cells))
        yield _drawn(grid, _rooms(grid, narrow[0], widest))
        yield narrow


def _drawn(grid: Grid, widths: Iterable[int]) -> list[str]:
    """Draw the grid with each text no wider than its width; the first line shows every column."""
    cells = zip(grid.cells, widths, strict=True)
    return draw(replace(grid, cells=tuple(_short(cell, room) for cell, room in cells))).split("\n")


def _short(cell: Cell, room: int) -> Cell:
    """Wrap the text of a cell, and cut it off where it would make the drawing too high."""
    lines = wrap(cell.text, room)
    if len(lines) > _TEXT_LINES:
        lines = [*lines[: _TEXT_LINES - 1], clip(lines[_TEXT_LINES - 1] + MORE, room)]
    return cell._replace(text="\n".join(lines))


def _corners(edge: str) -> list[int]:
    return [place for place, char in enumerate(edge) if char == "+"]


def _rooms(grid: Grid, edge: str, widest: int) -> Iterator[int]:
    """Yield how wide the text of each cell may be: long ones at the right edge have most room."""
    corners = _corners(edge)
    for cell in grid.cells:
        last = cell.column + cell.column_span > grid.columns
        room = corners[-1] - corners[cell.column - 1] - 3
        yield room if last and len(wrap(cell.text, widest)) > 1 else widest


def _column_numbers(edge: str) -> Iterator[str]:
    """Yield the numbers of the columns; where a column is too narrow all stand upright."""
    corners = _corners(edge)
    most = len(str(len(corners) - 1))
    upright = any(right - left <= most for left, right in pairwise(corners))
    rows = [[" "] * (len(edge) + _GUTTER) for _ in range(most if upright else 1)]
    for number, left in enumerate(corners[:-1], start=1):
        for nth, sign in enumerate(f"{number:>{most}}" if upright else str(number)):
            rows[nth if upright else 0][_GUTTER + left + 1 + (0 if upright else nth)] = sign
    yield from ("".join(row).rstrip() for row in rows)


def _fields(form: LabelledForm, table: int, columns: int) -> Iterator[str]:
    """Yield each text of the table that was understood with its place, then those that were not."""
    labelling = form.labelling
    if table == form.grids[0].table:
        for name, written in form.prose.items():
            said = f"{field_name(name, form.layout)}：{written.text}"
            yield from hang(f"{INDENT}{_place(written.at)}", said, columns)
    for place, name in sorted(labelling.fields.items()):
        written = labelling.values[name]
        label = written.at.label if isinstance(written.at, CellPlace) else name
        if place[0] == table:
            yield from hang(f"{INDENT}{_place(written.at)}", f"{label}：{written.text}", columns)
    for unread in labelling.unread:
        if unread.at.table == table:
            yield from hang(f"{INDENT}{_place(unread.at)}", f"（未识别）{unread.text}", columns)


def _place(at: Place) -> str:
    place = f"第{at.row}行 第{at.column}列" if isinstance(at, CellPlace) else where(at)
    return pad(place, _PLACE)
