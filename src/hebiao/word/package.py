"""
File bytes → the parts of a Word package, opened within limits.

    _rels/.rels                   <Relationship Type="…/officeDocument" Target="word/document.xml"/>
    word/document.xml             the main part, whatever it is called
    word/_rels/document.xml.rels  its styles, numbering, headers …, by relationship

What is no Word package raises UnreadableFile; a relationship that leads nowhere does not.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from hebiao.errors import UnreadableFile
from hebiao.word.foreign import not_a_document, not_a_zip
from hebiao.word.names import (
    CONTENT_TYPE,
    DOCUMENT,
    PACKAGE_RELATION,
    Element,
    in_transitional_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ENTRIES = 10_000
MAX_PART = 128 * 2**20  # bytes of one part after inflating
MAX_RATIO = 250  # of a part's size to its compressed size …
SMALL = 2**20  # … where it is larger than this: small parts may be very repetitive
MAX_BESIDE = 16 * 2**20  # bytes of all parts beside the main one, each counted as often as read
MIN_COST = 2**12  # … and for at least so much: opening a small part takes its time, too
USUAL_LINKS = 2**12  # bytes of a .rels part whose links are kept
MAX_TREE = 400 * 2**20  # bytes the element tree of one part may take, estimated
DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)

CONTENT_TYPES = "[Content_Types].xml"
MAIN_CONTENT = (  # .docx, .docm, .dotx, .dotm
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a .rels part; `kind` is the last word of its type: officeDocument, header …"""

    id: str
    kind: str
    target: str


@dataclass(slots=True)
class Allowance:
    """How much may still be read of a file and of those embedded in it, beside its main part."""

    left: int = MAX_BESIDE

    def take(self, size: int) -> None:
        """Take the size of a part before it is inflated: a part may be named a thousand times."""
        self.left -= max(size, MIN_COST)
        if self.left < 0:
            raise _too_large()


@dataclass(frozen=True)
class Package:
    """An open zip and where its parts are: names in lower case, as OPC compares them."""

    archive: zipfile.ZipFile
    entries: dict[str, list[zipfile.ZipInfo]]
    allowance: Allowance = field(default_factory=Allowance)
    _targets: dict[str, dict[str, str]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.entries

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None where there is none of this name."""
        copies = self.entries.get(name.lower())
        if not copies:
            return None
        self.allowance.take(copies[0].file_size)
        return _inflate(self.archive, copies)

    def target(self, source: str, relationship: str) -> str:
        """Return the part that a relationship of another leads to, "" where there is none."""
        if source not in self._targets:
            links = self.relationships(source)
            self._targets[source] = {link.id: link.target for link in links}
        return self._targets[source].get(relationship, "")

    def relationships(self, source: str) -> list[Relationship]:
        """Read the relationships of a part (of the package itself: "") to others inside."""
        folder, name = posixpath.split(source)
        data = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return []
        usual = len(data) <= USUAL_LINKS
        return list(_usual_links(folder, data) if usual else _links(folder, data))

    def related(self, kind: str) -> bytes | None:
        """Read the first part the main part is related to in this way: styles, numbering."""
        for link in self.main_links:
            if link.kind == kind:
                return self.read(link.target)
        return None

    @cached_property
    def main_links(self) -> list[Relationship]:
        """The relationships of the main part."""
        return self.relationships(self.main)

    @cached_property
    def main(self) -> str:
        """The name of the main part: by relationship, else by content type, else the usual."""
        for name in self._candidates():
            if name in self:
                return name
        raise not_a_document(self.entries, self.read("mimetype") or b"")

    def _candidates(self) -> Iterator[str]:
        for link in self.relationships(""):
            if link.kind == "officeDocument":
                yield link.target
        yield from self._main_by_content_type()
        yield "word/document.xml"

    def _main_by_content_type(self) -> list[str]:
        data = self.read(CONTENT_TYPES)
        return [
            line.get("PartName", "").lstrip("/")
            for line in (() if data is None else parse(data).iter(f"{CONTENT_TYPE}Override"))
            if line.get("ContentType", "").lower() in MAIN_CONTENT
        ]

    def document(self) -> tuple[bytes, Element]:
        """Return the bytes and the w:document of the main part."""
        data = _inflate(self.archive, self.entries[self.main.lower()])
        root = parse(data)
        if root.tag != DOCUMENT:
            raise not_a_document(self.entries, self.read("mimetype") or b"")
        return data, root

    def embedded(self, data: bytes) -> Package:
        """Open a document that is a part of this one, and shares what may be read of it."""
        inner = open_package(data, self.allowance)
        self.allowance.take(inner.entries[inner.main.lower()][0].file_size)
        return inner


def open_package(data: bytes, allowance: Allowance | None = None) -> Package:
    """Open the zip; nothing is inflated yet."""
    if data.count(b"PK\1\2") > MAX_ENTRIES:  # before zipfile makes an object of each
        raise UnreadableFile("too_large", "压缩包内文件过多，不像 Word 文档。请检查来源后再试。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED_ZIP as damage:
        raise not_a_zip(data) from damage
    entries: dict[str, list[zipfile.ZipInfo]] = {}
    for info in archive.infolist():
        name = info.filename.replace("\\", "/").lstrip("/").lower()
        entries.setdefault(name, []).append(info)
    return Package(archive, entries, allowance or Allowance())


def parse(data: bytes) -> Element:
    """
    Parse one part, with entities, DTD and network off, no deeper than 256 elements.

    OPC allows no document type declaration, and a file that has one may mean harm.
    """
    return in_transitional_names(parse_as_written(data))


def parse_as_written(data: bytes) -> Element:
    """Parse one part as `parse` does, but leave a strict one in its own names."""
    if len(data) > SMALL and _size_of_tree(data) > MAX_TREE:
        raise _too_large()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken_xml() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _broken_xml()
    return root


def _size_of_tree(data: bytes) -> int:
    """Estimate the bytes that the elements of a part take, and the cells that are read of it."""
    return (
        len(data)
        + 120 * data.count(b"<")
        + 216 * data.count(b"=")
        + 300 * data.count(b"tc>")  # twice a cell
    )


def mentions(data: bytes, *words: bytes) -> bool:
    """Say whether a part may hold one of the words; of 16-bit encodings always yes."""
    return b"\0" in data[:8] or any(word in data for word in words)


def _inflate(archive: zipfile.ZipFile, copies: list[zipfile.ZipInfo]) -> bytes:
    info = copies[0]
    if len({copy.CRC for copy in copies}) > 1:
        raise UnreadableFile(
            "broken_zip",
            "文档内有重名而内容不同的部分，无法判断以哪一个为准。请另存为新文件后再试。",
        )
    if info.flag_bits & 1:
        raise UnreadableFile("encrypted", "压缩包设有密码，无法读取。请取消密码后再试。")
    if info.file_size > MAX_PART or (
        info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size
    ):
        raise _too_large()
    try:
        return archive.read(info)
    except DAMAGED_ZIP as damage:
        raise UnreadableFile(
            "broken_zip", "文件已损坏，压缩内容不完整。请重新下载或复制后再试。"
        ) from damage


@lru_cache(maxsize=256)
def _usual_links(folder: str, data: bytes) -> tuple[Relationship, ...]:
    """Read the links of a small part: files of one program have the same ones, to the byte."""
    return tuple(_links(folder, data))


def _links(folder: str, data: bytes) -> Iterator[Relationship]:
    for line in parse(data).iter(f"{PACKAGE_RELATION}Relationship"):
        if line.get("TargetMode") != "External":
            kind, target = line.get("Type", "").rpartition("/")[2], line.get("Target", "")
            yield Relationship(line.get("Id", ""), kind, _resolve(folder, target))


def _resolve(folder: str, target: str) -> str:
    """Follow a relationship's target from the folder of its source; `..` stays inside."""
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/")))
    return path.lstrip("/")


def _too_large() -> UnreadableFile:
    return UnreadableFile("too_large", "文档解压后过大，超出处理范围。请拆分后再试。")


def _broken_xml() -> UnreadableFile:
    return UnreadableFile(
        "broken_xml", "文档内容已损坏，无法解析。请用 Word 打开并修复，另存为 .docx 后再试。"
    )
