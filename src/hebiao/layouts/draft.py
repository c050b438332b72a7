"""
The table of an unknown form and the known layouts in, the draft of a layout file out.

    | 项目名称 | 甲项目 | 联系人 | 王某 |      [cells]
                                                # 不认识的标签：联系人（第1行第3列）
                                                project = ["项目名称"]

Known words are taken over with their field, unknown ones listed, and what somebody filled in is
replaced by its field. A draft is a layout as it stands; what a person must still decide is said
beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, TypeAlias

from hebiao.layouts.guess import guess_layout
from hebiao.layouts.label import core_of, squeeze
from hebiao.layouts.labelling import label_cells
from hebiao.layouts.place import CellPlace
from hebiao.layouts.rows import rows_of
from hebiao.layouts.sketch import sketch
from hebiao.layouts.toml_text import toml_text
from hebiao.layouts.vocabulary import vocabulary
from hebiao.word.drawing import read_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hebiao.layouts.labelling import Labelling
    from hebiao.layouts.layout import Layout
    from hebiao.layouts.rows import Rows
    from hebiao.word import Cell, Grid

Remarks: TypeAlias = "Mapping[str, Sequence[str]]"
_LIKE_A_LABEL = re.compile(r"(?=.*[\u4e00-\u9fff])[^\d,.;。]{2,20}")
_FIELD = re.compile(r"\{([^{}]+)\}")
_BLOCKS = {"funding": "预算执行（资金）", "goals": "年度总体目标", "indicators": "绩效指标"}
_CELLS = {"project": "项目名称", "department": "主管部门", "implementing_unit": "实施单位"}
_NEEDED = ("funding", "indicators")


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a layout file, and in Chinese what a person must still see to."""

    text: str
    to_do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A cell that nobody could name: a label, with the section it would go to, or a value."""

    cell: Cell
    section: str | None


def most_like_a_form(grids: Sequence[Grid], layouts: Sequence[Layout]) -> Grid | None:
    """Return the table with most words that some layout knows, then the one with most rows."""
    known = frozenset().union(*(vocabulary(layout).every for layout in layouts))
    return max(
        grids,
        key=lambda grid: (len(known & {core_of(cell) for cell in grid.cells}), grid.rows),
        default=None,
    )


def draft_layout(grid: Grid, layouts: Sequence[Layout], name: str, source: str) -> Draft:
    """Return the draft of a layout of this name; `source` is the file it was drafted from."""
    rows = rows_of([grid])
    guessed, headers = guess_layout(rows, layouts)
    found = label_cells(rows, guessed)
    unknown = list(_unknown(rows, found, headers))
    blanked = {(u.cell.row, u.cell.column) for u in unknown if u.section is None}
    drawing = sketch(grid, found, blanked)
    layout = guessed.model_copy(
        update={
            "id": name,
            "name": name,
            "evidence": f"根据 {source} 起草",
            "drawing": drawing,
        }
    )
    text = toml_text(layout, _remarks(unknown, layout, headers))
    return Draft(text, tuple(_to_do(layout, unknown, headers)))


def _unknown(rows: Rows, found: Labelling, headers: Mapping[str, int]) -> Iterator[_Unknown]:
    """Yield what is unread, row by row; what stands to the right of a label is its value."""
    unread = {(cell.at.row, cell.at.column) for cell in found.unread}
    for row in rows.numbers:
        section, end = _section(rows, row, found, headers)
        always, before = section in {"prose", *map(_columns, headers)}, False
        for cell in rows.starting(row):
            is_unread = (row, cell.column) in unread
            may_be = is_unread and not before and cell.column < end
            is_label = may_be and (always or bool(_LIKE_A_LABEL.fullmatch(core_of(cell))))
            if is_unread:
                yield _Unknown(cell, section if is_label else None)
            before = is_label and section == "cells"


def _section(
    rows: Rows, row: int, found: Labelling, headers: Mapping[str, int]
) -> tuple[str | None, float]:
    """
    Return the section unknown labels of the row go to, and the column they end before.

    What stands alone in a row above the first label is a title, and goes to the prose.
    """
    head = next((block for block, first in headers.items() if first == row), None)
    if head:
        return _columns(head), inf
    own = {column: name for (_, at, column), name in found.fields.items() if at == row}
    blocks = {name.partition(".")[0] for name in own.values()} & headers.keys()
    if blocks:
        return ("funding.lines", min(own)) if blocks == {"funding"} else (None, inf)
    known = [*found.values.values(), *found.labels.values()]
    first = min((w.at.row for w in known if isinstance(w.at, CellPlace)), default=0)
    alone = sum(bool(cell.typed.strip()) for cell in rows.starting(row)) == 1
    return ("prose" if row < first and alone else "cells"), inf


def _columns(block: str) -> str:
    return f"{block}.columns"


def _remarks(unknown: Sequence[_Unknown], layout: Layout, headers: Mapping[str, int]) -> Remarks:
    """Return the remarks of each section; what is not there cannot be remarked upon."""
    remarks: defaultdict[str, list[str]] = defaultdict(list)
    for one in unknown:
        if one.section:
            section = one.section
            if section == "funding.lines" and layout.funding and not layout.funding.lines:
                section = "funding"
            remarks[section].append(f"不认识的标签：{_named(one.cell)}")
    if "indicators" not in headers:
        remarks["indicators"].append("没有找到绩效指标的列名，这一节照抄最相近的表式，请按表改")
    return remarks


def _named(cell: Cell) -> str:
    core = core_of(cell) or squeeze(cell.typed)
    return f"{core}（第{cell.row}行第{cell.column}列）"


def _to_do(
    layout: Layout, unknown: Sequence[_Unknown], headers: Mapping[str, int]
) -> Iterator[str]:
    yield "name 改成表式的名称，evidence 写明依据哪里公开的哪一年的表"
    for block in _NEEDED:
        if block not in headers:
            yield f"没有找到{_BLOCKS[block]}这一块：请把表上的列名写进 [{block}.columns]"
    for field, label in _CELLS.items():
        if field not in layout.cells:
            yield f"没有找到{label}：请把表上的叫法写进 [cells] 的 {field}"
    labels = [_named(one.cell) for one in unknown if one.section]
    if labels:
        yield (
            f"有 {len(labels)} 个标签不认识，草稿里用“# 不认识的标签”注明，"
            f"认得的请写进那一节：{'、'.join(labels)}"
        )
    if missing := _lost(layout):
        yield f"示意图 drawing 读回来少了 {'、'.join(missing)}，请照表核对"


def _lost(layout: Layout) -> list[str]:
    """Return the fields of the drawing that its own labels do not find in it."""
    drawn = read_drawing(layout.drawing)
    wanted = {name.replace(".n.", ".1.") for c in drawn.cells for name in _FIELD.findall(c.text)}
    found = label_cells(rows_of([drawn]), layout)
    return sorted(
        name for name in wanted if name not in {*found.values, *found.front, "title.year"}
    )
