"""
A row whose merges go on a hair beside where they began → the row moved under them.

    <w:tblGrid><w:gridCol w:w="1400"/><w:gridCol w:w="3"/><w:gridCol w:w="1400"/></w:tblGrid>
    <w:tr> <w:tc> span 2 </w:tc>  <w:tc> restart </w:tc>        +----+-+----+
    <w:tr> <w:tc> </w:tc>  <w:tc> span 2, continue </w:tc>      | 甲   | 乙 |
                                                                +----+-+    |
                                                                | 丙   |    |
                                                                +----+-+----+

Programs that compute with widths, LibreOffice first of all, round the same line differently
in each row, and a grid column of a few twentieths of a point is left over. Nobody sees it:
the line that is drawn there is wider.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from hebiao.word.blocks import Mend
from hebiao.word.cells import CONTINUE, Draft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SLIVER = 10  # twentieths of a point: as wide as the line Word draws around a cell
OFF = "纵向合并的边线与上方错开不到 0.5 磅，按合并读取"


def has_slivers(widths: Sequence[int]) -> bool:
    """Say whether some grid column is too narrow to be seen, and the width of each is known."""
    return 0 < min(widths, default=0) <= SLIVER


def align(
    cells: Sequence[Draft], above: Mapping[int, Draft], widths: Sequence[int], mends: list[Mend]
) -> None:
    """Move each cell that continues a merge under that merge, if their lines all but meet."""
    edges = tuple(accumulate(widths, initial=0))
    for place, cell in enumerate(cells):
        over = _merge_beside(cell, above, edges) if cell.v_merge == CONTINUE else None
        if over is not None:
            left = cells[place - 1] if place else None
            right = cells[place + 1] if place + 1 < len(cells) else None
            if _make_room(left, over, right):
                cell.column, cell.column_span = over.column, over.column_span
                mends.append(Mend(cell.row, cell.column, OFF))


def _merge_beside(cell: Draft, above: Mapping[int, Draft], edges: Sequence[int]) -> Draft | None:
    """Find the merge whose lines the cell all but meets; none if it meets those of one."""
    straight = above.get(cell.column)
    if straight is not None and _end(straight) == _end(cell):
        return None
    if _end(cell) > len(edges):
        return None
    around = edges[cell.column - 1]
    first, last = bisect_left(edges, around - SLIVER), bisect_right(edges, around + SLIVER)
    near = (above[column] for column in range(first + 1, last + 1) if column in above)
    return next((over for over in near if _ends_with(over, cell, edges)), None)


def _ends_with(over: Draft, cell: Draft, edges: Sequence[int]) -> bool:
    end = _end(over)
    return end <= len(edges) and abs(edges[end - 1] - edges[_end(cell) - 1]) <= SLIVER


def _make_room(left: Draft | None, over: Draft, right: Draft | None) -> bool:
    """Move the lines of the cells beside a merge to its own, unless one would be left none."""
    if left is not None and left.column >= over.column:
        return False
    if right is not None and _end(right) <= _end(over):
        return False
    if left is not None:
        left.column_span = over.column - left.column
    if right is not None:
        right.column, right.column_span = _end(over), _end(right) - _end(over)
    return True


def _end(cell: Draft) -> int:
    return cell.column + cell.column_span
