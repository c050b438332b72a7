"""
The names WordprocessingML uses, as constants: TBL is what lxml calls the tag of a w:tbl.

They are those of the transitional schema. A strict document says the same under other
namespaces; `in_transitional_names` renames it once after parsing, so that everything else
reads one vocabulary. Prefixes never matter.
"""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PACKAGE_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"

STRICT = "{http://purl.oclc.org/ooxml/"
TRANSITIONAL = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": MAIN,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": RELATION,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": MATH,
}
STRICT_NAMES = {name: strict for strict, name in TRANSITIONAL.items()}

DOCUMENT, BODY = MAIN + "document", MAIN + "body"
FOOTNOTE, ENDNOTE, COMMENT = MAIN + "footnote", MAIN + "endnote", MAIN + "comment"

# blocks
P, TBL, ALT_CHUNK = MAIN + "p", MAIN + "tbl", MAIN + "altChunk"

# tables
TBL_PR, TBL_GRID, GRID_COL = MAIN + "tblPr", MAIN + "tblGrid", MAIN + "gridCol"
WIDTH = MAIN + "w"
TR, TR_PR, TC, TC_PR = MAIN + "tr", MAIN + "trPr", MAIN + "tc", MAIN + "tcPr"
TC_PR_CHANGE = MAIN + "tcPrChange"
GRID_BEFORE, GRID_SPAN = MAIN + "gridBefore", MAIN + "gridSpan"
V_MERGE, H_MERGE = MAIN + "vMerge", MAIN + "hMerge"
CELL_MERGE, CELL_DEL, HIDDEN = MAIN + "cellMerge", MAIN + "cellDel", MAIN + "hidden"

# what may be wrapped around a block, a row, a cell or a run
SDT, SDT_PR, SDT_CONTENT = MAIN + "sdt", MAIN + "sdtPr", MAIN + "sdtContent"
CUSTOM_XML, SMART_TAG = MAIN + "customXml", MAIN + "smartTag"
INS, DEL = MAIN + "ins", MAIN + "del"
MOVE_TO, MOVE_FROM = MAIN + "moveTo", MAIN + "moveFrom"
HYPERLINK, FLD_SIMPLE = MAIN + "hyperlink", MAIN + "fldSimple"
DIR, BDO = MAIN + "dir", MAIN + "bdo"
ALTERNATE_CONTENT = COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = COMPATIBILITY + "Choice", COMPATIBILITY + "Fallback"
PLACEHOLDER = MAIN + "showingPlcHdr"
CHECKBOX_14, CHECKED_14 = WORD_2010 + "checkbox", WORD_2010 + "checked"

# paragraphs and runs
P_PR, P_STYLE, NUM_PR = MAIN + "pPr", MAIN + "pStyle", MAIN + "numPr"
ILVL, NUM_ID = MAIN + "ilvl", MAIN + "numId"
R, R_PR, R_STYLE = MAIN + "r", MAIN + "rPr", MAIN + "rStyle"
R_FONTS, VANISH = MAIN + "rFonts", MAIN + "vanish"
T, TAB, PTAB, BR, CR = MAIN + "t", MAIN + "tab", MAIN + "ptab", MAIN + "br", MAIN + "cr"
NO_BREAK_HYPHEN, SOFT_HYPHEN = MAIN + "noBreakHyphen", MAIN + "softHyphen"
SYM, RUBY, RUBY_BASE = MAIN + "sym", MAIN + "ruby", MAIN + "rubyBase"
DRAWING, PICT, OBJECT = MAIN + "drawing", MAIN + "pict", MAIN + "object"
TXBX_CONTENT = MAIN + "txbxContent"
FLD_CHAR, FF_DATA = MAIN + "fldChar", MAIN + "ffData"
CHECK_BOX, CHECKED, DD_LIST = MAIN + "checkBox", MAIN + "checked", MAIN + "ddList"
DEFAULT, RESULT, LIST_ENTRY = MAIN + "default", MAIN + "result", MAIN + "listEntry"
O_MATH, O_MATH_PARA = MATH + "oMath", MATH + "oMathPara"

# attributes
VAL, FLD_CHAR_TYPE = MAIN + "val", MAIN + "fldCharType"
FONT, CHAR, ASCII, H_ANSI = MAIN + "font", MAIN + "char", MAIN + "ascii", MAIN + "hAnsi"
REL_ID = RELATION + "id"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# the parts behind: styles.xml and numbering.xml
STYLE, STYLE_ID, TYPE, BASED_ON = MAIN + "style", MAIN + "styleId", MAIN + "type", MAIN + "basedOn"
NUM, ABSTRACT_NUM, LVL = MAIN + "num", MAIN + "abstractNum", MAIN + "lvl"
ABSTRACT_NUM_ID, NUM_STYLE_LINK = MAIN + "abstractNumId", MAIN + "numStyleLink"
LVL_OVERRIDE, START_OVERRIDE = MAIN + "lvlOverride", MAIN + "startOverride"
START, NUM_FMT, LVL_TEXT, SUFF = MAIN + "start", MAIN + "numFmt", MAIN + "lvlText", MAIN + "suff"
LVL_RESTART, IS_LGL, FORMAT = MAIN + "lvlRestart", MAIN + "isLgl", MAIN + "format"

# what is written into a copy: comments, and changes that are tracked
COMMENTS = MAIN + "comments"
COMMENT_RANGE_START, COMMENT_RANGE_END = MAIN + "commentRangeStart", MAIN + "commentRangeEnd"
COMMENT_REFERENCE, ANNOTATION_REF = MAIN + "commentReference", MAIN + "annotationRef"
ID, AUTHOR, DATE, INITIALS = MAIN + "id", MAIN + "author", MAIN + "date", MAIN + "initials"
IND, FIRST_LINE, FIRST_LINE_CHARS = MAIN + "ind", MAIN + "firstLine", MAIN + "firstLineChars"
JC, BOLD, SIZE, DEL_TEXT = MAIN + "jc", MAIN + "b", MAIN + "sz", MAIN + "delText"
NAME, DATA_BINDING = MAIN + "name", MAIN + "dataBinding"

OFF = frozenset({"0", "false", "off", "none"})


def first(element: Element, tag: str) -> Element | None:
    """Return the first child with this tag."""
    return next(element.iterchildren(tag), None)


def value(element: Element, tag: str) -> str | None:
    """Return the w:val of the first child with this tag: `<w:numId w:val="3"/>` → 3."""
    child = first(element, tag)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """Read an ST_DecimalNumber, or None where there is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def is_on(switch: Element) -> bool:
    """Read a w:CT_OnOff: `<w:vanish/>` is on, `<w:vanish w:val="0"/>` is off."""
    return switch.get(VAL) not in OFF


def in_transitional_names(root: Element) -> Element:
    """Rename the tags and attributes of a strict part to the transitional ones, in place."""
    if root.tag.startswith(STRICT):
        for element in root.iter(etree.Element):
            element.tag = _transitional(element.tag)
            for name in [name for name in element.attrib if str(name).startswith(STRICT)]:
                element.set(_transitional(str(name)), element.attrib.pop(name))
    return root


def as_in(root: Element, name: str) -> str:
    """Return a name as the part with this root spells it: a strict part has names of its own."""
    namespace, brace, local = name.rpartition("}")
    strict = root.tag.startswith(STRICT)
    return (STRICT_NAMES[namespace + brace] if strict else namespace + brace) + local


def _transitional(name: str) -> str:
    namespace, brace, local = name.rpartition("}")
    return TRANSITIONAL.get(namespace + brace, namespace + brace) + local
