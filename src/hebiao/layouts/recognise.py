"""
A document in, its forms out: each with the layout that fits its tables best, and why.

A table is a form of a layout when every field and block the layout requires is found in it by
its label. Of several layouts that fit, the one that leaves fewest cells unread is chosen, then
the one with more labels in common.

A form may be split over several tables (续表). A table belongs to the form above it when no
title stands between them, it names no project of its own, and read together with what is above
it leaves little unread. A known form never becomes a guess (`fallback`) that way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hebiao.layouts.label import core_of
from hebiao.layouts.labelling import label_cells
from hebiao.layouts.misspelt import misspelt, suspects
from hebiao.layouts.prose import Passage, is_titled, read_prose
from hebiao.layouts.rows import rows_of
from hebiao.layouts.vocabulary import vocabulary
from hebiao.word import Grid, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.layouts.labelling import Labelling
    from hebiao.layouts.layout import Layout
    from hebiao.layouts.misspelt import Position
    from hebiao.layouts.place import Written
    from hebiao.layouts.rows import Rows
    from hebiao.word import Document

_FEWEST_LABELS = 4
_MOST_UNREAD = 3
"""Of a table that continues a form, at most one filled cell in three may stay unread."""


@dataclass(frozen=True)
class LabelledForm:
    """A form found in a document: its tables, the meaning of their cells, the prose before it."""

    grids: tuple[Grid, ...]
    labelling: Labelling
    prose: dict[str, Written]
    reasons: tuple[str, ...]

    @property
    def layout(self) -> Layout:
        """The layout the form was read with."""
        return self.labelling.layout

    def grid(self, table: int) -> Grid | None:
        """Return the table with this ordinal, if it is one of the form's."""
        return next((grid for grid in self.grids if grid.table == table), None)


@dataclass(frozen=True)
class Choice:
    """The best reading of some tables, None where no layout fits; and the reasons in Chinese."""

    labelling: Labelling | None
    reasons: tuple[str, ...]


@dataclass
class _Candidate:
    """Tables that may be a form, with the paragraphs before the first of them."""

    grids: tuple[Grid, ...]
    before: list[Paragraph]
    choice: Choice

    def form(self) -> Iterator[LabelledForm]:
        if self.choice.labelling:
            found = self.choice.labelling
            prose = read_prose(_passages(self.before), found.layout.prose) | found.front
            yield LabelledForm(self.grids, found, prose, self.choice.reasons)


def find_forms(document: Document, layouts: Sequence[Layout]) -> tuple[LabelledForm, ...]:
    """Return the forms of the document in reading order; other tables are left alone."""
    return tuple(form for found in _candidates(document, layouts) for form in found.form())


def _candidates(document: Document, layouts: Sequence[Layout]) -> Iterator[_Candidate]:
    last: _Candidate | None = None
    between: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        joined = last and _joined(last, between, block, layouts)
        if joined:
            last = joined
        else:
            if last:
                yield last
            last = _Candidate((block,), between, choose_layout((block,), layouts))
        between = []
    if last:
        yield last


def _joined(
    last: _Candidate, between: list[Paragraph], grid: Grid, layouts: Sequence[Layout]
) -> _Candidate | None:
    """Return the candidate with one more table, or None where that is no part of it."""
    cores = {core_of(cell) for cell in grid.cells}
    if _is_about_another(cores, last, layouts):
        return None
    own = [layout for layout in layouts if _continues(cores, layout)]
    passages = _passages(between)
    if not own or any(is_titled(passages, layout.prose) for layout in own):
        return None
    grids = (*last.grids, grid)
    choice = choose_layout(grids, own)
    if choice.labelling is None or not _mostly_read(choice.labelling, grid):
        return None
    if _known(last.choice) and not _known(choice):
        return None
    return _Candidate(grids, last.before, choice)


def _known(choice: Choice) -> bool:
    """Return whether a layout fits that is no fallback; a known form is not made a guess."""
    return choice.labelling is not None and not choice.labelling.layout.fallback


def _passages(paragraphs: list[Paragraph]) -> list[Passage]:
    return [Passage(paragraph.text, paragraph.number) for paragraph in paragraphs]


def _continues(cores: set[str], layout: Layout) -> bool:
    """The table has labels of the layout, but does not begin with a project."""
    return not _begins(cores, layout) and not cores.isdisjoint(vocabulary(layout).every)


def _begins(cores: set[str], layout: Layout) -> bool:
    """The table says what a form of the layout is about: a project, or a whole department."""
    cells = vocabulary(layout).cells
    return layout.subject in {cells[core] for core in cores if core in cells}


def _is_about_another(cores: set[str], last: _Candidate, layouts: Sequence[Layout]) -> bool:
    """Return whether a project begins below the form of a department, or the other way round."""
    above = last.choice.labelling.layout.subject if last.choice.labelling else "project"
    return any(_begins(cores, layout) for layout in layouts if layout.subject != above)


def _mostly_read(labelling: Labelling, grid: Grid) -> bool:
    unread = len([cell for cell in labelling.unread if cell.at.table == grid.table])
    filled = len([cell for cell in grid.cells if cell.typed.strip()])
    return unread * _MOST_UNREAD <= filled


def choose_layout(grids: Sequence[Grid], layouts: Sequence[Layout]) -> Choice:
    """
    Return the reading of the tables under the layout that fits best.

    They are tried from the one with most labels in common, of equals from the one that prints
    most of them so itself; one that fits and leaves nothing unread cannot be beaten, so the
    others need not be tried.
    """
    rows = rows_of(grids)
    cores = {core for _, core in rows.cores}
    known = {layout: len(cores & vocabulary(layout).every) for layout in layouts}
    fitting: list[Labelling] = []
    refused: list[str] = []

    def likeness(layout: Layout) -> tuple[int, ...]:
        printed = len(cores & vocabulary(layout).printed)
        return not layout.fallback, known[layout], printed

    for layout in sorted(layouts, key=likeness, reverse=True):
        if any(not found.unread for found in fitting) or known[layout] < _FEWEST_LABELS:
            refused.append(f"不如上面的像“{layout.name}”：认出 {known[layout]} 种标签")
            continue
        found = _read(grids, rows, layout)
        if missing := _missing(found):
            refused.append(f"不是“{layout.name}”：没有找到{'、'.join(missing)}")
        else:
            fitting.append(found)
    if not fitting:
        return Choice(None, tuple(refused))
    best = min(fitting, key=lambda found: (found.layout.fallback, len(found.unread)))
    return Choice(best, (_reason(best, known[best.layout]), *best.respelt, *refused))


def _read(grids: Sequence[Grid], rows: Rows, layout: Layout) -> Labelling:
    """Label the cells; a label with a wrong character is read as meant, and that is noted."""
    found = label_cells(rows, layout)
    if not found.unread and not _missing(found):
        return found
    meant = misspelt(suspects(rows, found.unread, layout), layout)
    if not meant:
        return found
    again = label_cells(rows_of([_respelt(grid, meant) for grid in grids]), layout)
    if (len(_missing(again)), len(again.unread)) >= (len(_missing(found)), len(found.unread)):
        return found
    notes = tuple(
        f"表{place[0]}第{place[1]}行第{place[2]}列的标签有错字，按“{label}”读取"
        for place, label in meant.items()
    )
    return replace(again, respelt=notes)


def _missing(found: Labelling) -> list[str]:
    """Return what the layout requires and the tables lack, as the form prints it."""
    layout = found.layout
    return [layout.printed(name) for name in layout.requires if name not in found.found]


def _respelt(grid: Grid, meant: dict[Position, str]) -> Grid:
    cells = (
        cell._replace(typed=meant.get((grid.table, cell.row, cell.column), cell.typed))
        for cell in grid.cells
    )
    return replace(grid, cells=tuple(cells))


def _reason(found: Labelling, labels: int) -> str:
    return (
        f"是“{found.layout.name}”：认出 {labels} 种标签、{len(found.values)} 项内容，"
        f"未识别的单元格 {len(found.unread)} 个"
    )
