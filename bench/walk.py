"""
How long reading the tables of a Word file takes, beside other readers and as tables grow.

    python -m bench.walk [ROUNDS]

The first two parts show multiples of the floor (see bench/pipeline.py), on six tables as Word
writes them: merged cells, borders, fonts and sizes named in every cell; then the same with
tracked changes, content controls and fields in three cells of each row. The third part shows
what a cell costs in tables of 100 to 100,000 cells. docx2python and mammoth are measured where
they are installed:

    pip install docx2python mammoth
"""

from __future__ import annotations

import sys
import zipfile
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING

from bench.pipeline import floor, over_one, python_docx, table, walk

if TYPE_CHECKING:
    from bench.pipeline import Candidate

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

LOOK = (
    '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right")
)
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
SIZES = (100, 1_000, 10_000, 100_000)


def docx(body: str) -> bytes:
    """Pack the least a Word file needs."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{MAIN}" xmlns:r="{OFFICE}">'
        f"<w:body>{body}</w:body></w:document>",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def run(text: str) -> str:
    return f'<w:r w:rsidRPr="00A77B3E">{LOOK}<w:t>{text}</w:t></w:r>' if text else ""


def cell(content: str, span: int = 1, merge: str = "") -> str:
    """Write a w:tc as Word does."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{1200 * span}" w:type="dxa"/>'
        f'{f"""<w:gridSpan w:val="{span}"/>""" if span > 1 else ""}{merge}'
        f"<w:tcBorders>{BORDERS}</w:tcBorders>"
        '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/></w:tcPr>'
        '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00000000"><w:pPr><w:widowControl/>'
        f'<w:spacing w:line="240" w:lineRule="exact"/><w:jc w:val="center"/>{LOOK}</w:pPr>'
        f"{content}</w:p></w:tc>"
    )


def changed(text: str) -> str:
    """Write a text with tracked changes in it."""
    return (
        f'<w:del w:id="1" w:author="a"><w:r>{LOOK}<w:delText>9</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run(text)}</w:ins>'
    )


def controlled(text: str) -> str:
    """Write a text in a content control."""
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def computed(text: str) -> str:
    """Write a text as the result of a field."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>=1</w:instrText></w:r>{marks[1]}{run(text)}{marks[2]}"


def row(number: int, *, rare: bool) -> str:
    """Write a row of seven columns; four rows belong together."""
    target, actual, score = (controlled, changed, computed) if rare else (run, run, run)
    first = (RESTART, CONTINUE, CONTINUE, CONTINUE)[number % 4]
    second = ("", "", RESTART, CONTINUE)[number % 4]
    cells = [
        cell(run("产出指标" if first == RESTART else ""), merge=first),
        cell(run("" if second == CONTINUE else "数量指标"), merge=second),
        cell(run(f"完成项目数量{number}（个）"), span=2),
        cell(target("≥10")),
        cell(actual("12")),
        cell(score("9.5")),
    ]
    return f'<w:tr><w:trPr><w:trHeight w:val="420"/></w:trPr>{"".join(cells)}</w:tr>'


def forms(*, rare: bool) -> bytes:
    """Write six tables of 20 rows."""
    grid = '<w:gridCol w:w="1200"/>' * 7
    rows = "".join(row(number, rare=rare) for number in range(20))
    return docx(
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rows}</w:tbl><w:p/>" * 6
    )


def square(cells: int) -> bytes:
    """Write one table of so many cells, ten in a row, with little around the text."""
    text = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    tc = f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{text}</w:tc>'
    rows = "".join(
        f"<w:tr>{''.join(map(tc.format, range(first, first + 10)))}</w:tr>"
        for first in range(0, cells, 10)
    )
    grid = "<w:gridCol/>" * 10
    return docx(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>")


def other_readers() -> dict[str, Candidate]:
    """Return those of the other readers that are installed."""
    readers: dict[str, Candidate] = {"python-docx: text of row.cells": python_docx}
    if find_spec("docx2python"):
        docx2python = import_module("docx2python").docx2python
        readers["docx2python: body"] = lambda data: docx2python(BytesIO(data)).body
    if find_spec("mammoth"):
        mammoth = import_module("mammoth")
        readers["mammoth: HTML"] = lambda data: mammoth.convert_to_html(BytesIO(data))
    return readers


def growth(rounds: int) -> None:
    """Print what a cell costs as the table grows."""
    base = 0.0
    for size in SIZES:
        times = over_one({"walk": walk}, square(size), max(3, min(rounds, 100_000 // size)))
        each = median(times["walk"]) / size
        base = base or each
        print(f"{size:8,} cells {each * 1e6:8.2f} us each {each / base:6.2f} x that of 100")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    readers = {"floor: zip + lxml": floor, "walk: bytes to grids": walk} | other_readers()
    print("\nplain tables\n" + table(over_one(readers, forms(rare=False), rounds)))
    print("\nthree rare cells in each row\n" + table(over_one(readers, forms(rare=True), rounds)))
    print()
    growth(rounds)


if __name__ == "__main__":
    main()
