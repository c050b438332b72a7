"""
An element → what it holds in the final view: blocks, rows, cells or runs, wrappers taken off.

    <w:body>
      <w:p/>                                              a block
      <w:sdt><w:sdtContent> <w:p/> </w:sdtContent></w:sdt>     its content
      <w:customXml> <w:tbl/> </w:customXml>               its content; so w:smartTag, w:hyperlink …
      <w:ins> … </w:ins>  <w:moveTo> … </w:moveTo>        its content
      <w:del> … </w:del>  <w:moveFrom> … </w:moveFrom>    nothing
      <mc:AlternateContent>                               one branch
        <mc:Choice Requires="wps"> … </mc:Choice> <mc:Fallback> … </mc:Fallback>
      </mc:AlternateContent>
    </w:body>

The same wrappers may stand at every level, so one function takes them all off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.word.names import (
    ALT_CHUNK,
    ALTERNATE_CONTENT,
    BDO,
    CHOICE,
    CUSTOM_XML,
    DEL,
    DIR,
    FALLBACK,
    FLD_SIMPLE,
    HYPERLINK,
    INS,
    MOVE_FROM,
    MOVE_TO,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    SMART_TAG,
    TBL,
    Element,
    P,
    first,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSPARENT = frozenset(
    {BDO, CUSTOM_XML, DIR, FLD_SIMPLE, HYPERLINK, INS, MOVE_TO, SDT, SDT_CONTENT, SMART_TAG}
)
GONE = frozenset({DEL, MOVE_FROM})
BLOCKS = frozenset({ALT_CHUNK, TBL})

UNDERSTOOD = (  # the beginnings of the namespaces Word knows: what a Choice may require
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
)


def children(element: Element) -> Iterator[Element]:
    """Yield the children a reader of the final view would find, however they are wrapped."""
    for child in element.iterchildren("*"):
        if child.tag in TRANSPARENT:
            yield from children(child)
        elif child.tag == ALTERNATE_CONTENT:
            branch = chosen_branch(child)
            if branch is not None:
                yield from children(branch)
        elif child.tag not in GONE:
            yield child


def blocks(container: Element) -> Iterator[tuple[Element, ...]]:
    """
    Yield the blocks of a body, a cell or a text box, each as a tuple.

    A tuple is one w:tbl or w:altChunk, or a paragraph: as a rule one w:p, several where
    deleted paragraph marks let them run into one.

        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr> … </w:p>  <w:p> … </w:p>
    """
    parts: list[Element] = []
    for child in children(container):
        if child.tag == P:
            parts.append(child)
            if not _runs_on(child):
                yield tuple(parts)
                parts.clear()
        elif child.tag in BLOCKS:
            if parts:
                yield tuple(parts)
                parts.clear()
            yield (child,)
    if parts:
        yield tuple(parts)


def _runs_on(p: Element) -> bool:
    """Say whether the mark at the end of a w:p is deleted or moved away."""
    p_pr = first(p, P_PR)
    r_pr = None if p_pr is None else first(p_pr, R_PR)
    return r_pr is not None and next(r_pr.iterchildren(DEL, MOVE_FROM), None) is not None


def chosen_branch(alternate_content: Element) -> Element | None:
    """Return the mc:Choice Word would take, else the mc:Fallback, else nothing."""
    for choice in alternate_content.iterchildren(CHOICE):
        if all(
            (choice.nsmap.get(prefix) or "").startswith(UNDERSTOOD)
            for prefix in choice.get("Requires", "").split()
        ):
            return choice
    return next(alternate_content.iterchildren(FALLBACK), None)


def is_shown(element: Element) -> bool:
    """Say whether no deletion and no branch that Word leaves aside is around the element."""
    inner = element
    for outer in element.iterancestors():
        if outer.tag in GONE:
            return False
        if outer.tag == ALTERNATE_CONTENT and inner is not chosen_branch(outer):
            return False
        inner = outer
    return True
