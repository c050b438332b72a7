"""
Grid ⇄ a drawing: the grid-table notation of reStructuredText, made for a fixed-width font.

    +------+-------------+
    | 资金 | 总额        |      columns: wherever a vertical line stands, or a + in the top edge
    |      +------+------+      rows:    wherever a horizontal line, or a + in the left edge
    |      | 其中 |░░░░░░|      ░ fills a position without a cell
    +------+------+------+

East Asian wide characters count as two columns. What is read is what was drawn, as long as
no text holds | or + or has blanks at the ends of its lines.
"""

from __future__ import annotations

import textwrap
import unicodedata
from itertools import accumulate, pairwise, product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hebiao.word.blocks import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HOLE = "░"
WIDE = "WF"
BEHIND_WIDE = ""  # the second column of a wide character
Canvas: TypeAlias = list[list[str]]


def draw(grid: Grid, mark: tuple[int, int] | None = None) -> str:
    """
    Draw a grid.

    Args:
        grid: what to draw; positions without a cell are filled with ░.
        mark: a row and column; the text of the cell there is underlined with ^.
    """
    marked = None if mark is None else grid.at(*mark)
    texts = {cell: _lines_of(cell, marked=cell is marked) for cell in grid.cells}
    lefts = _edges(
        grid.columns,
        [(cell.column, cell.column_span, 2 + max(map(_width, texts[cell]))) for cell in texts],
    )
    tops = _edges(grid.rows, [(cell.row, cell.row_span, len(texts[cell])) for cell in texts])
    holes = list(_holes(grid))
    canvas = [[" "] * (lefts[-1] + 1) for _ in range(tops[-1] + 1)]
    _rule(canvas, [_box(cell, tops, lefts) for cell in (*grid.cells, *holes)], tops, lefts)
    for cell, lines in texts.items():
        box = _box(cell, tops, lefts)
        _fill(canvas, box, [f" {line}" for line in lines])
    for box in (_box(hole, tops, lefts) for hole in holes):
        _fill(canvas, box, [HOLE * (box.right - box.left - 1)] * (box.bottom - box.top - 1))
    return "\n".join("".join(line) for line in canvas)


def read_drawing(text: str) -> Grid:
    """
    Read a drawing, indented or not, as table 1.

    Raises:
        ValueError: its lines do not part it into rectangles.
    """
    canvas = _canvas(text)
    corners = list(_corners(canvas))
    tops = sorted({line for line, _ in corners})
    lefts = sorted({place for _, place in corners})
    if len(tops) < 2 or len(lefts) < 2:
        raise ValueError("a drawing begins and ends with a line such as +---+---+")
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, column in product(range(1, len(tops)), range(1, len(lefts))):
        if (row, column) not in taken:
            box = _box_around(canvas, tops, lefts, row, column)
            cell = _read_cell(canvas, box, tops, lefts)
            positions = set(_positions(cell))
            if positions & taken or any(box.has_inside(*corner) for corner in corners):
                raise ValueError(f"the cell at row {row}, column {column} is no rectangle")
            taken |= positions
            cells.append(cell)
    shown = tuple(cell for cell in cells if not _is_hole(cell))
    widths = tuple(right - left for left, right in pairwise(lefts))
    return Grid(1, len(tops) - 1, len(lefts) - 1, shown, widths=widths)


class Box(NamedTuple):
    """Where the lines around a cell are on the canvas."""

    top: int
    left: int
    bottom: int
    right: int

    def has_inside(self, line: int, place: int) -> bool:
        """Say whether a spot is inside the lines, not on them."""
        return self.top < line < self.bottom and self.left < place < self.right


def _box(cell: Cell, tops: Sequence[int], lefts: Sequence[int]) -> Box:
    row, column = cell.row - 1, cell.column - 1
    return Box(
        tops[row], lefts[column], tops[row + cell.row_span], lefts[column + cell.column_span]
    )


def _lines_of(cell: Cell, *, marked: bool) -> list[str]:
    lines = cell.text.split("\n")
    return [*lines, "^" * max(3, *map(_width, lines))] if marked else lines


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def _edges(count: int, needs: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return where the lines stand so that each stretch (first, span, size) finds room."""
    sizes = [1] * count
    for first, span, size in sorted(needs, key=itemgetter(1)):
        last = first + span - 1
        room = sum(sizes[first - 1 : last]) + span - 1
        sizes[last - 1] += max(0, size - room)
    return list(accumulate((size + 1 for size in sizes), initial=0))


def _positions(cell: Cell) -> Iterator[tuple[int, int]]:
    return product(
        range(cell.row, cell.row + cell.row_span),
        range(cell.column, cell.column + cell.column_span),
    )


def _holes(grid: Grid) -> Iterator[Cell]:
    for row, column in product(range(1, grid.rows + 1), range(1, grid.columns + 1)):
        if grid.at(row, column) is None:
            yield Cell(row, column, 1, 1, HOLE, HOLE)


def _is_hole(cell: Cell) -> bool:
    return HOLE in cell.text and not cell.text.strip(HOLE + "\n")


def _rule(canvas: Canvas, boxes: Sequence[Box], tops: Sequence[int], lefts: Sequence[int]) -> None:
    """Draw the lines, then the corners; the top and left edge show every row and column."""
    for box in boxes:
        for place in range(box.left, box.right + 1):
            canvas[box.top][place] = canvas[box.bottom][place] = "-"
    for box in boxes:
        for line in range(box.top, box.bottom + 1):
            canvas[line][box.left] = canvas[line][box.right] = "|"
    corners = {
        spot for box in boxes for spot in product((box.top, box.bottom), (box.left, box.right))
    }
    for line, place in corners | {(0, left) for left in lefts} | {(top, 0) for top in tops}:
        canvas[line][place] = "+"


def _fill(canvas: Canvas, box: Box, lines: Sequence[str]) -> None:
    for line, text in enumerate(lines, box.top + 1):
        place = box.left + 1
        for char in text:
            canvas[line][place] = char
            place += _columns(char)
            if _columns(char) == 2:
                canvas[line][place - 1] = BEHIND_WIDE


def _canvas(text: str) -> Canvas:
    lines = textwrap.dedent(text).strip("\n").rstrip().split("\n")
    rows = [
        [place for char in line for place in (char, BEHIND_WIDE)[: _columns(char)]]
        for line in lines
    ]
    width = max(map(len, rows))
    return [row + [" "] * (width - len(row)) for row in rows]


def _corners(canvas: Canvas) -> Iterator[tuple[int, int]]:
    """Yield each + that a line runs into; one in a text has none beside it."""
    bottom, right = len(canvas) - 1, len(canvas[0]) - 1
    for line, place in product(range(bottom + 1), range(right + 1)):
        if canvas[line][place] == "+" and (
            "-" in {canvas[line][max(place - 1, 0)], canvas[line][min(place + 1, right)]}
            or "|" in {canvas[max(line - 1, 0)][place], canvas[min(line + 1, bottom)][place]}
        ):
            yield line, place


def _box_around(
    canvas: Canvas, tops: Sequence[int], lefts: Sequence[int], row: int, column: int
) -> Box:
    """Find how far the cell that begins here reaches: to the next lines that stand and lie."""
    top, left = tops[row - 1], lefts[column - 1]
    right = next((x for x in lefts[column:] if _stands(canvas, x, top, tops[row])), None)
    bottom = next((y for y in tops[row:] if _lies(canvas, y, left, lefts[column])), None)
    if right is not None and bottom is not None:
        box = Box(top, left, bottom, right)
        if _stands(canvas, right, top, bottom) and _lies(canvas, bottom, left, right):
            return box
    raise ValueError(f"the lines around row {row}, column {column} do not close")


def _read_cell(canvas: Canvas, box: Box, tops: Sequence[int], lefts: Sequence[int]) -> Cell:
    lines = [
        "".join(canvas[line][box.left + 1 : box.right]).strip()
        for line in range(box.top + 1, box.bottom)
    ]
    row, column = tops.index(box.top), lefts.index(box.left)
    rows, columns = tops.index(box.bottom) - row, lefts.index(box.right) - column
    text = "\n".join(lines).strip("\n")
    return Cell(row + 1, column + 1, rows, columns, text, text)


def _stands(canvas: Canvas, place: int, top: int, bottom: int) -> bool:
    return all(canvas[line][place] in {"|", "+"} for line in range(top + 1, bottom))


def _lies(canvas: Canvas, line: int, left: int, right: int) -> bool:
    return all(char in {"-", "+"} for char in canvas[line][left + 1 : right])
