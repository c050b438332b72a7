"""
A finding in, the row of the table it stands in out, its cell underlined.

    | 总分 | 95.62分 | 说明… |
             ^^^^^^^
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hebiao.layouts import CellPlace, TextPlace
from hebiao.reports.columns import MORE, clip, one_line, width

if TYPE_CHECKING:
    from hebiao.check import Finding, FormResult
    from hebiao.layouts import Place
    from hebiao.word import Cell, Grid

_NARROWEST = 4
_BLANK = " " * _NARROWEST


class Row(NamedTuple):
    """The texts of a row from left to right, and which of them is meant."""

    texts: tuple[str, ...]
    marked: int


def excerpt(form: FormResult, finding: Finding, columns: int) -> tuple[str, str]:
    """Return the row or the sentence, and the line that underlines what is meant in it."""
    if isinstance(finding.at, TextPlace):
        return _sentence(one_line(finding.at.text), one_line(finding.stated), columns)
    row = marked_row(form, finding.at)
    return _drawn(row, columns) if row else ("", "")


def texts_around(form: FormResult, place: Place) -> list[str]:
    """Return the texts of the row a place is in, in full; of a paragraph the sentence."""
    if isinstance(place, TextPlace):
        return [place.text]
    row = marked_row(form, place)
    return list(row.texts) if row else []


def marked_row(form: FormResult, place: CellPlace) -> Row | None:
    """Return the row a cell stands in, merged cells that reach into it included."""
    grid, cell = form.source.grid(place.table), cell_at(form, place)
    if grid is None or cell is None:
        return None
    cells = _cells(grid, place.row)
    return Row(tuple(one_line(each.text) for each in cells), cells.index(cell))


def cell_at(form: FormResult, place: CellPlace) -> Cell | None:
    """Return the cell at a place, if it is in the table of the form."""
    grid = form.source.grid(place.table)
    return grid.at(place.row, place.column) if grid else None


def _cells(grid: Grid, row: int) -> list[Cell]:
    covering = (grid.at(row, column) for column in range(1, grid.columns + 1))
    return list(dict.fromkeys(cell for cell in covering if cell))


def _drawn(row: Row, columns: int) -> tuple[str, str]:
    texts, marked = _fitted(row, columns)
    before = "".join(f"| {text} " for text in texts[:marked])
    line = f"| {' | '.join(texts)} |"
    return line, " " * (width(before) + 2) + "^" * width(texts[marked])


def _fitted(row: Row, columns: int) -> Row:
    """Shorten the texts around the marked one until the row fits, then leave out the farthest."""
    texts, marked = list(row.texts), row.marked
    texts[marked] = texts[marked] or _BLANK
    own = clip(texts[marked], max(_room(texts, marked, columns), columns // 2))
    while True:
        for cap in range(max(map(width, texts)), _NARROWEST - 1, -1):
            fitted = [own if n == marked else clip(text, cap) for n, text in enumerate(texts)]
            if _drawn_width(fitted) <= columns:
                return Row(tuple(fitted), marked)
        from_left = marked > len(texts) - 1 - marked
        texts = [MORE, *texts[2:]] if from_left else [*texts[:-2], MORE]
        marked -= int(from_left)


def _room(texts: list[str], marked: int, columns: int) -> int:
    """Return how wide the marked text may be beside all others in full."""
    return columns - _drawn_width([*texts[:marked], "", *texts[marked + 1 :]])


def _drawn_width(texts: list[str]) -> int:
    return sum(map(width, texts)) + 3 * len(texts) + 1


def _sentence(sentence: str, stated: str, columns: int) -> tuple[str, str]:
    """Return the part of a sentence around what is meant; underlined if it is there once."""
    start = sentence.find(stated) if stated and sentence.count(stated) == 1 else -1
    if start < 0 or width(stated) > columns:
        return clip(sentence[max(start, 0) :], columns), ""
    room = max((columns - width(stated)) // 2 - 1, 0)
    before = _clip_left(sentence[:start], room)
    after = clip(sentence[start + len(stated) :], columns - width(before) - width(stated))
    return f"{before}{stated}{after}", " " * width(before) + "^" * width(stated)


def _clip_left(text: str, columns: int) -> str:
    return clip(text[::-1], columns)[::-1]
