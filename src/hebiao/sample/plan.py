"""
A layout's drawing and the texts of a form in, the grid of its table out.

    | {project}                 |      a field in braces takes its text
    | {indicators.n.level1} | … |      a row with n is repeated for every row there is a text of,
                                       equal first-level cells below each other become one, and
                                       a score that is missing is that of the row above

A row all of whose fields are missing is left out, as some forms leave out 原因分析.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hebiao.word import Cell, Grid
from hebiao.word.drawing import read_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.layouts import Layout
    from hebiao.sample.content import Content

_FIELD = re.compile(r"\{([^{}]+)\}")
_NUMBERED = re.compile(r"\{(\w+)\.n\.")
_LEVEL1 = "{indicators.n.level1}"
_SCORE = "{indicators.n.score}"


class _Row(NamedTuple):
    """A row of the table to be: the drawing's row it repeats, and the number it stands for."""

    drawn: int
    number: int


def plan(layout: Layout, content: Content) -> Grid:
    """Return the table of the form, every text in its cell."""
    drawing = read_drawing(layout.drawing)
    rows = list(_rows(drawing, content))
    cells = [cell for drawn in drawing.cells for cell in _placed(drawn, rows, content)]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(drawing.table, len(rows), drawing.columns, tuple(cells), widths=drawing.widths)


def fill(text: str, content: Content, number: int = 0) -> str:
    """Put the texts in the place of their fields; a missing one leaves nothing."""
    return _FIELD.sub(lambda field: content.get(field[1].replace(".n.", f".{number}."), ""), text)


def fields(text: str) -> list[str]:
    """Return the fields a text names in braces."""
    return _FIELD.findall(text)


def _rows(drawing: Grid, content: Content) -> Iterator[_Row]:
    for row in range(1, drawing.rows + 1):
        texts = [cell.text for cell in drawing.cells if cell.row == row]
        numbered = next((found[1] for text in texts if (found := _NUMBERED.match(text))), None)
        named = [name for text in texts for name in fields(text)]
        if numbered:
            yield from (_Row(row, number) for number in _numbers(content, numbered))
        elif not named or any(name in content for name in named):
            yield _Row(row, 0)


def _numbers(content: Content, block: str) -> list[int]:
    return sorted({int(name.split(".")[1]) for name in content if name.startswith(f"{block}.")})


def _placed(drawn: Cell, rows: list[_Row], content: Content) -> Iterator[Cell]:
    """Yield the cells that one cell of the drawing becomes."""
    last = drawn.row + drawn.row_span
    covered = [n for n, row in enumerate(rows, start=1) if drawn.row <= row.drawn < last]
    if not covered:
        return
    if not _NUMBERED.match(drawn.text):
        yield _cell(drawn, covered, fill(drawn.text, content))
        return
    for run in _runs(drawn.text, covered, rows, content):
        yield _cell(drawn, run, fill(drawn.text, content, rows[run[0] - 1].number))


def _runs(drawn: str, covered: list[int], rows: list[_Row], content: Content) -> list[list[int]]:
    """Part the rows that a repeated cell covers into those that share one cell."""
    names = [fields(drawn)[0].replace(".n.", f".{rows[row - 1].number}.") for row in covered]
    texts = [content.get(name) for name in names]
    runs = [covered[:1]]
    for row, (above, text) in zip(covered[1:], pairwise(texts), strict=True):
        if (drawn == _LEVEL1 and text == above) or (drawn == _SCORE and text is None):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _cell(drawn: Cell, rows: list[int], text: str) -> Cell:
    return replace(drawn, row=rows[0], row_span=len(rows), text=text, typed=text)
