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

from typing import TYPE_CHECKING

from hebiao.word.cells import Draft, describe, merge
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
    TBL,
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

if TYPE_CHECKING:
    from collections.abc import Container

FIXED = {TAB: "\t", PTAB: "\t", BR: "\n", CR: "\n", NO_BREAK_HYPHEN: "-"}
TEXT = frozenset({T, SYM, *FIXED})
BLANK = " \t\r\n"


def plain_rows(tbl: Element, rich: Container[Element]) -> dict[Element | None, list[Draft]]:
    """
    Read the cells of a w:tbl, by what is around them, which is a w:tr unless they are wrapped.

    What a w:gridSpan or a w:vMerge says belongs to the w:tc that began last, and a w:p begins
    a line. The text of a cell that is rich or holds a table is left to be read.
    """
    rows: dict[Element | None, list[Draft]] = {}
    row, cells = None, list[Draft]()
    tc, cell, pieces = None, Draft(), list[str]()
    for element in tbl.iter(P, TC, GRID_SPAN, V_MERGE, TBL, *TEXT):
        tag = element.tag
        if tag == T:
            pieces.append(written(element))
        elif tag == P:
            pieces.append("\n")
        elif tag == TC:
            cell.shown = cell.typed = "".join(pieces).strip("\n")
            tc, cell, pieces = element, Draft(), []
            if (around := tc.getparent()) is not row:
                row, cells = around, rows.setdefault(around, [])
            cells.append(describe(tc) if tc in rich else cell)
        elif tag == GRID_SPAN:
            cell.span = element.get(VAL, "")
        elif tag == V_MERGE:
            cell.v_merge = merge(element)
        elif tag != TBL:
            pieces.append(piece(element))
        elif tc is not None and tc in element.iterancestors(TC):
            cells[-1] = describe(tc)
    cell.shown = cell.typed = "".join(pieces).strip("\n")
    return rows


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
