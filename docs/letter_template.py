"""
Builds src/hebiao/reports/letter/letter.docx, the template of the letters to units.

    python docs/letter_template.py            writes it
    python docs/letter_template.py --check    fails when it is not what this would write

Laid out as a letter (函) of GB/T 9704-2012: A4, 28 signs a line and 22 lines a page of No. 3
仿宋, the title No. 2 小标宋, levels 一、黑体 （一）楷体 1. 仿宋, the head and both double lines
red, page numbers — 2 — at the outer edge and none on the first page. What only the office knows
is marked yellow.
"""

# ruff: noqa: SLF001 - python-docx shows no XML of a paragraph, a run or a section otherwise

from __future__ import annotations

import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor, Twips

from hebiao.reports.letter.render import same_bytes

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

TEXT = Path(__file__).with_suffix(".txt")
"""Its paragraphs, each behind the name of its style."""

TEMPLATE = Path(__file__).parents[1] / "src/hebiao/reports/letter/letter.docx"

SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋", "黑体", "楷体", "方正小标宋简体"
LATIN = "Times New Roman"
RED = RGBColor(0xFF, 0, 0)
NO_2, NO_3, NO_4 = Pt(22), Pt(16), Pt(14)
LINE = Twips(579)
SIGN = 320
"""The width of a sign of No. 3 in twentieths of a point."""

CLOSER = -5
"""By how much signs stand closer, so that 28 of them, and not 27.6, fill a line of 156 mm."""

FONTS = {
    TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong",
    FANG: "仿宋_GB2312,FangSong,华文仿宋",
    HEI: "SimHei,微软雅黑",
    KAI: "楷体_GB2312,KaiTi,华文楷体",
    SONG: "SimSun,NSimSun",
}
"""Each typeface and what may stand in for it: w:altName of word/fontTable.xml."""

STYLES = {  # name: typeface, size, first line indented, kept with the next
    "公文标题": (TITLE, NO_2, False, True),
    "主送机关": (FANG, NO_3, False, False),
    "公文正文": (FANG, NO_3, True, False),
    "一级标题": (HEI, NO_3, True, True),
    "二级标题": (KAI, NO_3, True, True),
    "落款": (FANG, NO_3, False, True),
}

UNNEEDED = ("/thumbnail", "/stylesWithEffects", "/customXml")

_MARKED = re.compile(r"(\*\*.*?\*\*|【.*?】)")


def template() -> bytes:
    """Return the template."""
    word = Document()
    _drop_what_nobody_needs(word)
    _fonts(word)
    _styles(word)
    _page(word.sections[0])
    _head_and_foot(word)
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        style, _, text = line.partition("|")
        _paragraph(word, style.strip(), text.strip())
    _keep_signature_with_text(word)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = "绩效自评表核查意见的函", "", ""
    file = BytesIO()
    word.save(file)
    return same_bytes(file)


def _paragraph(word: WordDocument, style: str, text: str) -> Paragraph:
    paragraph = word.add_paragraph(style=style)
    _write(paragraph, text)
    if style == "落款" and text:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _indent(paragraph._p.get_or_add_pPr(), right=4 if "日期" in text else 3)
    return paragraph


def _keep_signature_with_text(word: WordDocument) -> None:
    """No page may have the signature and nothing of the letter."""
    first = next(n for n, each in enumerate(word.paragraphs) if each.style == word.styles["落款"])
    kept = word.paragraphs[first - 1].paragraph_format
    kept.keep_together = kept.keep_with_next = True


def _write(paragraph: Paragraph, text: str) -> None:
    """
    Write **bold** bold and 【what is to be filled in】 yellow.

    The hint makes “ ” and › signs of the Chinese typeface, as wide as the others.
    """
    for piece in filter(None, _MARKED.split(text)):
        run = paragraph.add_run(piece.removeprefix("**").removesuffix("**"))
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        if piece.startswith("**"):
            run.bold = True
        if piece.startswith("【"):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _indent(properties: BaseOxmlElement, *, first: int = 0, right: int = 0) -> None:
    """Indent by signs, as Word counts them, and by as much space for programs that do not."""
    widths: dict[str, str] = {}
    for name, count in (("right", right), ("firstLine", first)):
        if count:
            widths |= {f"{name}Chars": str(count * 100), name: str(count * SIGN)}
    properties.insert_element_before(_element("w:ind", **widths), "w:jc", "w:rPr")


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _styles(word: WordDocument) -> None:
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:eastAsia"), "zh-CN")
    _typeface(word.styles["Normal"], FANG, NO_3)
    closer = _element("w:spacing", val=str(CLOSER))
    before = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
    word.styles["Normal"].element.rPr.insert_element_before(closer, *before)
    for name, (face, size, indented, kept) in STYLES.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.quick_style = True
        _typeface(style, face, size)
        style.paragraph_format.keep_with_next = kept
        if indented:
            _indent(style.element.get_or_add_pPr(), first=2)
    title = word.styles["公文标题"].paragraph_format
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.line_spacing, title.space_before, title.space_after = Pt(35), LINE * 2, 0
    body = word.styles["公文正文"].paragraph_format
    body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _typeface(style: ParagraphStyle, face: str, size: Pt) -> None:
    style.font.name, style.font.size = LATIN, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), face)
    format_ = style.paragraph_format
    format_.space_before = format_.space_after = Pt(0)
    format_.line_spacing_rule, format_.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    format_.widow_control = False


def _page(section: Section) -> None:
    """
    Lay out the page: 22 lines.

    A grid of signs would be the schema's way to 28 signs a line, but LibreOffice then gives a sign
    that is a hair wider than its place two of them; so signs stand closer instead.
    """
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(25), Mm(23)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = _element("w:docGrid")
        section._sectPr.append(grid)
    for name, value in (("type", "lines"), ("linePitch", "579")):
        grid.set(qn(f"w:{name}"), value)


def _head_and_foot(word: WordDocument) -> None:
    section = word.sections[0]
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    office = section.first_page_header.paragraphs[0]
    _write(office, "【发文机关名称】")
    office.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in office.runs:
        run.font.size, run.font.color.rgb = Pt(36), RED
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), TITLE)
    office.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _double_line(office, "bottom", "thickThinSmallGap")
    number = section.first_page_header.add_paragraph()
    _write(number, "【发文字号】")
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    number.paragraph_format.space_before = Pt(8)
    foot = section.first_page_footer.paragraphs[0]
    _double_line(foot, "top", "thinThickSmallGap")
    _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)


def _double_line(paragraph: Paragraph, side: str, kind: str) -> None:
    """Draw a red double line as wide as 170 mm: 7 mm out at the left and at the right."""
    properties = paragraph._p.get_or_add_pPr()
    borders = _element("w:pBdr")
    borders.append(_element(f"w:{side}", val=kind, sz="24", space="4", color="FF0000"))
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(-7)


def _page_number(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """Write — 2 — one sign away from the outer edge."""
    paragraph.alignment = side
    if side == WD_ALIGN_PARAGRAPH.RIGHT:
        paragraph.paragraph_format.right_indent = NO_4
    else:
        paragraph.paragraph_format.left_indent = NO_4
    for text in ("— ", "PAGE", " —"):
        run = paragraph.add_run("" if text == "PAGE" else text)
        run.font.size, run.font.name = NO_4, SONG
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), SONG)
        if text == "PAGE":
            field = _element("w:fldSimple", instr="PAGE")
            paragraph._p.remove(run._r)
            field.append(run._r)
            run.text = "2"
            paragraph._p.append(field)


def _fonts(word: WordDocument) -> None:
    """Say what may stand in for a typeface that a machine has not."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FONTS.items()
    )
    table = f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"
    parse_xml(table)
    part = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part._blob = f"{head}{table}".encode()


def _drop_what_nobody_needs(word: WordDocument) -> None:
    """Leave out what python-docx brings along: a picture of an empty page, 100 table styles."""
    for rels in (word.part.package.rels, word.part.rels):
        unneeded = [key for key, rel in rels.items() if rel.reltype.endswith(UNNEEDED)]
        for key in unneeded:
            rels.pop(key)
    for style in list(word.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style != word.styles.default(WD_STYLE_TYPE.TABLE):
            style.delete()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main() -> int:
    """Write the template, or say that it is another."""
    if "--check" not in sys.argv:
        TEMPLATE.write_bytes(template())
        return 0
    if _parts(TEMPLATE.read_bytes()) != _parts(template()):
        print(f"{TEMPLATE} is not up to date: python docs/letter_template.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
