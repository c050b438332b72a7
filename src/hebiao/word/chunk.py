"""
A w:altChunk → the text of the part it embeds: a web page, plain text or another Word document.

    <w:tc> <w:altChunk r:id="rId9"/> <w:p/> </w:tc>
    word/afchunk.html:  <p>已完成</p>

Word merges such a part into the document when it opens it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from lxml import etree

from hebiao.errors import UnreadableFile
from hebiao.word.names import REL_ID, Element, P, T

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.word.package import Package

ZIP = b"PK\3\4"
LINES = frozenset({"br", "div", "h1", "h2", "h3", "h4", "li", "p", "table", "td", "th", "tr"})
SILENT = frozenset({"head", "script", "style", "title"})


def chunk_text(chunk: Element, package: Package, part: str) -> str:
    """Return the text of the part a w:altChunk names; of a kind not known here, nothing."""
    data = chunk_data(chunk, package, part)
    if data.startswith(ZIP):
        return _word_text(data, package)
    if data.lstrip()[:13].lower() == b"mime-version:":
        data = _page_of_archive(data)
    if b"<" in data:
        return _page_text(data)
    return data.decode("utf-8-sig", errors="replace").strip()


def chunk_data(chunk: Element, package: Package, part: str) -> bytes:
    """Return the bytes of the part a w:altChunk names, none where there is none."""
    return package.read(package.target(part, chunk.get(REL_ID, ""))) or b""


def _word_text(data: bytes, package: Package) -> str:
    """Return the text of an embedded document, nothing where that cannot be read."""
    try:
        _, root = package.embedded(data).document()
    except UnreadableFile:
        return ""
    return "\n".join("".join(t.text or "" for t in p.iter(T)) for p in root.iter(P)).strip("\n")


def _page_of_archive(data: bytes) -> bytes:
    """Return the first HTML part of an MHTML file, nothing where there is none."""
    from hebiao.word.webpage import page_in_letter  # noqa: PLC0415 - slow, and such chunks are rare

    with suppress(UnreadableFile):
        return page_in_letter(data)
    return b""


def _page_text(data: bytes) -> str:
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root is None:
        return ""
    rows = "".join(_pieces(root)).split("\n")
    return "\n".join(row for row in (" ".join(row.split()) for row in rows) if row)


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of a page in order, with a newline where a block begins or ends."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        edge = "\n" if node.tag in LINES else ""
        if event == "end":
            yield edge + " ".join((node.tail or "").split("\n"))
        elif not any(outer.tag in SILENT for outer in (node, *node.iterancestors())):
            yield edge + " ".join((node.text or "").split("\n"))
