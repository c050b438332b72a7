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

from dataclasses import dataclass
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


@dataclass(slots=True)
class Placed:
    """A cell in its row, with what its w:tcPr say; columns count from 1."""

    tc: Element
    column: int = 0
    width: int = 1
    span: str | None = None
    v_merge: str | None = None
    h_merge: str | None = None
    deleted: bool = False


def placed_cells(
    tcs: Iterable[Element], column: int, row: int, defined: int, mends: list[Mend]
) -> list[Placed]:
    """
    Place the cells of the `row`th row, from a column on, in a grid with `defined` columns.

    A w:hMerge that continues widens the cell to its left if that one began or continues a
    merge, and counts for nothing otherwise. A deleted cell widens whatever stands there.
    """
    placed: list[Placed] = []
    for tc in tcs:
        cell = _described(tc)
        cell.column = column
        if cell.span is not None:
            cell.width = _width(cell.span, row, column, defined, mends)
        column += cell.width
        left = placed[-1] if placed else None
        if cell.deleted:
            if left is not None:
                left.width += cell.width
        elif cell.h_merge != CONTINUE:
            placed.append(cell)
        elif left is not None and left.h_merge is not None:
            left.width += cell.width
            note_covered(tc, row, left.column, mends)
        else:
            cell.h_merge = None
            placed.append(cell)
            mends.append(Mend(row, cell.column, "横向合并缺少起始单元格，按独立单元格读取"))
    return placed


def note_covered(tc: Element, row: int, column: int, mends: list[Mend]) -> None:
    """Record the text of a cell that another covers: Word keeps it and does not show it."""
    text = hidden_text(tc)
    if text:
        mends.append(Mend(row, column, f"被合并的单元格内另有文字“{text}”，Word 不显示，未读入"))


def hidden_text(element: Element) -> str:
    """Return what is written in something that is not shown, shortened, for a mend."""
    text = "".join(t.text or "" for t in element.iter(T) if is_shown(t)).strip()
    return text if len(text) <= 40 else f"{text[:40]}…"


def _described(tc: Element) -> Placed:
    """Read the settings of a cell. Looking at every child is quicker than asking for some."""
    cell = Placed(tc)
    tracked: Element | None = None
    for tc_pr in tc.iterchildren():
        if tc_pr.tag != TC_PR:
            continue
        for child in tc_pr.iterchildren():
            tag = child.tag
            if tag == GRID_SPAN:
                cell.span = child.get(VAL, "")
            elif tag == V_MERGE:
                cell.v_merge = _merge(child)
            elif tag == H_MERGE:
                cell.h_merge = _merge(child)
            elif tag == CELL_DEL:
                cell.deleted = True
            elif tag == CELL_MERGE:
                tracked = child
    if tracked is not None:
        cell.v_merge = TRACKED_MERGE.get(tracked.get(V_MERGE, ""))
    return cell


def _merge(element: Element) -> str:
    """Read an ST_Merge; one without a value continues."""
    return RESTART if element.get(VAL) == RESTART else CONTINUE


def _width(span: str, row: int, column: int, defined: int, mends: list[Mend]) -> int:
    """Read a w:gridSpan: less than 1 is 1; one beyond reason ends with the grid."""
    width = number(span)
    if width is not None and 1 <= width <= MAX_COLUMNS - column + 1:
        return width
    mended = max(1, defined - column + 1) if width is not None and width > 1 else 1
    mends.append(Mend(row, column, f"跨列数写作“{span[:20]}”，按 {mended} 列读取"))
    return mended
