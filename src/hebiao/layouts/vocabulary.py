"""A layout in, its labels as look-up tables out: which word stands for which field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import read_label

if TYPE_CHECKING:
    from hebiao.layouts.layout import Block, Layout, Variants


@dataclass(frozen=True)
class BlockWords:
    """The labels of one block by their core."""

    name: str
    columns: dict[str, str]
    lines: dict[str, str]
    stub: frozenset[str]
    requires: frozenset[str]
    named_by: tuple[str, ...]
    foot: frozenset[str]
    foot_fields: dict[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """The labels of a layout by their core; `every` is all of them together."""

    cells: dict[str, str]
    blocks: tuple[BlockWords, ...]
    every: frozenset[str]


@lru_cache(maxsize=64)
def vocabulary(layout: Layout) -> Vocabulary:
    """Return the look-up tables of a layout."""
    cells = _by_core(layout.cells)
    blocks = tuple(_block_words(name, block) for name, block in layout.blocks.items())
    every = frozenset(cells).union(*((*b.columns, *b.lines, *b.stub, *b.foot) for b in blocks))
    return Vocabulary(cells, blocks, every)


def _block_words(name: str, block: Block) -> BlockWords:
    return BlockWords(
        name,
        _by_core(block.columns),
        _by_core(block.lines),
        frozenset(_by_core({name: block.stub})),
        frozenset(block.requires),
        block.named_by,
        frozenset(_by_core({name: block.foot.labels})),
        block.foot.fields,
    )


def _by_core(fields: dict[str, Variants]) -> dict[str, str]:
    return {
        label.core: field
        for field, variants in fields.items()
        for variant in variants
        if (label := read_label(variant))
    }
