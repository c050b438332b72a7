"""
An archive in, the documents in it out, and in the archives within it.

    报送.zip            报送.zip/甲/表.docx, 报送.zip/乙.zip/表.docx
    an xlsx as .zip     itself: the reader says what it is

Whatever is wrong with the archive, or with one in it, is a result; the others go on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hebiao.batch.sources.closed import closed
from hebiao.batch.sources.directory import MAX_MEMBERS, Member, members, too_many
from hebiao.batch.sources.documents import Kind, kind_of, without_reports
from hebiao.batch.sources.found import Found, together
from hebiao.batch.sources.natural import natural
from hebiao.batch.sources.source import Source, opened, refused, stamp_of
from hebiao.check import Status
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.batch.sources.documents import Way

DEPTH = 3  # of archives in others, below the one that is listed
MAX_TOTAL = 32 * 2**30  # bytes of all documents and archives in an archive, unpacked
_PACKAGE = "[Content_Types].xml"


@dataclass(slots=True)
class _Allowance:
    """How much there may still be in an archive and in all those within it."""

    members: int = MAX_MEMBERS
    size: int = field(default_factory=lambda: MAX_TOTAL)

    def take(self, listed: Sequence[Member], opened_up: Sequence[Member]) -> None:
        self.members -= len(listed)
        self.size -= sum(member.entry.size for member in opened_up)
        if self.members < 0:
            raise too_many()
        if self.size < 0:
            raise UnreadableFile(
                "too_large",
                f"压缩包里的文件解压后共超过 {MAX_TOTAL // 2**30} GB，没有打开。"
                "请分成几个压缩包，或先解压成文件夹再核查。",
            )


def listed(path: str, below: Way, *, named: bool) -> Found:
    """
    Return what there is to check in an archive.

    Args:
        path: the archive.
        below: the names on the way to it from what the user named.
        named: whether the user named it, and expects documents in it.
    """
    try:
        archive = Source(path, path, below, stamp=stamp_of(path))
        return _in(archive, _Allowance(), Status.UNREADABLE if named else Status.NO_FORM)
    except UnreadableFile as error:
        return Found((refused(path, error),))


def _in(archive: Source, allowance: _Allowance, without: Status) -> Found:
    """List an archive; `without` is what it is if there are no documents in it."""
    with opened(archive) as file:
        listing = members(file)
    if any(member.name == _PACKAGE for member in listing):
        return Found((archive,))
    kept = _kept(listing)
    allowance.take(listing, [member for member, kind in kept if kind.is_target])
    parts = [_meant(archive, member, kind, allowance) for member, kind in kept]
    found = together(parts)
    if found.targets:
        return found
    return replace(found, targets=(refused(archive.name, _nothing(listing), without),))


def _kept(listing: Sequence[Member]) -> list[tuple[Member, Kind]]:
    """Return the members that count, in their natural order."""
    by_way = {tuple(member.name.split("/")): member for member in listing}
    kept = [(by_way[way], kind_of(way)) for way in without_reports(by_way)]
    return sorted(kept, key=lambda each: natural(each[0].name))


def _meant(archive: Source, member: Member, kind: Kind, allowance: _Allowance) -> Found:
    if not kind.is_target:
        return Found((), int(kind is Kind.PASSED_OVER), int(kind is Kind.SCAN))
    source = _source(archive, member)
    if member.link:
        return Found((refused(source.name, _link()),))
    if kind is Kind.CLOSED:
        return Found((closed(source.name),))
    return Found((source,)) if kind is Kind.DOCUMENT else _nested(source, allowance)


def _nested(archive: Source, allowance: _Allowance) -> Found:
    if len(archive.entries) > DEPTH:
        return Found((refused(archive.name, _too_deep()),))
    try:
        return _in(archive, allowance, Status.NO_FORM)
    except UnreadableFile as error:
        return Found((refused(archive.name, error),))


def _source(archive: Source, member: Member) -> Source:
    folder = PurePosixPath(archive.below[-1]).stem
    return replace(
        archive,
        name=f"{archive.name}/{member.name}",
        below=(*archive.below[:-1], folder, *member.name.split("/")),
        entries=(*archive.entries, member.entry),
    )


def _nothing(listing: Sequence[Member]) -> UnreadableFile:
    if not listing:
        message = "压缩包是空的，里面没有文件，请核对是不是这个压缩包。"
        return UnreadableFile("empty_archive", message)
    message = "压缩包里没有 Word 文档（.docx），请核对是不是这个压缩包。"
    return UnreadableFile("no_document", message)


def _link() -> UnreadableFile:
    return UnreadableFile(
        "link", "压缩包里的这个文件只是一个链接，没有内容。请把原来的文件放进去重新压缩。"
    )


def _too_deep() -> UnreadableFile:
    return UnreadableFile(
        "too_deep",
        f"压缩包里套压缩包，超过 {DEPTH} 层，没有打开。请先解压成文件夹再核查。",
    )
