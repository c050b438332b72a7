"""Every label of every layout is known, however it is typed: all at once, or one with a slip."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.layouts.filled import said

from hebiao.layouts import Layout, find_forms, known_layouts
from hebiao.layouts.label import read_label, unnumbered
from hebiao.layouts.vocabulary import vocabulary
from hebiao.records import SelfEvaluation, build
from hebiao.sample.plan import fields, plan
from hebiao.word import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from hebiao.sample import Content
    from hebiao.word import Cell, Grid

FULL_WIDTH = {ord("(") + n: chr(0xFF08 + n) for n in (0, 1)} | {ord(":"): "："}
SLIP = "豫"
"""A character that stands in no label."""

SHORTEST = 4
"""Of a shorter label too little is left where one character is wrong."""

SPELLINGS: dict[str, Callable[[str], str]] = {
    "spaces inside": " ".join,
    "wide spaces inside": "\u3000".join,
    "a line break inside": lambda label: f"{label[:2]}\n{label[2:]}",
    "unseen characters": "\u200b".join,
    "half width": lambda label: unicodedata.normalize("NFKC", label),
    "full width": lambda label: label.translate(FULL_WIDTH),
    "other brackets": lambda label: label.replace("（", "【").replace("）", "】"),
    "a number": lambda label: f"1.{label}",
    "a number and a comma": lambda label: f"12、{label}",
    "a Chinese number": lambda label: f"一、{label}",
    "a Chinese number in brackets": lambda label: f"（一）{label}",
    "a number in a circle": lambda label: f"①{label}",
    "a star": lambda label: f"★{label}",
    "a star behind": lambda label: f"{label}*",
    "a weight in brackets": lambda label: f"{label}（10分）",
    "a colon behind": lambda label: f"{label}：",
    "a colon in half width behind": lambda label: f"{label}:",
}


def content_of(layout: Layout) -> Content:
    """A figure of its own in every field that is drawn."""
    names = fields(layout.drawing)
    texts = {name.replace(".n.", ".1."): f"{n}" for n, name in enumerate(names, start=11)}
    return texts | ({"title.year": "2023"} if "title.year" in names else {})


def is_label(cell: Cell, layout: Layout) -> bool:
    label = read_label(cell.text)
    return label is not None and unnumbered(label.core) in vocabulary(layout).every


def typed(grid: Grid, layout: Layout, spell: Callable[[str], str], only: Cell | None) -> Grid:
    """Return the table with its labels, or only one of them, typed in another way."""
    chosen = {cell for cell in grid.cells if is_label(cell, layout) and only in (None, cell)}
    words = [(cell, spell(cell.text) if cell in chosen else cell.text) for cell in grid.cells]
    return replace(grid, cells=tuple(c._replace(text=text, typed=text) for c, text in words))


def read(grid: Grid) -> SelfEvaluation:
    (form,) = [build(found) for found in find_forms(Document((grid,)), known_layouts())]
    return form


def labels_in(layout: Layout) -> list[Cell]:
    return [c for c in plan(layout, content_of(layout)).cells if is_label(c, layout)]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("layout", known_layouts(), ids=lambda layout: layout.id)
def test_a_form_is_read_the_same_where_all_its_labels_are_typed_in_another_way(
    layout: Layout, spelling: str
):
    grid = plan(layout, content_of(layout))

    form = read(typed(grid, layout, SPELLINGS[spelling], None))

    assert (layout.id, ()) == (form.layout, form.unread)
    assert said(read(grid)) == said(form)


@pytest.mark.parametrize("layout", known_layouts(), ids=lambda layout: layout.id)
def test_a_form_is_read_the_same_where_one_label_has_a_wrong_character(layout: Layout):
    grid = plan(layout, content_of(layout))
    expected = said(read(grid))

    lost = [
        wrong
        for cell in labels_in(layout)
        for wrong in slips(cell.text)
        if not may_be_anything(cell, layout)
        and said(read(typed(grid, layout, lambda _, wrong=wrong: wrong, cell))) != expected
    ]

    assert [] == lost


def slips(label: str) -> list[str]:
    """The label with each of its characters wrong in turn; none of a label that is too short."""
    places = [n for n in range(len(label)) if "\u4e00" <= label[n] <= "\u9fff"]
    wrong = [f"{label[:n]}{SLIP}{label[n + 1 :]}" for n in places]
    own = read_label(label)
    core = own.core if own else ""
    changed = [text for text in wrong if (other := read_label(text)) and other.core != core]
    return changed if len(core) >= SHORTEST else []


def may_be_anything(cell: Cell, layout: Layout) -> bool:
    """Below a label for sources of money any words are a source."""
    label = read_label(cell.text)
    funding = layout.funding
    if label is None or funding is None or "source" not in funding.columns:
        return False
    return label.core in vocabulary(layout).blocks[0].lines
