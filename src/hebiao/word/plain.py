"""
The XML of a part → its plain cells, with their text, and whatever in it is not plain.

    <w:tc>
      <w:tcPr><w:gridSpan w:val="2"/></w:tcPr>
      <w:p><w:r><w:t>85.31</w:t><w:tab/><w:t>万元</w:t></w:r></w:p>
    </w:tc>

lxml finds the elements that matter in C. Asking each cell by itself instead would take as
long as parsing the document.
"""

from __future__ import annotations

from hebiao.word.cells import Draft, merge
from hebiao.word.names import (
    BR,
    CR,
    GRID_SPAN,
    NO_BREAK_HYPHEN,
    PTAB,
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

FIXED = {TAB: "\t", PTAB: "\t", BR: "\n", CR: "\n", NO_BREAK_HYPHEN: "-"}
BLANK = " \t\r\n"


def sweep(root: Element, tags: tuple[str, ...]) -> tuple[dict[Element, Draft], list[Element]]:
    """
    Read every w:tc below an element as if it were plain, and find the elements with some tags.

    The caller knows which cells are not plain by what was found. One of `tags` is TBL: the
    tables inside cells are gone through once more, since what comes after such a table
    belongs to the cell around it and not to its last cell.
    """
    cells: dict[Element, Draft] = {}
    found = _sweep(root, tags, cells)
    for tbl in found:
        if tbl.tag == TBL and next(tbl.iterancestors(TC), None) is not None:
            _sweep(tbl, (), cells)
    return cells, found


def _sweep(root: Element, tags: tuple[str, ...], cells: dict[Element, Draft]) -> list[Element]:
    """
    Go through what is below an element once, in order.

    What a w:gridSpan, a w:vMerge, a w:p or a w:t says belongs to the w:tc that began last. What
    stands after a table would seem to belong to its last cell, which is therefore left out.
    """
    found: list[Element] = []
    pieces: list[str] = []
    cell = Draft(root, pieces)
    for element in root.iter(T, P, TC, GRID_SPAN, V_MERGE, *FIXED, *tags):
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
        elif tag not in FIXED:
            found.append(element)
            if tag == TBL:
                cells.pop(cell.tc, None)
        elif tag != TAB or _is_in_run(element):
            pieces.append(FIXED[tag])
    cells.pop(cell.tc, None)
    return found


def plain_text(element: Element) -> str:
    """Return the text of a w:p or a w:r that is plain."""
    return "".join(
        written(piece) if piece.tag == T else FIXED[piece.tag]
        for piece in element.iter(T, *FIXED)
        if piece.tag != TAB or _is_in_run(piece)
    )


def written(t: Element) -> str:
    """Return the text of a w:t as Word takes it: blanks at its ends count only if preserved."""
    text = t.text or ""
    stripped = text.strip(BLANK)
    if stripped != text and t.get(XML_SPACE) != "preserve":
        text = stripped
    return text.replace("\n", " ") if "\n" in text else text


def _is_in_run(tab: Element) -> bool:
    """Tell the w:tab of a w:r from that of w:pPr/w:tabs, which is a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == R
