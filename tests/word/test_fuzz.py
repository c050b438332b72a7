"""Files nobody would write: whatever they hold, they are read or refused, and never mislead."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from bench.fuzz import FIXTURES, TEXTS, VALUES, failure, mutant
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.word.grids import grids
from tests.word.test_law import has_a_cell_in_each_row, without_holes
from tests.word.test_law import table as plain_table
from tests.word.wordml import CONTINUE, RESTART, docx, only_grid, p, sdt, span, tbl, tc, tr

from hebiao.check import check
from hebiao.errors import UnreadableFile
from hebiao.word import Grid, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable

TAGS = (
    *("tbl", "tr", "tc", "p", "r", "sdt", "sdtContent", "customXml", "ins", "del", "moveFrom"),
    *("hyperlink", "smartTag", "tcPr", "trPr", "pPr", "rPr", "gridSpan", "vMerge", "hMerge"),
    *("gridBefore", "gridAfter", "hidden", "vanish", "cellDel", "cellMerge", "fldChar", "br"),
    *("tab", "sym", "ruby", "rubyBase", "drawing", "txbxContent", "altChunk", "numPr", "tblGrid"),
)
ATTRIBUTES = ("val", "fldCharType", "vMerge", "char", "font", "w")
PROPERTIES = (
    *("", RESTART, CONTINUE) * 4,
    *(span(2), span(2) + RESTART, span(2) + CONTINUE, span(1024), span("-1"), span(2**31)),
    *('<w:hMerge w:val="restart"/>', "<w:hMerge/>", "<w:cellDel/>"),
    *('<w:cellMerge w:vMerge="rest"/>', '<w:cellMerge w:vMerge="cont"/>'),
)
ROW_PROPERTIES = (
    *("",) * 12,
    *("<w:hidden/>", "<w:del/>", '<w:gridBefore w:val="1"/>'),
    *('<w:gridBefore w:val="-1"/>', '<w:gridBefore w:val="900"/>', '<w:gridAfter w:val="1"/>'),
)
SMALL = [path for path in FIXTURES if path.name.startswith(("sample", "boxes"))]
WRAPPERS = {
    "tc": ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"),
    "tr": ("<w:ins>{}</w:ins>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"),
    "p": ("<w:customXml>{}</w:customXml>", "<w:moveTo>{}</w:moveTo>"),
}

attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=2).map(
    lambda values: "".join(f" w:{name}={quoteattr(value)}" for name, value in values.items())
)


def element(tags: Iterable[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element with one of these tags, any attributes, and some of these inside."""
    return st.tuples(st.sampled_from(list(tags)), attributes, st.lists(inner, max_size=4)).map(
        lambda drawn: f"<w:{drawn[0]}{drawn[1]}>{''.join(drawn[2])}</w:{drawn[0]}>"
    )


def table(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A table with any of the things that change the place of a cell."""
    cell = st.builds(
        lambda content, merges: tc(content, properties=merges), inner, st.sampled_from(PROPERTIES)
    )
    odd = cell.map(sdt) | element(TAGS, cell)
    cells = st.lists(cell | cell | cell | odd, min_size=1, max_size=3)
    row = st.builds(
        lambda cells, marks: tr(*cells, properties=marks), cells, st.sampled_from(ROW_PROPERTIES)
    )
    return st.lists(row, min_size=2, max_size=4).map(lambda rows: tbl(*rows, columns=3))


leaves = st.sampled_from(TEXTS[:-4]).map(p)
plain = table(leaves)
trees = st.recursive(leaves, lambda inner: table(inner) | element(TAGS, inner), max_leaves=12)


def all_grids(grids_: tuple[Grid, ...]) -> list[Grid]:
    return [each for grid in grids_ for each in (grid, *all_grids(grid.nested))]


@given(plain | plain | plain | table(trees))
def test_no_two_cells_cover_a_position_and_none_lies_outside(body: str) -> None:
    document = read_document(docx(body))

    for grid in all_grids(
        (*document.grids, *(g for story in document.others for g in story.grids))
    ):
        covered = Counter(
            position
            for cell in grid.cells
            for position in product(
                range(cell.row, cell.row + cell.row_span),
                range(cell.column, cell.column + cell.column_span),
            )
        )
        assert covered.keys() <= set(product(range(1, grid.rows + 1), range(1, grid.columns + 1)))
        assert {1} >= set(covered.values())
        assert all(cell is grid.at(cell.row, cell.column) for cell in grid.cells)


@given(grids().filter(has_a_cell_in_each_row), st.data())
def test_what_is_wrapped_around_some_rows_cells_and_paragraphs_changes_nothing(
    grid: Grid, data: st.DataObject
) -> None:
    written = plain_table(grid, wrapped=False)
    for tag, wrappers in WRAPPERS.items():
        pieces = written.split(f"</w:{tag}>")
        for number in range(len(pieces) - 1):
            if data.draw(st.booleans()):
                around, inside = pieces[number].rsplit(f"<w:{tag}>", 1)
                before, after = data.draw(st.sampled_from(wrappers)).split("{}")
                pieces[number] = f"{around}{before}<w:{tag}>{inside}"
                pieces[number + 1] = after + pieces[number + 1]
        written = f"</w:{tag}>".join(pieces)

    assert without_holes(grid) == only_grid(written)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_broken_file_is_checked_or_refused_and_no_rule_fails(seed: int) -> None:
    troubles = [failure(check(mutant(seed, run, SMALL))) for run in range(125)]

    assert [""] * 125 == troubles


@settings(max_examples=50)
@given(st.binary(max_size=300))
def test_bytes_that_are_no_file_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_document(data)
