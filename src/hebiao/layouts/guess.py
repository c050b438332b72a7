"""
The rows of an unknown form and the known layouts in, the layout the form seems to have out.

    | 项目名称 | …  |                       a word that a layout knows means what it means there
    | 资金使用 | 预算数 | 执行数 | 得分 |     the row with most column labels is a block's header
    |          | 100    | 90     | 9    |     what is merged down beside it is the block's name

Where layouts differ over a word, the one that has most words in common with the form decides.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from hebiao.layouts.label import core_of, read_label, unnumbered
from hebiao.layouts.labelling import label_cells
from hebiao.layouts.layout import Block, Foot, Prose
from hebiao.layouts.place import CellPlace
from hebiao.layouts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hebiao.layouts.labelling import Labelling
    from hebiao.layouts.layout import Layout, Variants
    from hebiao.layouts.rows import Rows


BLOCKS = ("funding", "goals", "indicators")
_FEWEST_COLUMNS = 2
_MANDATORY = ("project", "department", "implementing_unit")
_STUB = "[stub]"
_PRINTED = {"paragraphs"}
"""What prose says is often the same from form to form; how it is printed is not."""


def nearest_first(cores: set[str], layouts: Sequence[Layout]) -> list[Layout]:
    """Return the layouts, the one with most of these words first, the fallbacks last."""
    return sorted(
        layouts, key=lambda layout: (layout.fallback, -len(cores & vocabulary(layout).every))
    )


def guess_layout(rows: Rows, layouts: Sequence[Layout]) -> tuple[Layout, dict[str, int]]:
    """Return the layout with the form's own labels, and the header row of each block in it."""
    near = nearest_first({core for _, core in rows.cores}, layouts)
    pooled = {name: _pooled_block(near, name) for name in BLOCKS}
    headers = _headers(rows, pooled)
    blocks = {name: _settled(rows, pooled[name], row) for name, row in headers.items()}
    everything = _made(near[0], _pooled(layout.cells for layout in near), blocks)
    found = label_cells(rows, everything)
    named = {name: _printed_block(rows, found, name, headers[name]) for name in headers}
    return _made(near[0], _printed_cells(rows, found), named), headers


def _made(base: Layout, cells: dict[str, Variants], blocks: Mapping[str, Block]) -> Layout:
    """Return a layout with these labels; what else it says is as in the nearest one."""
    indicators = blocks.get("indicators", base.indicators)
    funding = blocks.get("funding")
    columns = funding.columns if funding else {}
    known = [base.denominator, "budget", "initial_budget"]
    return base.model_copy(
        update={
            "requires": tuple(name for name in ("project", *BLOCKS) if name in {*cells, *blocks}),
            "mandatory": tuple(name for name in _MANDATORY if name in cells),
            "cells": cells,
            "funding": funding,
            "goals": blocks.get("goals"),
            "indicators": indicators,
            "denominator": next((name for name in known if name in columns), base.denominator),
            "prose": Prose(**base.prose.model_dump(exclude=_PRINTED, exclude_unset=True)),
            **({"fallback": False} if base.fallback else {}),
        }
    )


def _pooled(parts: Iterable[Mapping[str, Variants]]) -> dict[str, Variants]:
    """Return the words of all parts, each under the field the first part gives it."""
    fields: dict[str, str] = {}
    for field, words in chain.from_iterable(part.items() for part in parts):
        for label in filter(None, map(read_label, words)):
            fields.setdefault(label.core, field)
    return _by_field(fields)


def _by_field(fields: Mapping[str, str]) -> dict[str, Variants]:
    """Turn round: 项目名称 → project becomes project → [项目名称]."""
    names = dict.fromkeys(fields.values())
    return {name: tuple(word for word in fields if fields[word] == name) for name in names}


def _pooled_block(layouts: Sequence[Layout], name: str) -> Block:
    """
    Return the block with the words of all layouts; its foot is that of the nearest one.

    A word is a column label or the name of the block, as the nearest layout has it.
    """
    blocks = [layout.blocks[name] for layout in layouts if name in layout.blocks]
    columns = _pooled({**block.columns, _STUB: block.stub} for block in blocks)
    feet = [block.foot for block in blocks if block.foot.labels]
    return Block(
        stub=columns.pop(_STUB, ()),
        columns=columns,
        requires=blocks[0].requires if blocks else (),
        named_by=_joined(block.named_by for block in blocks),
        lines=_pooled(block.lines for block in blocks),
        foot=Foot(labels=_joined(foot.labels for foot in feet), fields=feet[0].fields)
        if feet
        else Foot(),
    )


def _joined(words: Iterable[Iterable[str]]) -> Variants:
    return tuple(dict.fromkeys(chain.from_iterable(words)))


def _headers(rows: Rows, blocks: Mapping[str, Block]) -> dict[str, int]:
    """Return the row with most column labels of each block; a row is the header of one only."""
    best: dict[str, tuple[int, int]] = {}
    for row in rows.numbers:
        counts = {name: len(_columns(rows, block, row)) for name, block in blocks.items()}
        name = max(counts, key=lambda name: counts[name])
        if counts[name] >= max(_FEWEST_COLUMNS, best.get(name, (0, 0))[0] + 1):
            best[name] = (counts[name], row)
    return {name: row for name, (_, row) in sorted(best.items(), key=lambda item: item[1][1])}


def _columns(rows: Rows, block: Block, row: int) -> list[str]:
    """Return the columns of the block that have their label in the row."""
    cores = {core_of(cell) for cell in rows.starting(row)}
    return [name for name, words in block.columns.items() if not cores.isdisjoint(words)]


def _settled(rows: Rows, block: Block, row: int) -> Block:
    """
    Return the block with what is ambiguous about its columns settled by its header row.

    A word that also names single rows is a column label only here. Of two labels of one column
    the one merged down over fewer rows is meant; the other is the name of the block. A header
    needs what headers of known forms need, as far as this one has it.
    """
    cells = sorted(rows.starting(row), key=lambda cell: cell.row_span)
    order = [core_of(cell) for cell in cells]
    lines = {word for words in block.lines.values() for word in words}
    columns = {
        field: tuple(w for w in words if w not in {*order, *lines})
        + tuple(core for core in order if core in words)[:1]
        for field, words in block.columns.items()
    }
    here = _columns(rows, block, row)
    usual = tuple(name for name in block.requires if name in here)
    requires = usual if len(usual) >= _FEWEST_COLUMNS else tuple(here)
    return block.model_copy(update={"columns": columns, "requires": requires})


def _printed_cells(rows: Rows, found: Labelling) -> dict[str, Variants]:
    words = vocabulary(found.layout).cells
    here = {core: words[core] for _, core in rows.cores if words.get(core) in found.labels}
    return _by_field(here)


def _printed_block(rows: Rows, found: Labelling, name: str, header: int) -> Block:
    """Return the block with those of its words that the form prints."""
    block = found.layout.blocks[name]
    here = {core_of(cell) for cell in rows.starting(header)}
    columns = {
        field: _joined([(w for w in words if w in here), _cores(found, f"{name}.{field}")])
        for field, words in block.columns.items()
        if f"{name}.{field}" in found.labels
    }
    lines = _cores(found, rf"{name}\.\d+\.line(\..*)?")
    stub = _cores(found, rf"{name}(\.\d+\.goal)?")
    foot = _cores(found, rf"{name}\.foot")
    parts: dict[str, object] = {
        "stub": tuple(dict.fromkeys(map(unnumbered, stub))) or _beside(rows, found, name, header),
        "named_by": tuple(level for level in block.named_by if level in columns),
        "requires": block.requires,
        "columns": columns,
        "lines": _by_field(
            {core: field for field, own in block.lines.items() for core in lines if core in own}
        ),
        "foot": foot and Foot(labels=foot, fields=_foot_fields(block, columns)),
    }
    return Block.model_validate({key: part for key, part in parts.items() if part})


def _foot_fields(block: Block, columns: Mapping[str, Variants]) -> dict[str, str]:
    return {field: column for field, column in block.foot.fields.items() if column in columns}


def _cores(found: Labelling, names: str) -> Variants:
    """Return the words of the labels with such names: 年度资金总额 of funding.1.line."""
    texts = [written.text for name, written in found.labels.items() if re.fullmatch(names, name)]
    labels = filter(None, map(read_label, texts))
    return tuple(dict.fromkeys(label.core for label in labels))


def _beside(rows: Rows, found: Labelling, name: str, header: int) -> Variants:
    """Return the unknown words merged down the left side of a block: they are its name."""
    ats = [w.at for label, w in found.labels.items() if label.startswith(f"{name}.")]
    left = min((at.column for at in ats if isinstance(at, CellPlace)), default=1)
    unread = {(cell.at.row, cell.at.column) for cell in found.unread}
    names = (
        core_of(cell)
        for cell in rows.covering(header)
        if cell.column < left and cell.row_span > 1 and (cell.row, cell.column) in unread
    )
    return tuple(unnumbered(core) for core in names if core)[:1]
