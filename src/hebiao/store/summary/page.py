"""
Answers in, the lines of a page out.

    按单位（共 57 行，列前 5 行）
      单位                自评表  错误  警告  提示  无错误的表   占比
      某某市水务局            12     3     5     0           9  75.0%
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from hebiao.reports.columns import hang, pad, printable, width, wrap
from hebiao.reports.line import EMPTY, Line, Span, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.store.summary.questions import Answer, Cells, Counts, Heading

_INDENT, _GAP = "  ", "  "
_NARROWEST = 8
_BOLD, _DIM = "bold", "dim"


def head_lines(store: str, words: str, counts: Counts, columns: int) -> Iterator[Line]:
    """Yield what the page is about, and how much there is of everything."""
    yield from lines_of(hang("结果库 ", printable(store), columns), _BOLD)
    yield from lines_of(wrap(words, columns))
    not_read = (f"无法读取 {counts.unreadable}" if counts.unreadable else "",
                f"没有自评表 {counts.without_form}" if counts.without_form else "")  # fmt: skip
    among = "，".join(filter(None, not_read))
    told = (
        f"文件 {counts.files}{f'（其中{among}）' if among else ''}，自评表 {counts.forms} 张；"
        f"错误 {counts.errors}，警告 {counts.warnings}，提示 {counts.notes}，"
        f"已豁免 {counts.waived}"
    )
    yield from lines_of(wrap(told, columns))


def answer_lines(answer: Answer, top: int | None, columns: int) -> Iterator[Line]:
    """Yield one table with its first rows, none wider than `columns`."""
    rows = answer.rows[:top]
    yield EMPTY
    yield (Span(f"{answer.title}{_cut(len(rows), len(answer.rows), answer.by)}", _BOLD),)
    if not rows:
        yield (Span(f"{_INDENT}（没有）"),)
        return
    headings, beside = _beside(answer)
    shown = [[printable(str(cell)) for cell in row[:beside]] for row in rows]
    widths = _widths(headings, shown, columns - len(_INDENT))
    yield from lines_of(_row([h.words for h in headings], headings, widths), _DIM, _INDENT)
    for row, cells in zip(rows, shown, strict=True):
        yield from lines_of(_row(cells, headings, widths), indent=_INDENT)
        yield from lines_of(_below(row[beside:], columns - 2 * len(_INDENT)), _DIM, 2 * _INDENT)
    yield from lines_of(_note(answer, columns), _DIM)


def _cut(shown: int, there: int, by: str) -> str:
    return f"（共 {there} 行，列前 {shown} 行；全部见 --by {by}）" if shown < there else ""


def _note(answer: Answer, columns: int) -> list[str]:
    return hang(f"{_INDENT}注 ", answer.note, columns) if answer.note else []


def _beside(answer: Answer) -> tuple[tuple[Heading, ...], int]:
    beside = len(answer.headings) - answer.below
    return answer.headings[:beside], beside


def _below(cells: Cells, columns: int) -> list[str]:
    return wrap(printable("，".join(map(str, cells))), columns) if cells else []


def _widths(headings: Sequence[Heading], rows: list[list[str]], columns: int) -> list[int]:
    """Return how wide each column is: figures as they need it, words share what is left."""
    natural = [
        max(width(heading.words), *(width(row[n]) for row in rows))
        for n, heading in enumerate(headings)
    ]
    room = columns - len(_GAP) * (len(headings) - 1)
    room -= sum(size for size, heading in zip(natural, headings, strict=True) if heading.figure)
    words = sorted(n for n, heading in enumerate(headings) if not heading.figure)
    for left, n in enumerate(sorted(words, key=natural.__getitem__)):
        natural[n] = min(natural[n], max(room // (len(words) - left), _NARROWEST))
        room -= natural[n]
    return natural


def _row(cells: list[str], headings: Sequence[Heading], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row; words that are too long go on below."""
    columns = [
        [cell] if heading.figure else wrap(cell, size)
        for cell, heading, size in zip(cells, headings, widths, strict=True)
    ]
    for pieces in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(
            " " * (size - width(piece)) + piece if heading.figure else pad(piece, size)
            for piece, heading, size in zip(pieces, headings, widths, strict=True)
        )
