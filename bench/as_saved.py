"""
The tables of some forms in, a Word file as an office program saves it out.

    <w:p w:rsidR="00A4517C" w:rsidRDefault="00A4517C">
      <w:pPr><w:spacing …/><w:jc w:val="center"/><w:rPr> … </w:rPr></w:pPr>
      <w:r w:rsidRPr="003B2E11"><w:rPr><w:rFonts …/><w:kern …/><w:sz …/> … </w:rPr>
        <w:t>预算执</w:t></w:r>
      <w:proofErr …/>
      <w:r> … <w:t>行情况</w:t></w:r>
    </w:p>

The sample writer says only what the form says, about 150 bytes a cell. Word and WPS say how it
looks, in every paragraph and every run, part runs where somebody typed on another day, and leave
bookmarks and page breaks behind: 400 to 1,000 bytes a cell. The text is the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hebiao.layouts import known_layouts
from hebiao.sample import write_forms

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from hebiao.word import Cell, Grid

_WIDTH = 9000
_DOCUMENT = "word/document.xml"
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' mc:Ignorable="w14"><w:body>'
)
_CLOSING = (
    '<w:sectPr w:rsidR="00A4517C"><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851"'
    ' w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    "</w:body></w:document>"
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1"'
    ' w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
)
_BORDERS = (
    '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
    '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
)
_LOOKS = ("宋体", "仿宋", "仿宋_GB2312")
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>'
_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Heading1")
_USUAL = re.compile(
    r"\[Cont|_rels/|docProps/.*xml|word/(?:_rels/|styles\.|settings|fontTable|theme)"
)


def saved(forms: Sequence[tuple[Sequence[str], Grid]], chance: random.Random) -> bytes:
    """Return the Word file: of each form the paragraphs before its table, and the table."""
    office = _office(chance)
    body = [_OPENING]
    for paragraphs, grid in forms:
        body += (office.paragraph(text, "left") for text in paragraphs)
        body += office.table(grid)
        body.append(office.paragraph("", "left"))
    body.append(_CLOSING)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _other_parts():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        document = zipfile.ZipInfo(_DOCUMENT)
        archive.writestr(document, "".join(body).encode(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


@dataclass(frozen=True)
class _Office:
    """How one office sets its forms: what stands in each paragraph, run, cell and row."""

    chance: random.Random
    rsids: tuple[str, ...]
    spacing: str
    mark: str
    look: str
    cell: str
    row: str
    bookmarks: Iterator[int]

    def table(self, grid: Grid) -> Iterator[str]:
        unit = _WIDTH / sum(grid.widths)
        widths = [round(unit * width) for width in grid.widths]
        yield _TABLE
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield f"<w:tblGrid>{columns}</w:tblGrid>"
        for row in range(1, grid.rows + 1):
            yield f'<w:tr w:rsidR="{self._rsid()}" w:rsidTr="{self.rsids[0]}">{self.row}'
            covering = (grid.at(row, column) for column in range(1, grid.columns + 1))
            for cell in dict.fromkeys(filter(None, covering)):
                yield self._tc(cell, row, widths)
            yield "</w:tr>"
        yield "</w:tbl>"

    def _tc(self, cell: Cell, row: int, widths: list[int]) -> str:
        width = sum(widths[cell.column - 1 : cell.column - 1 + cell.column_span])
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        merge = ""
        if cell.row_span > 1:
            merge = '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
        lines = (cell.text if row == cell.row else "").split("\n")
        paragraphs = "".join(self.paragraph(line, "center") for line in lines)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{self.cell}'
            f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
        )

    def paragraph(self, text: str, jc: str) -> str:
        rsid = self._rsid()
        p_pr = f'<w:pPr>{self.spacing}<w:jc w:val="{jc}"/>{self.mark}</w:pPr>'
        runs = "".join(self._runs(text)) if text else ""
        return f'<w:p w:rsidR="{rsid}" w:rsidRDefault="{rsid}">{p_pr}{runs}</w:p>'

    def _runs(self, text: str) -> Iterator[str]:
        """Yield the runs of a line: one, or two where somebody went on with it another day."""
        chance = self.chance.random()
        if chance < 0.02:
            yield f"<w:r>{self.look}<w:lastRenderedPageBreak/></w:r>"
        elif chance < 0.04:
            number = next(self.bookmarks)
            yield f'<w:bookmarkStart w:id="{number}" w:name="_GoBack{number}"/>'
            yield f'<w:bookmarkEnd w:id="{number}"/>'
        if chance < 0.8 or len(text) < 2:
            yield self._run(text)
            return
        at = self.chance.randrange(1, len(text))
        yield self._run(text[:at])
        if chance > 0.9:
            yield '<w:proofErr w:type="gramStart"/>'
        yield self._run(text[at:])
        if chance > 0.9:
            yield '<w:proofErr w:type="gramEnd"/>'

    def _run(self, text: str) -> str:
        space = ' xml:space="preserve"' if text != text.strip() else ""
        words = f"<w:t{space}>{escape(text)}</w:t>"
        return f'<w:r w:rsidRPr="{self._rsid()}">{self.look}{words}</w:r>'

    def _rsid(self) -> str:
        return self.chance.choice(self.rsids)


def _office(chance: random.Random) -> _Office:
    """Return an office with Word, with WPS, or with WPS and forms that say little."""
    font, points = chance.choice(_LOOKS), chance.choice((18, 21, 24))
    fonts = f'w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"'
    size = f'<w:sz w:val="{points}"/><w:szCs w:val="{points}"/>'
    program, spacing, mark = chance.choice(("word", "wps", "lean")), "", ""
    if program == "word":
        marks = f'<w:rFonts {fonts} w:cs="{font}"/><w:color w:val="000000"/><w:kern w:val="0"/>'
        spacing = '<w:widowControl/><w:spacing w:line="240" w:lineRule="exact"/>'
        mark = look = f"<w:rPr>{marks}{size}</w:rPr>"
    elif program == "wps":
        mark = f"<w:rPr>{size}</w:rPr>"
        look = f'<w:rPr><w:rFonts w:hint="eastAsia" {fonts}/>{size}{_LANGUAGE}</w:rPr>'
    else:
        look = f'<w:rPr><w:rFonts w:hint="eastAsia" {fonts}/>{size}</w:rPr>'
    height = chance.randrange(300, 500)
    return _Office(
        chance=chance,
        rsids=tuple(f"00{chance.randrange(16**6):06X}" for _ in range(6)),
        spacing=spacing,
        mark=mark,
        look=look,
        cell=_BORDERS if chance.random() < 0.2 else "",
        row=f'<w:trPr><w:trHeight w:val="{height}"/><w:jc w:val="center"/></w:trPr>',
        bookmarks=count(),
    )


@lru_cache(maxsize=1)
def _other_parts() -> tuple[tuple[str, bytes], ...]:
    """Return what stands beside the document, with the styles a form uses and no others."""
    with zipfile.ZipFile(io.BytesIO(write_forms([], known_layouts()[0]))) as archive:
        usual = filter(_USUAL.match, archive.namelist())
        parts = {name: archive.read(name).decode() for name in usual if name != _DOCUMENT}
    parts["word/styles.xml"] = re.sub(
        r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>',
        lambda style: style[0] if style[1] in _STYLES else "",
        parts["word/styles.xml"],
        flags=re.DOTALL,
    )
    left_out = r"<(?:Relationship|Override) [^>]*(?:customXml|numbering|Effects|web|thumb)[^>]*/>"
    return tuple((name, re.sub(left_out, "", part).encode()) for name, part in parts.items())
