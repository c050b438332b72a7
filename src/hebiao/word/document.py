"""
File bytes → Document: the blocks of the body in reading order, and tables found elsewhere.

    word/document.xml    w:body: paragraphs and tables; w:txbxContent: tables in text boxes
    word/header1.xml …   tables in headers, footers, notes and comments
    word/chunk.docx      tables of documents that a w:altChunk embeds
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hebiao.errors import UnreadableFile
from hebiao.word.blocks import Document, Grid, Paragraph, Story
from hebiao.word.chunk import ZIP, chunk_data
from hebiao.word.grid import read_grid
from hebiao.word.names import (
    ALT_CHUNK,
    BODY,
    COMMENT,
    ENDNOTE,
    FOOTNOTE,
    TBL,
    TXBX_CONTENT,
    Element,
    P,
)
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
TEXT_BOX, EMBEDDED = "文本框", "嵌入文档"


def read_document(data: bytes) -> Document:
    """
    Read a Word file.

    Raises:
        UnreadableFile: it is no Word document, or one that cannot be opened.
    """
    package = open_package(data)
    root, reading = _begin(package)
    others = (
        *_text_boxes(reading),
        *_other_parts(package, reading.definitions),
        *_embedded(reading),
    )
    body = tuple(block for block, _ in read_body(root, reading))
    return Document(body, tuple(story for story in others if story.grids))


def _begin(package: Package) -> tuple[Element, Reading]:
    data, root = package.document()
    return root, begin(Definitions(package), package.main, data, root)


def read_body(
    root: Element, reading: Reading
) -> Iterator[tuple[Paragraph | Grid, tuple[Element, ...]]]:
    """
    Number the paragraphs and the tables as a reader counts them, each by itself.

    Each comes with its elements: one w:tbl, or the w:p that run into one paragraph.
    """
    paragraphs = tables = 0
    for parts in (parts for body in root.iterchildren(BODY) for parts in blocks(body)):
        if parts[0].tag == P:
            paragraphs += 1
            text = paragraph(parts, reading).shown.strip("\n")
            yield Paragraph(paragraphs, text), parts
        elif parts[0].tag == TBL:
            grid = read_grid(parts[0], tables + 1, reading)
            if grid is not None:
                tables += 1
                yield grid, parts


def _text_boxes(reading: Reading) -> Iterator[Story]:
    """Read the tables in the text boxes of a part; each box is a story."""
    for box in reading.all(TXBX_CONTENT):
        if is_shown(box):
            yield Story(TEXT_BOX, _grids([box], reading.afresh()))


def _other_parts(package: Package, definitions: Definitions) -> Iterator[Story]:
    """Read the tables of other parts, each once, but parse only those whose bytes hold one."""
    links = {link.target: link for link in package.main_links if link.kind in STORIES}
    for link in links.values():
        data = package.read(link.target)
        if data is not None and mentions(data, b"tbl>"):
            root = parse(data)
            reading = begin(definitions, link.target, data, root)
            notes = list(root.iterchildren(FOOTNOTE, ENDNOTE, COMMENT))
            yield Story(STORIES[link.kind], _grids(notes or [root], reading))
            yield from _text_boxes(reading)


def _embedded(reading: Reading) -> Iterator[Story]:
    """
    Read the tables of embedded Word documents, which Word puts in the place of a w:altChunk.

    What is embedded in those again is not followed: a file can hold itself.
    """
    package = reading.definitions.package
    for chunk in reading.all(ALT_CHUNK):
        data = chunk_data(chunk, package, reading.part)
        if data.startswith(ZIP) and is_shown(chunk):
            with suppress(UnreadableFile):
                inner, inside = _begin(package.embedded(data))
                yield Story(EMBEDDED, _grids(inner.iterchildren(BODY), inside))


def _grids(containers: Iterable[Element], reading: Reading) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    for container in containers:
        for parts in blocks(container):
            if parts[0].tag == TBL:
                grid = read_grid(parts[0], len(grids) + 1, reading)
                grids.extend([] if grid is None else [grid])
    return tuple(grids)
