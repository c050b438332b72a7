"""A layout in, its labels as look-up tables out: which word stands for which field."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """
    The labels of a layout by their core.

    `every` is all of them together, `printed` the first spelling of each, and `meanings` says
    what each stands for: 执行数 for the column funding.executed. `sections` have no value.
    """

    cells: dict[str, str]
    blocks: tuple[BlockWords, ...]
    sections: frozenset[str]
    every: frozenset[str]
    printed: frozenset[str]
    meanings: dict[str, frozenset[str]]


@lru_cache(maxsize=64)
def vocabulary(layout: Layout) -> Vocabulary:
    """Return the look-up tables of a layout."""
    cells = _by_core(layout.cells)
    blocks = tuple(_block_words(name, block) for name, block in layout.blocks.items())
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    printed = set[str]()
    for meaning, variants in _labels(layout):
        for core in _by_core({meaning: variants}):
            meanings[core].add(meaning)
        printed |= _by_core({meaning: variants[:1]}).keys()
    frozen = {core: frozenset(own) for core, own in meanings.items()}
    sections = frozenset(_by_core({"sections": layout.sections}))
    return Vocabulary(cells, blocks, sections, frozenset(frozen), frozenset(printed), frozen)


def _labels(layout: Layout) -> Iterator[tuple[str, Variants]]:
    """Yield the spellings of every label with what it stands for."""
    yield from layout.cells.items()
    yield "sections", layout.sections
    for name, block in layout.blocks.items():
        yield from ((f"{name}.{column}", words) for column, words in block.columns.items())
        yield from ((f"{name}.line.{line}", words) for line, words in block.lines.items())
        yield from ((name, block.stub), (f"{name}.foot", block.foot.labels))


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
