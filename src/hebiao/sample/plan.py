"""
A layout's drawing and the texts of a form in, the grid of its table out.

    | {project}                 |      a field in braces takes its text
    | {indicators.n.level1} | … |      a row with n is repeated for every row there is a text of,
                                       equal first-level cells of one goal become one, and a
                                       score that is missing is that of the row above
    | 其他资金 | {funding.3.budget} |  the last row of a block is repeated for further lines, and
                                       a label beside a row may be printed otherwise, as in
                                       funding.3.source or indicators.5.goal

A row all of whose fields are missing is left out, as some forms leave out 原因分析.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hebiao.layouts.label import read_label, unnumbered
from hebiao.layouts.vocabulary import vocabulary
from hebiao.word import Cell, Grid
from hebiao.word.drawing import read_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.layouts import Layout
    from hebiao.sample.content import Content

_FIELD = re.compile(r"\{([^{}]+)\}")
_NUMBERED = re.compile(r"\{(\w+)\.(n|\d+)\.")
_LEVEL1 = "{indicators.n.level1}"
_WITH_GOALS = ("goals", "indicators")
_SCORE = "{indicators.n.score}"


class _Row(NamedTuple):
    """A row of the table to be: the drawing's row it repeats, and the number it stands for."""

    drawn: int
    number: int


def plan(layout: Layout, content: Content) -> Grid:
    """Return the table of the form, every text in its cell."""
    drawing = _drawn(layout.drawing)
    rows = list(_rows(drawing, content))
    sides = labels_beside(drawing, layout)
    cells = [
        cell for drawn in drawing.cells for cell in _placed(drawn, rows, content, sides.get(drawn))
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(drawing.table, len(rows), drawing.columns, tuple(cells), widths=drawing.widths)


@cache
def _drawn(drawing: str) -> Grid:
    """Return the drawing of a layout as a grid; many forms are written with one."""
    return read_drawing(drawing)


def fill(text: str, content: Content, number: int = 0) -> str:
    """Put the texts in the place of their fields; a missing one leaves nothing."""
    return _FIELD.sub(lambda field: content.get(_numbered(field[1], number), ""), text)


def fields(text: str) -> list[str]:
    """Return the fields a text names in braces."""
    return _FIELD.findall(text)


def _numbered(field: str, number: int) -> str:
    """Return the field of the row with this number: funding.n.budget, funding.4.budget."""
    return re.sub(r"\.(n|\d+)\.", f".{number}.", field) if number else field


def _rows(drawing: Grid, content: Content) -> Iterator[_Row]:
    last: dict[str, int] = {}
    for cell in drawing.cells:
        if found := _NUMBERED.match(cell.text):
            last[found[1]] = max(last.get(found[1], 0), cell.row)
    for row in range(1, drawing.rows + 1):
        texts = [cell.text for cell in drawing.cells if cell.row == row]
        block, number = next((m.groups() for m in map(_NUMBERED.match, texts) if m), ("", ""))
        named = [name for text in texts for name in fields(text)]
        if number.isdecimal():
            if any(name in content for name in named):
                yield _Row(row, int(number))
            number = number if last[block] == row else ""
        elif not number and (not named or any(name in content for name in named)):
            yield _Row(row, 0)
        if number:
            first = int(number) if number.isdecimal() else 0
            yield from (_Row(row, n) for n in _numbers(content, block) if n > first)


def _numbers(content: Content, block: str) -> list[int]:
    return sorted({int(name.split(".")[1]) for name in content if name.startswith(f"{block}.")})


def labels_beside(drawing: Grid, layout: Layout) -> dict[Cell, str]:
    """
    Return the field of each label beside the rows of a block: funding.n.source, goals.n.goal.

    Of several labels in a row the first one names it.
    """
    sides: dict[Cell, str] = {}
    for cell in drawing.cells:
        label = None if fields(cell.text) else read_label(cell.text)
        for block in vocabulary(layout).blocks if label else ():
            core = label.core if label else ""
            if block.name in _WITH_GOALS and unnumbered(core) in block.stub:
                sides[cell] = f"{block.name}.n.goal"
            elif core in block.lines and cell.row not in {c.row for c in sides}:
                sides[cell] = f"{block.name}.n.source"
    return sides


def _placed(drawn: Cell, rows: list[_Row], content: Content, side: str | None) -> Iterator[Cell]:
    """Yield the cells that one cell of the drawing becomes."""
    last = drawn.row + drawn.row_span
    covered = [n for n, row in enumerate(rows, start=1) if drawn.row <= row.drawn < last]
    if not covered:
        return
    for run in _runs(drawn, covered, rows, content, side):
        numbers = [rows[row - 1].number for row in run]
        if side:
            own = (content.get(_numbered(side, number)) for number in numbers if number)
            text = next(filter(None, own), drawn.text)
        else:
            text = fill(drawn.text, content, numbers[0] if drawn.row_span == 1 else 0)
        yield drawn._replace(row=run[0], row_span=len(run), text=text, typed=text)


def _runs(
    drawn: Cell, covered: list[int], rows: list[_Row], content: Content, side: str | None
) -> list[list[int]]:
    """Part the rows that a cell of the drawing covers into those that share one cell."""
    runs = [covered[:1]]
    for above, row in pairwise(covered):
        number, before = rows[row - 1].number, rows[above - 1].number
        if side:
            apart = before > 0 and _numbered(side, number) in content
        else:
            apart = _is_apart(drawn, number, before, content)
        if apart:
            runs.append([row])
        else:
            runs[-1].append(row)
    return runs


def _is_apart(drawn: Cell, number: int, before: int, content: Content) -> bool:
    if drawn.row_span > 1:
        return False
    if not _NUMBERED.match(drawn.text):
        return True
    name = fields(drawn.text)[0]
    text, above = (content.get(_numbered(name, n)) for n in (number, before))
    if drawn.text == _LEVEL1:
        return text != above or f"indicators.{number}.goal" in content
    return drawn.text != _SCORE or text is not None
