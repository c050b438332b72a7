"""A place means in the source what it means to the reader."""

from pathlib import Path

import pytest
from tests.word.wordml import docx, p, tbl, tc, tr

from hebiao.word import Grid, read_document
from hebiao.word.package import open_package
from hebiao.word.source import read_source

FIXTURES = Path(__file__).parents[2] / "fixtures"
each_fixture = pytest.mark.parametrize(
    "file", sorted(FIXTURES.glob("*.docx")), ids=lambda file: file.stem
)


@each_fixture
def test_each_cell_and_paragraph_is_found_and_read_as_before(file: Path):
    data = file.read_bytes()
    document, source = read_document(data), read_source(open_package(data))
    paragraphs = [block for block in document.blocks if not isinstance(block, Grid)]
    cells = [(grid.table, cell) for grid in document.grids for cell in grid.cells]

    assert {grid.table: grid for grid in document.grids} == source.grids
    assert {paragraph.number for paragraph in paragraphs} == set(source.paragraphs)
    assert {(table, cell.row, cell.column) for table, cell in cells} == set(source.cells)


def without_boxes(text: str) -> str:
    """A text without what the form fields in it show, and without the ends of lines."""
    return text.translate(dict.fromkeys(map(ord, "☐☒\n")))


@each_fixture
def test_what_is_shown_is_the_text_of_the_cell(file: Path):
    source = read_source(open_package(file.read_bytes()))
    for (table, row, column), spot in source.cells.items():
        cell = source.grids[table].at(row, column)
        elements = [each for block in spot.blocks for p in block for each in p.iter()]
        shown = "".join(source.shown.get(each, "") for each in elements)
        assert cell is not None
        assert without_boxes(cell.text) == without_boxes(shown)


def test_a_position_that_a_merged_cell_covers_leads_to_it():
    data = docx(tbl(tr(tc("甲", properties='<w:gridSpan w:val="2"/>')), columns=2) + p())
    source = read_source(open_package(data))

    assert source.cell(1, 1, 1) is source.cell(1, 1, 2)


def test_a_position_outside_leads_nowhere():
    source = read_source(open_package(docx(tbl(tr("甲"), columns=1) + p())))

    assert [None, None] == [source.cell(1, 2, 1), source.cell(2, 1, 1)]
