"""
Cells that may be labels in, those that are one with a wrong character out: 三级指际, 实际完成直.

Looked at are cells nobody knows, and those in a row that is mostly column labels; never a value
beside them, such as an indicator named 实际完成率. And only where the labels of the layout that
are one character away mean the same: 四级指标 is as near to 一级指标 as to 三级指标, and stays
unknown, but not where one of these stands beside it already.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hebiao.layouts.label import core_of, read_label, unnumbered
from hebiao.layouts.place import Unread
from hebiao.layouts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.layouts.layout import Layout
    from hebiao.layouts.rows import Rows

Position: TypeAlias = tuple[int, int, int]

_SHORTEST = 4
_FEWEST_LABELS = 2


class Suspect(NamedTuple):
    """A cell that may be a label, and what it cannot stand for, as other labels do already."""

    cell: Unread
    taken: frozenset[str]


def suspects(rows: Rows, unread: Iterable[Unread], layout: Layout) -> list[Suspect]:
    """Return the cells that may be labels: those nobody knows, and those among column labels."""
    words = vocabulary(layout)
    columns = {core for block in words.blocks for core in block.columns}
    single = {core for _, core in rows.cores if core in words.cells} - columns
    unknown = {(cell.at.table, cell.at.row, cell.at.column) for cell in unread}
    found: list[Suspect] = []
    for row in rows.numbers:
        filled = [cell for cell in rows.starting(row) if cell.typed.strip()]
        labels = {core for cell in filled if (core := core_of(cell)) in columns}
        taken = frozenset().union(*(words.meanings[core] for core in single | labels))
        others = [cell for cell in filled if core_of(cell) not in columns]
        all_of_them = len(filled) - len(others) >= max(_FEWEST_LABELS, len(others))
        found += [
            Suspect(Unread(rows.place(cell, ""), cell.typed), taken)
            for cell in others
            if all_of_them or rows.position(cell) in unknown
        ]
    return found


def misspelt(cells: Iterable[Suspect], layout: Layout) -> dict[Position, str]:
    """Return what each cell was meant to say, by table, row and column."""
    meant: dict[Position, str] = {}
    for cell, taken in cells:
        label = read_label(cell.text)
        core = _meant(label.core, taken, layout) if label else None
        if label and core:
            aside = "".join(f"({aside})" for aside in label.asides)
            meant[(cell.at.table, cell.at.row, cell.at.column)] = core + aside
    return meant


def _meant(core: str, taken: frozenset[str], layout: Layout) -> str | None:
    """Return the label one character away; of several, one that means all that the others do."""
    meanings = vocabulary(layout).meanings
    if len(core) < _SHORTEST or unnumbered(core) in meanings:
        return None
    near = sorted(label for label in _one_apart(core, layout) if not meanings[label] <= taken)
    replaced = [label for label in near if len(label) == len(core)] or near
    best = max(replaced, key=lambda label: len(meanings[label]), default=None)
    if best is None or any(not meanings[label] <= meanings[best] for label in replaced):
        return None
    return best


def _one_apart(core: str, layout: Layout) -> set[str]:
    """Return the labels from which one character was replaced, left out or added."""
    labels, cuts = vocabulary(layout).meanings, _cuts(layout)
    near = {label for label, _ in cuts.get(core, ())}
    if len(core) <= 1 + max(map(len, labels), default=0):
        for place in range(len(core)):
            rest = core[:place] + core[place + 1 :]
            near.update(label for label, cut in cuts.get(rest, ()) if cut == place)
            near.update({rest} & labels.keys())
    return near


@cache
def _cuts(layout: Layout) -> dict[str, list[tuple[str, int]]]:
    """Return the labels by what is left of them without one character, and its place."""
    found: dict[str, list[tuple[str, int]]] = {}
    for label in vocabulary(layout).meanings:
        for place in range(len(label)):
            found.setdefault(label[:place] + label[place + 1 :], []).append((label, place))
    return found
