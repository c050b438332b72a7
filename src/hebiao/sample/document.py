"""A form's texts and its layout in, a Word file as a department would submit it out."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.shared import Twips
from lxml import etree

from hebiao.sample.content import content_of
from hebiao.sample.plan import fields, fill, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.oxml.document import CT_Body
    from lxml.etree import _Element

    from hebiao.layouts import Layout
    from hebiao.records import SelfEvaluation
    from hebiao.sample.content import Content
    from hebiao.word import Cell, Grid

_MAIN = "word/document.xml"
_WIDTH = 9000
"""The width of a table in twentieths of a point, about that of an A4 page."""


def write(form: SelfEvaluation, layout: Layout) -> bytes:
    """Return the Word file of a record: read again, it is the same record."""
    return write_forms([content_of(form)], layout)


def write_forms(contents: Iterable[Content], layout: Layout) -> bytes:
    """Return a Word file with one form after the other, each with the prose before it."""
    word = parse_xml(_empty()[_MAIN])
    body = cast("CT_Body", word.find(qn("w:body")))
    for content in contents:
        for paragraph in layout.prose.paragraphs:
            if any(field in content for field in fields(paragraph)):
                body.insert(-1, _paragraph(fill(paragraph, content)))
        _add_table(body, plan(layout, content))
        body.insert(-1, _paragraph(""))
    xml = etree.tostring(word, encoding="UTF-8", standalone=True)
    return _packed({**_empty(), _MAIN: xml})


@cache
def _empty() -> Mapping[str, bytes]:
    """Return the parts of a Word file without text; python-docx takes its time to make one."""
    word = Document()
    normal = word.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    file = BytesIO()
    word.save(file)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the file; it has the date zero, so that the same form gives the same file."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED, compresslevel=1)
    return file.getvalue()


def _add_table(body: CT_Body, grid: Grid) -> None:
    """
    Append the grid as a w:tbl before the w:sectPr, merged as Word merges.

    <w:tr>
      <w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p>…</w:p></w:tc>
    </w:tr>
    <w:tr>
      <w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc>
    """
    table = CT_Tbl.new_tbl(0, grid.columns, Twips(_WIDTH))
    table.tblStyle_val = "TableGrid"
    unit = _WIDTH / sum(grid.widths)
    widths = [round(unit * width) for width in grid.widths]
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Twips(width)
    for row in range(1, grid.rows + 1):
        tr = _element("w:tr")
        covering = (grid.at(row, column) for column in range(1, grid.columns + 1))
        for cell in dict.fromkeys(cell for cell in covering if cell):
            tr.append(_tc(cell, row, widths))
        table.append(tr)
    body.insert(-1, table)


def _tc(cell: Cell, row: int, widths: list[int]) -> _Element:
    tc, properties = _element("w:tc"), _element("w:tcPr")
    width = sum(widths[cell.column - 1 : cell.column - 1 + cell.column_span])
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if cell.column_span > 1:
        properties.append(_element("w:gridSpan", val=str(cell.column_span)))
    if cell.row_span > 1:
        properties.append(_element("w:vMerge", val="restart" if row == cell.row else "continue"))
    tc.append(properties)
    for line in (cell.text if row == cell.row else "").split("\n"):
        tc.append(_paragraph(line))
    return tc


def _paragraph(text: str) -> _Element:
    p = _element("w:p")
    if text:
        r = _element("w:r")
        r.text = text
        p.append(r)
    return p


def _element(tag: str, **attributes: str) -> _Element:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
