"""
A document in, its forms out: each with the layout that fits its table best, and why.

A table is a form of a layout when every field and block the layout requires is found in it by
its label. Of several layouts that fit, the one that leaves fewest cells unread is chosen, then
the one that finds more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.layouts.label import core_of
from hebiao.layouts.labelling import Labelling, label_cells
from hebiao.layouts.prose import read_prose
from hebiao.layouts.rows import rows_of
from hebiao.layouts.vocabulary import vocabulary
from hebiao.word import Grid, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.layouts.layout import Layout
    from hebiao.layouts.place import Written
    from hebiao.word import Document

_FEWEST_LABELS = 4


@dataclass(frozen=True)
class LabelledForm:
    """A form found in a document: its grid, the meaning of its cells, the prose before it."""

    grid: Grid
    labelling: Labelling
    prose: dict[str, Written]
    reasons: tuple[str, ...]

    @property
    def layout(self) -> Layout:
        """The layout the form was read with."""
        return self.labelling.layout


def find_forms(document: Document, layouts: Sequence[Layout]) -> tuple[LabelledForm, ...]:
    """Return the forms of the document in reading order; other tables are left alone."""
    return tuple(_forms(document, layouts))


def _forms(document: Document, layouts: Sequence[Layout]) -> Iterator[LabelledForm]:
    before: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            before.append(block)
            continue
        if chosen := choose_layout(block, layouts):
            labelling, reasons = chosen
            yield LabelledForm(block, labelling, read_prose(before, labelling.layout), reasons)
        before = []


def choose_layout(
    grid: Grid, layouts: Sequence[Layout]
) -> tuple[Labelling, tuple[str, ...]] | None:
    """Return the reading of the grid under the layout that fits best, and the reasons."""
    cores = {core_of(cell) for cell in grid.cells}
    known = {layout: len(cores & vocabulary(layout).every) for layout in layouts}
    rows = rows_of([grid])
    fitting: list[Labelling] = []
    refused: list[str] = []
    for layout in layouts:
        if known[layout] < _FEWEST_LABELS:
            continue
        labelling = label_cells(rows, layout)
        missing = [name for name in layout.requires if name not in labelling.found]
        if missing:
            refused.append(f"不是“{layout.name}”：没有找到 {'、'.join(missing)}")
        else:
            fitting.append(labelling)
    if not fitting:
        return None
    best = min(fitting, key=lambda found: (len(found.unread), -len(found.values)))
    return best, (_reason(best, known[best.layout]), *refused)


def _reason(labelling: Labelling, labels: int) -> str:
    return (
        f"是“{labelling.layout.name}”：认出 {labels} 种标签、{len(labelling.values)} 项内容，"
        f"未识别的单元格 {len(labelling.unread)} 个"
    )
