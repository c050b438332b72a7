"""Builds small Word files for tests: `docx(body)` packs what the other functions write."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hebiao.word import Grid, read_document

if TYPE_CHECKING:
    from collections.abc import Mapping

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": TRANSITIONAL,
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def part(tag: str, content: str) -> str:
    """A part of the package whose root is w:TAG."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {names}>{content}</w:{tag}>'


def document(body: str) -> str:
    return part("document", f"<w:body>{body}</w:body>")


def relationships(**targets: str) -> str:
    """`relationships(styles="styles.xml")`; the id of each is its kind."""
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def content_types(main: str = "word/document.xml", kind: str = DOCUMENT_TYPE) -> str:
    return (
        f'<Types xmlns="{CONTENT_TYPES}">'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of exactly these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, **related: str) -> bytes:
    """
    A Word file with this body.

    Args:
        body: what stands in w:body.
        parts: more parts, by name.
        related: relationships of the main part to them: `styles="styles.xml"`.
    """
    return package(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relationships(officeDocument="word/document.xml"),
            "word/document.xml": document(body),
            "word/_rels/document.xml.rels": relationships(**related),
            **(parts or {}),
        }
    )


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def text(written: str, properties: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{escape(written)}</w:t>', properties)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is no mark-up becomes one."""
    content = "".join(each if each.startswith("<") else text(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of blocks; what is no mark-up becomes a paragraph."""
    content = "".join(each if each.startswith("<") else p(each) for each in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or p()}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells; what is no mark-up becomes one."""
    content = "".join(each if each.startswith("<") else tc(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def tbl(*rows: str, columns: int) -> str:
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(columns: int | str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def only_grid(body: str, parts: Mapping[str, str | bytes] | None = None, **related: str) -> Grid:
    """Read a body with one table."""
    (grid,) = read_document(docx(body, parts, **related)).grids
    return grid


def only_text(*content: str, parts: Mapping[str, str | bytes] | None = None, **related: str) -> str:
    """Read the text of one cell with these blocks in it."""
    (cell,) = only_grid(tbl(tr(tc(*content)), columns=1), parts, **related).cells
    return cell.text


def shape(grid: Grid) -> Grid:
    """What a drawing can show of a grid: no mends, no nested tables."""
    return Grid(grid.table, grid.rows, grid.columns, grid.cells)
