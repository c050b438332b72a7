"""
File bytes → Document: the blocks of the body in reading order, and tables found elsewhere.

    word/document.xml    w:body: paragraphs and tables; w:txbxContent: tables in text boxes
    word/header1.xml …   tables in headers, footers, notes and comments
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.word.blocks import Document, Grid, Paragraph, Story
from hebiao.word.grid import read_grid
from hebiao.word.names import BODY, COMMENT, ENDNOTE, FOOTNOTE, TBL, TXBX_CONTENT, Element, P, first
from hebiao.word.package import Package, mentions, open_package, parse
from hebiao.word.reading import Definitions, Reading, begin
from hebiao.word.story import blocks, is_shown
from hebiao.word.text import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STORIES = {  # the kind of relationship: what the part is called
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
}
TEXT_BOX = "文本框"


def read_document(data: bytes) -> Document:
    """
    Read a Word file.

    Raises:
        UnreadableFile: it is no Word document, or one that cannot be opened.
    """
    package = open_package(data)
    definitions = Definitions(package)
    main, root = package.document()
    reading = begin(definitions, package.main, main, root)
    body = first(root, BODY)
    others = (*_text_boxes(root, reading), *_other_parts(package, definitions))
    return Document(
        () if body is None else tuple(_body(body, reading)),
        tuple(story for story in others if story.grids),
    )


def _body(body: Element, reading: Reading) -> Iterator[Paragraph | Grid]:
    """Number the paragraphs and the tables as a reader counts them, each by itself."""
    paragraphs = tables = 0
    for parts in blocks(body):
        if parts[0].tag == P:
            paragraphs += 1
            yield Paragraph(paragraphs, paragraph(parts, reading).shown)
        elif parts[0].tag == TBL:
            grid = read_grid(parts[0], tables + 1, reading)
            if grid is not None:
                tables += 1
                yield grid


def _text_boxes(root: Element, reading: Reading) -> Iterator[Story]:
    """Read the tables in the text boxes of a part; each box is a story."""
    for box in root.iter(TXBX_CONTENT):
        if is_shown(box):
            yield Story(TEXT_BOX, _grids([box], reading.afresh()))


def _other_parts(package: Package, definitions: Definitions) -> Iterator[Story]:
    """Read the tables of other parts, but parse only those whose bytes hold one."""
    for link in package.main_links:
        data = package.read(link.target) if link.kind in STORIES else None
        if data is not None and mentions(data, b"tbl>"):
            root = parse(data)
            reading = begin(definitions, link.target, data, root)
            notes = list(root.iterchildren(FOOTNOTE, ENDNOTE, COMMENT))
            yield Story(STORIES[link.kind], _grids(notes or [root], reading))
            yield from _text_boxes(root, reading)


def _grids(containers: Iterable[Element], reading: Reading) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    for container in containers:
        for parts in blocks(container):
            if parts[0].tag == TBL:
                grid = read_grid(parts[0], len(grids) + 1, reading)
                grids.extend([] if grid is None else [grid])
    return tuple(grids)
