"""
The rows of a form and a layout in, every cell with its meaning out: label, value or unread.

    | 项目名称 | 某某项目 |      a label of [cells]: its value is the cell to the right
    | 预算…   | 预算数 … |      a block's header: its values are below (block.py)
    | 总分     | 91.38分  |      a label of [cells] again: it ends the block above it
    | 注：…               |      a note

What stands above the first label is the form's title, if it reads like one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from hebiao.layouts.block import find_headers, foot_label, read_block, read_foot
from hebiao.layouts.label import core_of, squeeze
from hebiao.layouts.place import Unread, Written
from hebiao.layouts.prose import Passage, read_prose
from hebiao.layouts.vocabulary import vocabulary

if TYPE_CHECKING:
    from hebiao.layouts.block import Header
    from hebiao.layouts.layout import Layout, Prose
    from hebiao.layouts.rows import Rows
    from hebiao.layouts.vocabulary import Vocabulary
    from hebiao.word import Cell


@dataclass(frozen=True)
class Labelling:
    """
    What each cell of a form is.

    `values` and `labels` are named by field, `fields` gives the field of a value cell by
    table, row and column, `front` is what the cells above the first label say as a title, and
    `unread` are the filled cells that are nothing of all that; `respelt` says in Chinese which
    labels were read otherwise than written.
    """

    layout: Layout
    values: dict[str, Written]
    labels: dict[str, Written]
    fields: dict[tuple[int, int, int], str]
    front: dict[str, Written]
    unread: tuple[Unread, ...]
    respelt: tuple[str, ...] = ()

    @cached_property
    def found(self) -> frozenset[str]:
        """The fields found, the blocks of which a field was found, and the labels."""
        return frozenset(name.split(".")[0] for name in self.values) | self.labels.keys()

    def block(self, name: str) -> list[tuple[int, dict[str, Written]]]:
        """Return the rows of a block with their numbers: funding.2.budget is of row 2."""
        return sorted(self._blocks.get(name, {}).items())

    @cached_property
    def _blocks(self) -> dict[str, dict[int, dict[str, Written]]]:
        blocks: dict[str, dict[int, dict[str, Written]]] = {}
        for name, written in self.values.items():
            block, _, below = name.partition(".")
            number, _, column = below.partition(".")
            if number.isdecimal():
                rows = blocks.setdefault(block, {})
                rows.setdefault(int(number), {})[column] = written
        return blocks


@dataclass
class _Draft:
    """Collects what the cells of a form mean while it is read."""

    rows: Rows
    values: dict[str, Written] = field(default_factory=dict)
    labels: dict[str, Written] = field(default_factory=dict)
    fields: dict[Cell, str] = field(default_factory=dict)
    known: set[Cell] = field(default_factory=set)

    def value(self, name: str, cell: Cell, path: str) -> None:
        self.values.setdefault(name, self.rows.written(cell, path))
        self.fields.setdefault(cell, name)
        self.known.add(cell)

    def label(self, name: str, cell: Cell, path: str) -> None:
        self.labels.setdefault(name, self.rows.written(cell, path))
        self.known.add(cell)


def label_cells(rows: Rows, layout: Layout) -> Labelling:
    """Return the meaning of every cell under the layout."""
    words = vocabulary(layout)
    draft = _Draft(rows)
    in_blocks = _label_blocks(draft, words)
    for row in rows.numbers:
        if row not in in_blocks:
            _label_pairs(draft, words, row)
    draft.known.update(cell for cell, core in rows.cores if core in words.sections)
    left = _left_over(draft)
    _label_notes(draft, left, layout.notes)
    front = _label_front(draft, left, layout.prose) if left else {}
    fields = {rows.position(cell): name for cell, name in draft.fields.items()}
    unread = (Unread(rows.place(c, ""), c.typed) for c in left if c not in draft.known)
    return Labelling(layout, draft.values, draft.labels, fields, front, tuple(unread))


def _label_blocks(draft: _Draft, words: Vocabulary) -> set[int]:
    """Label every block and return the rows they take up."""
    headers = [header for block in words.blocks for header in find_headers(draft.rows, block)]
    starts = sorted(header.first for header in headers)
    taken, last = set[int](), dict[str, int]()
    for header in headers:
        body = _body(draft.rows, words, header, starts)
        taken.update(range(header.first, body.stop))
        found = read_block(draft.rows, header, body, last.get(header.words.name, 0))
        last[header.words.name] = found.last
        if label := _foot(draft.rows, header, range(body.stop, _end(draft.rows, header, starts))):
            taken.add(label.row)
            draft.label(f"{header.words.name}.foot", label, core_of(label))
            found.values |= read_foot(draft.rows, header, label)
        for field_name, (cell, path) in found.values.items():
            draft.value(field_name, cell, path)
        for label_name, (cell, path) in found.labels.items():
            draft.label(label_name, cell, path)
        draft.known.update(header.columns.values(), header.above)
    return taken


def _body(rows: Rows, words: Vocabulary, header: Header, starts: list[int]) -> range:
    """
    Return the rows below a header up to the next header or the next label of [cells].

    The name of another block ends it too: below it stands a header with a wrong character.
    """
    end = _end(rows, header, starts)
    stubs = {core for block in words.blocks for core in block.stub} - header.words.stub
    for row in range(header.last + 1, end):
        first = core_of(next(iter(rows.starting(row)), None))
        if first in words.cells or first in stubs or foot_label(rows, header.words, row):
            return range(header.last + 1, row)
    return range(header.last + 1, end)


def _end(rows: Rows, header: Header, starts: list[int]) -> int:
    """Return the row of the next header, or the one behind the last row."""
    return next((start for start in starts if start > header.last), len(rows.numbers) + 1)


def _foot(rows: Rows, header: Header, below: range) -> Cell | None:
    """Return the label of the total, which may stand below a pair: 其他需要说明事项 | 无."""
    labels = (foot_label(rows, header.words, row) for row in below)
    return next(filter(None, labels), None)


def _label_pairs(draft: _Draft, words: Vocabulary, row: int) -> None:
    """Label the pairs of a row: each label of [cells] and the cell to its right."""
    for cell, core in draft.rows.labels(row):
        name = words.cells.get(core)
        if not name or cell in draft.known:
            continue
        draft.label(name, cell, core)
        value = draft.rows.right_of(cell)
        if value and core_of(value) not in words.cells:
            draft.value(name, value, core)
        else:
            draft.values.setdefault(name, Written("", draft.rows.place(cell, core)))


def _label_notes(draft: _Draft, left: list[Cell], beginnings: tuple[str, ...]) -> None:
    """Label what explains the form: 注：定性指标分三档……"""
    free = (name for n in count(1) if (name := f"notes.{n}") not in draft.values)
    for cell in left:
        if squeeze(cell.typed).startswith(beginnings):
            draft.value(next(free), cell, "")


def _label_front(draft: _Draft, left: list[Cell], prose: Prose) -> dict[str, Written]:
    """Label what stands above the first label: the title, the year, 单位：万元."""
    first = min((cell.row for cell in draft.known), default=1)
    front = [cell for cell in left if cell.row < first and cell not in draft.known]
    places = {cell: draft.rows.place(cell, "") for cell in front}
    found = read_prose([Passage(cell.typed, 0, places[cell]) for cell in front], prose)
    said = {written.at for written in found.values()}
    draft.known.update(cell for cell in front if places[cell] in said)
    return found


def _left_over(draft: _Draft) -> list[Cell]:
    """Return the filled cells of which nothing is known yet."""
    rows = draft.rows
    cells = [cell for row in rows.numbers for cell in rows.starting(row)]
    return [cell for cell in cells if cell not in draft.known and cell.typed.strip()]
