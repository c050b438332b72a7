"""
A package and the parts that changed → the bytes of a copy, everything else as it was.

    [Content_Types].xml           <Override PartName="/word/comments.xml" ContentType="…"/>
    word/_rels/document.xml.rels  <Relationship Id="rId9" Type="…/comments" Target="comments.xml"/>
    word/comments.xml             new parts come last
"""

from __future__ import annotations

import copy
import posixpath
import shutil
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from hebiao.errors import LeftAlone
from hebiao.reports.annotated.original import as_bytes
from hebiao.word.names import CONTENT_TYPE, PACKAGE_RELATION, STRICT
from hebiao.word.package import CONTENT_TYPES, DAMAGED_ZIP, parse_as_written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hebiao.word.package import Package
    from hebiao.word.source import Source

MAX_COPIED = 512 * 2**20  # bytes of all parts after inflating
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_NO_RELATIONSHIPS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_TOO_LARGE = "文件里的图片等内容过大，没有制作副本；请压缩图片后再试。"
_DAMAGED = (
    "文件里有损坏的部分（如图片），不能原样复制，所以没有制作副本；"
    "请用 Word 打开，另存为新文件后再试。"
)


def repacked(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """
    Write the copy: each part in its place, those not there before at the end.

    Raises:
        LeftAlone: a part is damaged or too large to be copied.
    """
    originals = [copies[0] for copies in package.entries.values()]
    if sum(info.file_size for info in originals) > MAX_COPIED:
        raise LeftAlone(_TOO_LARGE)
    new = {name.lower(): (name, data) for name, data in changed.items()}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, info in zip(package.entries, originals, strict=True):
            if name in new:
                archive.writestr(copy.copy(info), new.pop(name)[1])
            else:
                _copy(package.archive, info, archive)
        for name, data in new.values():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return file.getvalue()


def _copy(source: ZipFile, info: ZipInfo, archive: ZipFile) -> None:
    try:
        with source.open(info) as old, archive.open(copy.copy(info), "w") as new:
            shutil.copyfileobj(old, new)
    except (*DAMAGED_ZIP, RuntimeError) as damage:  # the latter where a part has a password
        raise LeftAlone(_DAMAGED) from damage


def linked(source: Source, kind: str, content_type: str) -> tuple[str, dict[str, bytes]]:
    """Name a new part that the main part leads to; return it and the two lists that say so."""
    package = source.package
    folder = posixpath.dirname(package.main)
    names = (f"{kind}{n or ''}.xml" for n in count())
    name = next(name for name in names if posixpath.join(folder, name) not in package)
    part = posixpath.join(folder, name)
    lists = _with_relationship(source, kind, name) | with_content_type(package, part, content_type)
    return part, lists


def with_content_type(package: Package, part: str, content_type: str) -> dict[str, bytes]:
    """Return the list of content types with that of a part, if it does not hold it."""
    root = parse_as_written(package.read(CONTENT_TYPES) or b"")
    name = f"/{part}"
    for line in root.iter(f"{CONTENT_TYPE}Override"):
        if line.get("PartName", "").lower() == name.lower():
            return {}
    line = etree.SubElement(root, f"{CONTENT_TYPE}Override")
    line.set("PartName", name)
    line.set("ContentType", content_type)
    return {CONTENT_TYPES: as_bytes(root)}


def _with_relationship(source: Source, kind: str, target: str) -> dict[str, bytes]:
    folder, main = posixpath.split(source.package.main)
    name = posixpath.join(folder, "_rels", f"{main}.rels")
    data = source.package.read(name)
    root = parse_as_written(_NO_RELATIONSHIPS if data is None else data)
    taken = {line.get("Id", "").lower() for line in root}
    own = next(own for n in count(1) if (own := f"rId{n}").lower() not in taken)
    office = _STRICT_OFFICE if source.root.tag.startswith(STRICT) else _OFFICE
    line = etree.SubElement(root, f"{PACKAGE_RELATION}Relationship")
    for attribute, value in (("Id", own), ("Type", office + kind), ("Target", target)):
        line.set(attribute, value)
    return {name: as_bytes(root)}
