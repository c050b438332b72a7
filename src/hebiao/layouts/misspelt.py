"""
Cells that may be labels in, those that are one with a wrong character out: 三级指际, 实际完成直.

Looked at are cells nobody knows, and those in a row that is mostly column labels; never a value
beside them, such as an indicator named 实际完成率. And only where a single label of the layout is
one character away: 四级指标 is as near to 一级指标 as to 三级指标, and stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hebiao.layouts.label import core_of, read_label
from hebiao.layouts.place import Unread
from hebiao.layouts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.layouts.layout import Layout
    from hebiao.layouts.rows import Rows

Position: TypeAlias = tuple[int, int, int]

_SHORTEST = 4
_FEWEST_LABELS = 2


def suspects(rows: Rows, unread: Iterable[Unread], layout: Layout) -> list[Unread]:
    """Return the cells that may be labels: those nobody knows, and those among column labels."""
    columns = {core for block in vocabulary(layout).blocks for core in block.columns}
    found = list(unread)
    for row in rows.numbers:
        filled = [cell for cell in rows.starting(row) if cell.typed.strip()]
        others = [cell for cell in filled if core_of(cell) not in columns]
        if len(filled) - len(others) >= max(_FEWEST_LABELS, len(others)):
            found += [Unread(rows.place(cell, ""), cell.typed) for cell in others]
    return found


def misspelt(cells: Iterable[Unread], layout: Layout) -> dict[Position, str]:
    """Return what each cell was meant to say, by table, row and column."""
    meant: dict[Position, str] = {}
    for cell in cells:
        label = read_label(cell.text)
        core = _meant(label.core, layout) if label else None
        if label and core:
            aside = "".join(f"({aside})" for aside in label.asides)
            meant[(cell.at.table, cell.at.row, cell.at.column)] = core + aside
    return meant


def _meant(core: str, layout: Layout) -> str | None:
    labels = vocabulary(layout).every
    if len(core) < _SHORTEST or core in labels:
        return None
    near = [label for label in labels if _one_apart(core, label)]
    return near[0] if len(near) == 1 else None


def _one_apart(one: str, other: str) -> bool:
    """Return whether one character was replaced, left out or added."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    cut = (long[:place] + long[place + 1 :] for place in range(len(long)))
    return len(long) - len(short) == 1 and short in cut
