"""
The rows of a form and a block's words in, the cells of the block by field name out.

    +--------+------------+--------+--------+--------+      header row: 预算数, 执行数 … found by
    | 预算   | 年度财政   | 预算数 | 执行数 | 得分   |      their words, wherever they stand
    | 执行   | 资金总额   +--------+--------+--------+
    | 情况   |            | 130    | 100    | 15.38  |      body row: a cell belongs to the column
    +--------+------------+--------+--------+--------+      label it shares most width with
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hebiao.layouts.label import core_of, unnumbered
from hebiao.layouts.place import label_path

if TYPE_CHECKING:
    from hebiao.layouts.rows import Rows
    from hebiao.layouts.vocabulary import BlockWords
    from hebiao.word import Cell


@dataclass(frozen=True, slots=True)
class Header:
    """
    The column labels of a block: from row `first` to row `last` of the form.

    `above` are labels that the second row divides: 年度指标值 over 指标性质 | 指标值 | 度量单位.
    """

    words: BlockWords
    first: int
    last: int
    columns: dict[str, Cell]
    above: tuple[Cell, ...]
    extents: dict[str, tuple[int, int]]
    _nearest: dict[tuple[int, int], tuple[int, str]] = field(default_factory=dict)

    def nearest(self, extent: tuple[int, int]) -> tuple[int, str]:
        """Return the label a cell of this extent lies under most, after the width they share."""
        if extent not in self._nearest:
            labels = self.extents.items()
            self._nearest[extent] = max((_shared(extent, label), name) for name, label in labels)
        return self._nearest[extent]


@dataclass(slots=True)
class BlockReading:
    """
    The cells of a block with their label paths, by field name: `funding.1.executed`.

    `last` is the number of its last row. A cell merged down over several rows keeps the `paths`
    of its first row, so that it is one place for all of them.
    """

    last: int
    paths: dict[Cell, str] = field(default_factory=dict)
    values: dict[str, tuple[Cell, str]] = field(default_factory=dict)
    labels: dict[str, tuple[Cell, str]] = field(default_factory=dict)


def find_headers(rows: Rows, words: BlockWords) -> list[Header]:
    """Return every header of the block; a form that goes on over a page repeats it."""
    headers: list[Header] = []
    for row in rows.numbers:
        if headers and row <= headers[-1].last:
            continue
        columns, last = _column_labels(rows, row, words), row
        above: list[Cell] = []
        while columns and (deeper := _second_row(rows, last + 1, words)):
            above += [columns[name] for name in deeper if name in columns]
            columns |= deeper
            last += 1
        if words.requires <= columns.keys():
            extents = {name: rows.extent(cell) for name, cell in columns.items()}
            headers.append(Header(words, row, last, columns, tuple(above), extents))
    return headers


def _column_labels(rows: Rows, row: int, words: BlockWords) -> dict[str, Cell]:
    columns: dict[str, Cell] = {}
    for cell, core in rows.labels(row):
        if name := words.columns.get(core):
            columns.setdefault(name, cell)
    return columns


def _second_row(rows: Rows, row: int, words: BlockWords) -> dict[str, Cell]:
    """Return the labels of a second header row: each filled cell of it must be one."""
    found = _column_labels(rows, row, words)
    filled = sum(1 for cell in rows.starting(row) if cell.typed.strip()) if found else 0
    return found if len(found) == filled else {}


def read_block(rows: Rows, header: Header, body: range, after: int) -> BlockReading:
    """Return the cells of the block; its rows are numbered from `after` + 1."""
    words, reading = header.words, BlockReading(after)
    stubs = [cell for cell, core in rows.cores if unnumbered(core) in words.stub]
    lines = [cell for cell, core in rows.cores if core in words.lines]
    stub = _beside(header.first, stubs)
    if stub:
        reading.labels[words.name] = (stub, core_of(stub))
    for name, cell in header.columns.items():
        reading.labels[f"{words.name}.{name}"] = (cell, label_path(core_of(stub), core_of(cell)))
    for row in body:
        named = _reaching(row, lines)
        found, line = _row_values(rows, header, row, named), next(iter(named), None)
        if any(cell.row == row for cell in found.values()) and not _is_other(rows, header, row):
            reading.last += 1
            _add_row(reading, words, found, line)
            _add_side(reading, words.name, line=line, goal=_beside(row, stubs))
            others = {f"line.{header.nearest(rows.extent(cell))[1]}": cell for cell in named[1:]}
            _add_side(reading, words.name, **others)
    return reading


def foot_label(rows: Rows, words: BlockWords, row: int) -> Cell | None:
    """Return the label of the row that ends the block, if this is that row: 总分."""
    return next((cell for cell, core in rows.labels(row) if core in words.foot), None)


def read_foot(rows: Rows, header: Header, label: Cell) -> dict[str, tuple[Cell, str]]:
    """
    Return the cells of the row that ends a block, by field name.

    | …    | 年度指标值 | 实际完成值 | 分值 | 得分  |
    | 总分                           | 100  | 91.38 |      each value stands under its column
    | 总分 | 91.38                                   |      or one under all: the first field's
    """
    free = [cell for cell in rows.covering(label.row) if cell is not label]
    found: dict[str, tuple[Cell, str]] = {}
    for name, column in header.words.foot_fields.items():
        extent = header.extents.get(column)
        under = [cell for cell in free if extent and _shared(rows.extent(cell), extent) > 0]
        if under:
            cell = max(under, key=lambda cell: _shared(rows.extent(cell), extent or (0, 0)))
            found[name] = (cell, core_of(label))
            free.remove(cell)
    return found


def _is_other(rows: Rows, header: Header, row: int) -> bool:
    """
    Return whether a row is none of the block's: one cell stands under several of its names.

    | 一级指标 | 二级指标 | 三级指标 | 得分 |
    | 加分项                         | 2    |      is no indicator, and stays unread
    """
    if len(rows.covering(row)) >= len(header.columns):
        return False
    names = [header.extents[name] for name in header.words.named_by if name in header.extents]
    extents = (rows.extent(cell) for cell in rows.starting(row))
    return any(sum(left <= n[0] and n[1] <= right for n in names) > 1 for left, right in extents)


def _add_row(
    reading: BlockReading, words: BlockWords, found: dict[str, Cell], line: Cell | None
) -> None:
    """
    Add a row's cells with their label paths.

    预算执行情况 › 执行率                         one line, its label in the header
    项目资金 › 其他资金 › 执行率                  several lines, each with its label
    产出指标 › 数量指标 › 办理件数 › 得分         rows that have names
    """
    stub, _ = reading.labels.get(words.name, (None, ""))
    row_name = label_path(*(core_of(found.get(name)) for name in words.named_by))
    if line and any(line.row == cell.row for cell in found.values()):
        row_name = label_path(core_of(stub), core_of(line))
    for name, cell in found.items():
        first_path = reading.paths.get(cell)
        if first_path is None:
            label, path = reading.labels[f"{words.name}.{name}"]
            if row_name and name not in words.named_by:
                path = label_path(row_name, core_of(label))
            first_path = reading.paths[cell] = path
        reading.values[f"{words.name}.{reading.last}.{name}"] = (cell, first_path)


def _add_side(reading: BlockReading, block: str, **beside: Cell | None) -> None:
    for name, cell in beside.items():
        if cell:
            reading.labels[f"{block}.{reading.last}.{name}"] = (cell, core_of(cell))


def _beside(row: int, cells: list[Cell]) -> Cell | None:
    """Return the first of the cells that reaches into the row."""
    return next(iter(_reaching(row, cells)), None)


def _reaching(row: int, cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.row <= row < cell.row + cell.row_span]


def _row_values(rows: Rows, header: Header, row: int, named: list[Cell]) -> dict[str, Cell]:
    """
    Give each cell of the row to the column label it lies under with most grid columns.

    | 预算安排情况 | 资金到位情况 | 资金执行情况 |
    | 预算数 | 130 | 到位数 | 130 | 执行数 | 100 |      cells that name the row are no values

    A row with a name of its own has none of the values merged down from the row above.
    """
    best: dict[str, tuple[int, Cell]] = {}
    top = row if any(cell.row == row for cell in named) else header.last + 1
    for cell in rows.covering(row):
        if cell in named or cell.row < top:
            continue
        shared, name = header.nearest(rows.extent(cell))
        if shared > best.get(name, (0, cell))[0]:
            best[name] = (shared, cell)
    return {name: cell for name, (_, cell) in best.items()}


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return the width two extents have in common."""
    return min(one[1], other[1]) - max(one[0], other[0])
