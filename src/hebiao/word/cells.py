"""
A w:tr → its cells side by side: where each begins, how wide it is, how it merges downwards.

    <w:tr>
      <w:trPr><w:gridBefore w:val="1"/></w:trPr>                       column 1 is a hole
      <w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tc> columns 2–3, continues
      <w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr></w:tc>        columns 4–5, for
      <w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc>                        this one is part of it
    </w:tr>

Every w:tcPr of a cell counts (some programs write two), the old properties inside never.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hebiao.word.blocks import Mend
from hebiao.word.names import (
    CELL_DEL,
    CELL_MERGE,
    GRID_SPAN,
    H_MERGE,
    TC_PR,
    V_MERGE,
    VAL,
    Element,
    T,
    number,
)
from hebiao.word.story import is_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

RESTART, CONTINUE = "restart", "continue"
TRACKED_MERGE = {"rest": RESTART, "cont": CONTINUE}  # w:cellMerge w:vMerge="…"
MAX_COLUMNS = 1024  # Word allows 63 cells in a row; a grid has some more edges than that


@dataclass(eq=False, slots=True)
class Draft:
    """A w:tc while its table is being read: what it says, and its place as far as known."""

    tc: Element | None = None  # none where the text was plain and has been read
    span: str | None = field(default=None, init=False)
    v_merge: str | None = field(default=None, init=False)
    h_merge: str | None = field(default=None, init=False)
    deleted: bool = field(default=False, init=False)
    row: int = field(default=0, init=False)
    column: int = field(default=0, init=False)
    row_span: int = field(default=1, init=False)
    column_span: int = field(default=1, init=False)
    shown: str = field(default="", init=False)
    typed: str = field(default="", init=False)


def describe(tc: Element) -> Draft:
    """Read what the properties of a w:tc say."""
    cell = Draft(tc)
    tracked: Element | None = None
    for tc_pr in tc.iterchildren(TC_PR):
        for child in tc_pr:
            if child.tag == GRID_SPAN:
                cell.span = child.get(VAL, "")
            elif child.tag == V_MERGE:
                cell.v_merge = merge(child)
            elif child.tag == H_MERGE:
                cell.h_merge = merge(child)
            elif child.tag == CELL_DEL:
                cell.deleted = True
            elif child.tag == CELL_MERGE:
                tracked = child
    if tracked is not None:
        cell.v_merge = TRACKED_MERGE.get(tracked.get(V_MERGE, ""))
    return cell


def merge(element: Element) -> str:
    """Read an ST_Merge; one without a value continues."""
    return RESTART if element.get(VAL) == RESTART else CONTINUE


def place(
    row: int, column: int, cells: Iterable[Draft], defined: int, mends: list[Mend]
) -> list[Draft]:
    """
    Place the cells of a row from a column on, in a grid with `defined` columns.

    A w:hMerge that continues widens the cell to its left if that one began or continues a
    merge, and counts for nothing otherwise. A deleted cell widens whatever stands there.
    """
    placed: list[Draft] = []
    for cell in cells:
        cell.row, cell.column = row, column
        if cell.span is not None:
            span = number(cell.span)
            if span is None or not 0 < span <= MAX_COLUMNS - column + 1:
                span = _mended_span(cell, span, defined, mends)
            cell.column_span = span
        column += cell.column_span
        if cell.h_merge == CONTINUE or cell.deleted:
            _widen(placed, cell, mends)
        else:
            placed.append(cell)
    return placed


def _widen(placed: list[Draft], cell: Draft, mends: list[Mend]) -> None:
    """Add the width of a cell that another covers to the one on its left, if there is one."""
    left = placed[-1] if placed else None
    if cell.deleted:
        if left is not None:
            left.column_span += cell.column_span
    elif left is not None and left.h_merge is not None:
        left.column_span += cell.column_span
        note_covered(cell, left, mends)
    else:
        cell.h_merge = None
        placed.append(cell)
        mends.append(Mend(cell.row, cell.column, "横向合并缺少起始单元格，按独立单元格读取"))


def note_covered(cell: Draft, by: Draft, mends: list[Mend]) -> None:
    """Record the text of a cell that another covers: Word keeps it and does not show it."""
    text = cell.shown.strip() if cell.tc is None else unshown_text(cell.tc)
    if text:
        where = f"被合并的单元格内另有文字“{shorten(text)}”，Word 不显示，未读入"
        mends.append(Mend(cell.row, by.column, where))


def unshown_text(element: Element) -> str:
    """Return what is written in something that is not shown."""
    return "".join(t.text or "" for t in element.iter(T) if is_shown(t)).strip()


def shorten(text: str) -> str:
    """Cut a text that is quoted in a mend."""
    return text if len(text) <= 40 else f"{text[:40]}…"


def _mended_span(cell: Draft, span: int | None, defined: int, mends: list[Mend]) -> int:
    """Settle a w:gridSpan without sense: less than 1 is 1; one beyond reason ends the grid."""
    mended = max(1, defined - cell.column + 1) if span is not None and span > 1 else 1
    message = f"跨列数写作“{shorten(cell.span or '')}”，按 {mended} 列读取"
    mends.append(Mend(cell.row, cell.column, message))
    return mended
