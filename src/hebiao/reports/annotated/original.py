"""
A file and its result → its main part, opened to be written into; or why it is left alone.

A copy differs from the file in what was added, and in nothing else. Where that cannot be
promised there is none: a signature would no longer be valid, a part is damaged.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lxml import etree

from hebiao.errors import LeftAlone, UnreadableFile
from hebiao.layouts import CellPlace
from hebiao.word.names import Element, number
from hebiao.word.package import CONTENT_TYPES, Package, open_package
from hebiao.word.source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from hebiao.check import CheckResult
    from hebiao.layouts import Place
    from hebiao.word.source import Spot

_SIGNED = (
    "文件有数字签名，写入批注或修订会使签名失效，所以没有制作副本；"
    "请对照核查报告在原件上处理，或请填报单位提供未签名的文件。"
)
_CHANGED = "文件在核对之后又改动过，行列位置可能已经不同，所以没有制作副本；请重新核对。"
_NO_TYPES = "文件缺少内容类型清单，Word 打不开这样的文件；请用 WPS 打开，另存为 .docx 后再试。"


def open_original(data: bytes, result: CheckResult) -> Source:
    """
    Open the file a result is about.

    Raises:
        LeftAlone: nothing can be written into a copy of it.
    """
    if hashlib.sha256(data).hexdigest() != result.sha256:
        raise LeftAlone(_CHANGED)
    try:
        package = open_package(data)
        if _is_signed(package):
            raise LeftAlone(_SIGNED)
        if CONTENT_TYPES not in package:
            raise LeftAlone(_NO_TYPES)
        return read_source(package)
    except UnreadableFile as error:
        raise LeftAlone(error.message) from error


def _is_signed(package: Package) -> bool:
    """Find the …/digital-signature/origin of the package, or what belongs to it."""
    origin = any(link.kind == "origin" for link in package.relationships(""))
    return origin or any(name.startswith("_xmlsignatures/") for name in package.entries)


def spot_of(source: Source, place: Place) -> Spot | None:
    """Return the cell or paragraph of a place."""
    if isinstance(place, CellPlace):
        return source.cell(place.table, place.row, place.column)
    return source.paragraphs.get(place.paragraph)


def stamp(when: datetime) -> str:
    """
    Write a w:date: the time on the wall.

    The Z at its end says UTC, but Word writes local time there and shows it as it stands.
    """
    return f"{when.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def free_numbers(taken: Iterable[str | None]) -> Iterator[int]:
    """Yield the numbers that no one has, from 0; what is no number takes none."""
    used = {number(text) for text in taken}
    candidate = 0
    while True:
        if candidate not in used:
            yield candidate
        candidate += 1


def as_bytes(root: Element) -> bytes:
    """Write out a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
