"""
What is plain, a run, a paragraph or the cells of a whole table → its text, in one loop.

    <w:tc>
      <w:tcPr><w:gridSpan w:val="2"/></w:tcPr>
      <w:p><w:r><w:t>85.31</w:t><w:tab/><w:t>万元</w:t><w:sym …/></w:r></w:p>
    </w:tc>

lxml finds the elements that matter in C. Asking each cell by itself instead would take as
long as parsing the document.
"""

from __future__ import annotations

from hebiao.word.cells import Draft, merge
from hebiao.word.names import (
    BR,
    CHAR,
    CR,
    FONT,
    GRID_SPAN,
    NO_BREAK_HYPHEN,
    PTAB,
    SYM,
    TAB,
    TC,
    V_MERGE,
    VAL,
    XML_SPACE,
    Element,
    P,
    R,
    T,
)
from hebiao.word.symbols import UNKNOWN, sign

FIXED = {TAB: "\t", PTAB: "\t", BR: "\n", CR: "\n", NO_BREAK_HYPHEN: "-"}
TEXT = frozenset({T, SYM, *FIXED})
BLANK = " \t\r\n"


def plain_cells(tbl: Element) -> dict[Element, Draft]:
    """
    Read every w:tc of a w:tbl as if it were plain; the caller knows which are.

    What a w:gridSpan or a w:vMerge says belongs to the w:tc that began last, and a w:p
    begins a line.
    """
    cells: dict[Element, Draft] = {}
    cell, pieces = Draft(tbl), []
    for element in tbl.iter(P, TC, GRID_SPAN, V_MERGE, *TEXT):
        tag = element.tag
        if tag == T:
            pieces.append(written(element))
        elif tag == P:
            pieces.append("\n")
        elif tag == TC:
            pieces = []
            cell = cells[element] = Draft(element, pieces)
        elif tag == GRID_SPAN:
            cell.span = element.get(VAL, "")
        elif tag == V_MERGE:
            cell.v_merge = merge(element)
        else:
            pieces.append(piece(element))
    return cells


def plain_text(element: Element) -> str:
    """Return the text of a w:p or a w:r that is plain."""
    return "".join([piece(each) for each in element.iter(*TEXT)])


def piece(element: Element) -> str:
    """Return what one of the elements in TEXT shows."""
    tag = element.tag
    if tag == T:
        return written(element)
    if tag == SYM:
        return _sign(element)
    return FIXED[tag] if tag != TAB or _is_in_run(element) else ""


def written(t: Element) -> str:
    """Return the text of a w:t as Word takes it: blanks at its ends count only if preserved."""
    text = t.text or ""
    stripped = text.strip(BLANK)
    if stripped != text and t.get(XML_SPACE) != "preserve":
        text = stripped
    return text.replace("\n", " ") if "\n" in text else text


def _sign(sym: Element) -> str:
    """Read `<w:sym w:font="Wingdings" w:char="F0FE"/>`."""
    try:
        return sign(sym.get(FONT, ""), int(sym.get(CHAR, ""), 16))
    except (ValueError, OverflowError):
        return UNKNOWN


def _is_in_run(tab: Element) -> bool:
    """Tell the w:tab of a w:r from that of w:pPr/w:tabs, which is a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == R
