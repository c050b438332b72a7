"""
A w:tbl → the Grid Word shows.

    <w:tbl>
      <w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>
      <w:tr>                                                             +------+-------------+
        <w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>…资金…</w:tc>  | 资金 | 总额        |
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>…总额…</w:tc>      |      +------+------+
      </w:tr>                                                            |      | 其中 | 其他 |
      <w:tr>                                                             +------+------+------+
        <w:tc><w:tcPr><w:vMerge/></w:tcPr>…</w:tc>
        <w:tc>…其中…</w:tc> <w:tc>…其他…</w:tc>
      </w:tr>
    </w:tbl>

One pass over the rows. The view is the final one: deleted rows are gone, inserted ones are
there. What cannot be taken as written is mended and the mend recorded, so no text of the
final view is left out in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from hebiao.word.blocks import Cell, Grid, Mend
from hebiao.word.cells import (
    CONTINUE,
    MAX_COLUMNS,
    Draft,
    describe,
    note_covered,
    place,
    shorten,
    unshown_text,
)
from hebiao.word.chunk import chunk_text
from hebiao.word.names import (
    ALT_CHUNK,
    DEL,
    GRID_BEFORE,
    GRID_COL,
    HIDDEN,
    TBL,
    TBL_GRID,
    TC,
    TR,
    TR_PR,
    VAL,
    WIDTH,
    Element,
    is_on,
    number,
)
from hebiao.word.plain import plain_rows
from hebiao.word.slivers import align, has_slivers
from hebiao.word.story import blocks, children
from hebiao.word.text import Text, lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hebiao.word.reading import Reading


@dataclass(slots=True)
class Sketch:
    """A table while it is being read."""

    reading: Reading
    table: int
    widths: tuple[int, ...]
    cells: list[Draft] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    nested: list[Grid] = field(default_factory=list)
    has_slivers: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look once whether some columns are too narrow to be seen."""
        self.has_slivers = has_slivers(self.widths)

    @property
    def defined(self) -> int:
        """How many columns w:tblGrid defines."""
        return len(self.widths)


class RowMarks(NamedTuple):
    """What the w:trPr of a row say."""

    deleted: bool = False
    hidden: bool = False
    grid_before: int = 0


NO_MARKS = RowMarks()


def read_grid(tbl: Element, table: int, reading: Reading) -> Grid | None:
    """Read a w:tbl, the `table`th of its story; None where no row of it is shown."""
    plain = plain_rows(tbl, reading.rich) if reading.shows and reading.trace is None else {}
    sketch = Sketch(reading, table, _column_widths(tbl))
    rows = 0
    above: dict[int, Draft] = {}
    for tr in _children(tbl, TR, sketch):
        marks = _marks(tr) if tr in reading.rich else NO_MARKS
        if marks.hidden and not marks.deleted:
            _note_hidden(tr, max(rows, 1), sketch.mends)
        elif not marks.deleted:
            rows += 1
            first = _first_column(marks.grid_before, rows, sketch)
            cells = None if tr in reading.rich else plain.pop(tr, None)
            cells = cells or [describe(tc) for tc in _children(tr, TC, sketch)]
            placed = place(rows, first, cells, sketch.defined, sketch.mends)
            if above and sketch.has_slivers:
                align(placed, above, sketch.widths, sketch.mends)
            above = _read_row(placed, above, sketch)
    if reading.trace is not None:
        places = {(cell.row, cell.column): cell.tc for cell in sketch.cells}
        reading.trace.cells[tbl] = {at: tc for at, tc in places.items() if tc is not None}
    return _finished(sketch, rows) if rows else None


def _read_row(
    cells: Iterable[Draft], above: Mapping[int, Draft], sketch: Sketch
) -> dict[int, Draft]:
    """
    Read the cells of a row below the merges that are open; return those open below it.

    A w:vMerge that continues belongs to the merge above if that begins in the same column
    and is as wide; otherwise its cell stands alone. A cell without it closes a merge.
    """
    still: dict[int, Draft] = {}
    for cell in cells:
        if cell.v_merge is not None:
            over = above.get(cell.column) if cell.v_merge == CONTINUE else None
            if over is not None and over.column_span == cell.column_span:
                over.row_span += 1
                still[cell.column] = over
                note_covered(cell, over, sketch.mends)
                continue
            if cell.v_merge == CONTINUE:
                _note_orphan(cell, over, sketch.mends)
            else:
                still[cell.column] = cell
        if cell.tc is not None:
            _read_content(cell, cell.tc, sketch)
        sketch.cells.append(cell)
    return still


def _children(parent: Element, tag: str, sketch: Sketch) -> Iterable[Element]:
    """Yield the rows of a table or the cells of a row, wrapped or not."""
    if parent in sketch.reading.rich:
        return [child for child in children(parent) if child.tag == tag]
    return parent.iterchildren(tag)


def _read_content(cell: Draft, tc: Element, sketch: Sketch) -> None:
    """Read what is in a cell that is not plain. A field left open ends with its cell."""
    open_fields = len(sketch.reading.fields)
    cell.shown, cell.typed = lines([_block(parts, sketch) for parts in blocks(tc)])
    del sketch.reading.fields[open_fields:]


def _block(parts: tuple[Element, ...], sketch: Sketch) -> Text:
    """Read a block of a cell; of a nested table the text of its cells, in order."""
    if parts[0].tag == TBL:
        grid = read_grid(parts[0], sketch.table, sketch.reading)
        sketch.nested.extend([] if grid is None else [grid])
        cells = () if grid is None else grid.cells
        return lines(Text(cell.text, cell.typed) for cell in cells if cell.text)
    if parts[0].tag == ALT_CHUNK:
        text = chunk_text(parts[0], sketch.reading.definitions.package, sketch.reading.part)
        return Text(text, text)
    return paragraph(parts, sketch.reading)


def _finished(sketch: Sketch, rows: int) -> Grid:
    """Settle the width: that of w:tblGrid, or as far as the rows reach."""
    reach = max((cell.column + cell.column_span - 1 for cell in sketch.cells), default=1)
    if reach > sketch.defined:
        defined = f"定义了 {sketch.defined} 列" if sketch.defined else "没有定义列"
        sketch.mends.append(
            Mend(1, 1, f"表格{defined}，单元格排到第 {reach} 列，按 {reach} 列读取")
        )
    return Grid(
        sketch.table,
        rows,
        max(reach, sketch.defined),
        tuple(_cells(sketch.cells)),
        tuple(sketch.mends),
        tuple(sketch.nested),
        sketch.widths if all(sketch.widths) and reach <= sketch.defined else (),
    )


def _cells(drafts: list[Draft]) -> list[Cell]:
    """Make the cells of a table, and let go of each draft, so that it is held only once."""
    drafts.reverse()
    taken = (drafts.pop() for _ in range(len(drafts)))
    return [Cell(d.row, d.column, d.row_span, d.column_span, d.shown, d.typed) for d in taken]


def _column_widths(tbl: Element) -> tuple[int, ...]:
    """Read `<w:tblGrid><w:gridCol w:w="900"/>…`; a width that is not there counts as nothing."""
    grids = tbl.iterchildren(TBL_GRID)
    columns = [column for grid in grids for column in grid.iterchildren(GRID_COL)]
    return tuple(max(number(column.get(WIDTH)) or 0, 0) for column in columns[:MAX_COLUMNS])


def _marks(tr: Element) -> RowMarks:
    """Read `<w:trPr><w:gridBefore w:val="1"/><w:hidden/><w:del …/></w:trPr>`."""
    marks = {child.tag: child for tr_pr in tr.iterchildren(TR_PR) for child in tr_pr}
    hidden, grid_before = marks.get(HIDDEN), marks.get(GRID_BEFORE)
    return RowMarks(
        DEL in marks,
        hidden is not None and is_on(hidden),
        0 if grid_before is None else number(grid_before.get(VAL)) or 0,
    )


def _first_column(grid_before: int, row: int, sketch: Sketch) -> int:
    """Skip the columns a row leaves free, unless there are not as many."""
    if 0 <= grid_before < (sketch.defined or MAX_COLUMNS):
        return grid_before + 1
    sketch.mends.append(Mend(row, 1, f"行首空列数写作 {grid_before}，超出表格，已忽略"))
    return 1


def _note_hidden(tr: Element, row: int, mends: list[Mend]) -> None:
    text = shorten(unshown_text(tr))
    mends.append(Mend(row, 1, f"有一行设为隐藏，未读入：“{text}”"))


def _note_orphan(cell: Draft, over: Draft | None, mends: list[Mend]) -> None:
    why = "上方没有起始单元格" if over is None else "与上方合并单元格宽度不同"
    mends.append(Mend(cell.row, cell.column, f"纵向合并{why}，按独立单元格读取"))
