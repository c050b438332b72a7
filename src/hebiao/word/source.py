"""
A Word file → its main part as it was written, and where each paragraph and cell of it stands.

    表2 第18行 第5列   <w:tc> <w:p>…</w:p> <w:p>…</w:p> </w:tc>        a spot of two blocks
    第8段              <w:p>…</w:p>                                     a spot of one

For those who mean to write into a copy. The body is read once more by the same walker, which
keeps a trace of where it found what; so a place means here what it meant to the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hebiao.word.blocks import Grid
from hebiao.word.document import read_body
from hebiao.word.names import STRICT, Element, P
from hebiao.word.package import Package, mentions, parse_as_written
from hebiao.word.reading import Definitions, Trace, begin
from hebiao.word.story import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    AsWritten: TypeAlias = Callable[[Element], Element]

Block: TypeAlias = tuple[Element, ...]
"""A paragraph: as a rule one w:p, several where deleted marks let them run into one."""


@dataclass(frozen=True)
class Spot:
    """A cell or a paragraph outside tables: its paragraphs; `tc` is none for the latter."""

    blocks: tuple[Block, ...]
    tc: Element | None = None


@dataclass(frozen=True)
class Source:
    """
    The main part of a package in its own names, strict or not, to be written into.

    `shown` is the text that each w:t, w:tab … of the body shows, `paragraphs` are by number,
    `cells` by table, row and column.
    """

    package: Package
    root: Element
    grids: Mapping[int, Grid]
    cells: Mapping[tuple[int, int, int], Spot]
    paragraphs: Mapping[int, Spot]
    shown: dict[Element, str]

    def cell(self, table: int, row: int, column: int) -> Spot | None:
        """Return the cell that covers a position."""
        grid = self.grids.get(table)
        cell = grid.at(row, column) if grid else None
        return self.cells.get((table, cell.row, cell.column)) if cell else None


def read_source(package: Package) -> Source:
    """
    Find where the paragraphs and cells of a document stand in it.

    Raises:
        UnreadableFile: it is no Word document, or one that cannot be opened.
    """
    data, read = package.document()
    trace = Trace()
    reading = begin(Definitions(package), package.main, data, read).traced(trace)
    root, as_written = _in_own_names(data, read)
    grids: dict[int, Grid] = {}
    cells: dict[tuple[int, int, int], Spot] = {}
    paragraphs: dict[int, Spot] = {}
    for block, parts in read_body(read, reading):
        if isinstance(block, Grid):
            grids[block.table] = block
            for (row, column), tc in trace.cells[parts[0]].items():
                cells[block.table, row, column] = _spot(tc, as_written)
        else:
            paragraphs[block.number] = Spot((_written(parts, as_written),))
    shown = {as_written(element): text for element, text in trace.shown.items()}
    return Source(package, root, grids, cells, paragraphs, shown)


def _in_own_names(data: bytes, read: Element) -> tuple[Element, AsWritten]:
    """Return the part with the names it has, and what leads there from the part as it was read."""
    if not mentions(data, STRICT.strip("{").encode()):
        return read, lambda element: element
    root = parse_as_written(data)
    return root, dict(zip(read.iter(), root.iter(), strict=True)).__getitem__


def _spot(tc: Element, as_written: AsWritten) -> Spot:
    """Return a cell with its own paragraphs, not those of a table in it."""
    own = (parts for parts in blocks(tc) if parts[0].tag == P)
    return Spot(tuple(_written(parts, as_written) for parts in own), as_written(tc))


def _written(parts: Block, as_written: AsWritten) -> Block:
    return tuple(map(as_written, parts))
