"""What the schema of WordprocessingML asks of what is written into a copy, as far as it matters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.word.names import Element

P_PR = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
    pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
    rPr sectPr pPrChange
"""  # CT_PPrBase, in order, then what CT_PPr adds
R_PR = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
    effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
"""  # EG_RPrBase, as the strict schema orders it
RANGES = {
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "moveFromRangeStart"),
    *("moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "permStart", "permEnd"),
}
WRAPPERS = {"ins", "del", "moveFrom", "moveTo", "sdt", "customXml", "AlternateContent"}
IN_PARAGRAPH = RANGES | WRAPPERS | {"r", "hyperlink", "smartTag", "fldSimple", "dir", "bdo"}
IN_PARAGRAPH |= {"oMath", "oMathPara", "subDoc"}
BLOCKS = RANGES | WRAPPERS | {"p", "tbl", "altChunk"}
IN_TRACKED = RANGES | WRAPPERS | {"r", "smartTag", "dir", "bdo", "oMath"}
FIRST = {"p": "pPr", "tc": "tcPr", "r": "rPr"}
CONTENT = {
    "p": {"pPr"} | IN_PARAGRAPH,
    "tc": {"tcPr"} | BLOCKS,
    "comment": BLOCKS,
    "comments": {"comment"},
    "hyperlink": IN_PARAGRAPH,
    "ins": IN_TRACKED,
    "del": IN_TRACKED,
}


def faults(root: Element) -> list[str]:
    """Name each place where a part is not as the schema has it, and each number given twice."""
    return [*_misplaced(root), *_out_of_order(root), *_texts(root), *_numbers(root)]


def comment_faults(document: Element, comments: Element) -> list[str]:
    """Name each comment that does not begin, end and stand at one place of the document."""
    places = {element: n for n, element in enumerate(document.iter())}
    numbers = [comment.get(_own(comment, "id")) for comment in comments]
    found = [f"comment {n} twice" for n, times in Counter(numbers).items() if times > 1]
    for number in numbers:
        marks = [
            [places[e] for e in document.iter(f"{{*}}{tag}") if e.get(_own(e, "id")) == number]
            for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
        ]
        if [len(each) for each in marks] != [1, 1, 1] or sorted(marks) != marks:
            found.append(f"comment {number} stands at {marks}")
    return found


def _name(element: Element) -> str:
    return etree.QName(element).localname


def _own(element: Element, name: str) -> str:
    return f"{{{etree.QName(element).namespace}}}{name}"


def _misplaced(root: Element) -> Iterator[str]:
    for element in root.iter():
        parent = element.getparent()
        around = "" if parent is None else _name(parent)
        if around in {"rPr", "trPr", "pPr"} or etree.QName(element).namespace == "":
            continue
        names = [_name(child) for child in element]
        name = _name(element)
        first = FIRST.get(name)
        if first in names[1:]:
            yield f"{first} is not first in {name}: {names}"
        if name in CONTENT and not set(names) <= CONTENT[name]:
            yield f"in {name}: {set(names) - CONTENT[name]}"
        if name == "tc" and (names or ["nothing"])[-1] not in {"p", "sdt"}:
            yield f"a cell ends with {names[-1:]}"


def _out_of_order(root: Element) -> Iterator[str]:
    for tag, order in (("pPr", P_PR.split()), ("rPr", R_PR.split())):
        for element in root.iter(f"{{*}}{tag}"):
            names = [_name(child) for child in element if _name(child) in order]
            if names != sorted(names, key=order.index):
                yield f"{tag}: {names}"


def _texts(root: Element) -> Iterator[str]:
    """Find text that is deleted but not said to be, and the other way round."""
    for text in root.iter("{*}t", "{*}delText"):
        gone = next(text.iterancestors("{*}del", "{*}moveFrom"), None) is not None
        if gone != (_name(text) == "delText") and _name(text.getparent()) == "r":
            yield f"{_name(text)}: {text.text}"


def _numbers(root: Element) -> Iterator[str]:
    marks = (e for e in root.iter("{*}ins", "{*}del") if e.get(_own(e, "author")))
    numbers = Counter(mark.get(_own(mark, "id")) for mark in marks)
    yield from (f"change {n} twice" for n, times in numbers.items() if times > 1)
