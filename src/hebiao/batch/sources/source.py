"""
A document to check, wherever it lies: a value that travels to other processes, opened there.

    报送/甲/表.docx              a file
    报送.zip/甲/表.docx          a member of an archive
    报送.zip/乙.zip/表.docx      a member of an archive in an archive
    s3://bucket/表.docx          a file at a remote place

It holds a path and where in the archive the document lies; no handles, and none of its bytes.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

from hebiao.batch.sources import remote, unpacked
from hebiao.batch.sources.member import pieces
from hebiao.batch.sources.safe_place import safe_place
from hebiao.check import CheckResult, Status, Trouble
from hebiao.errors import UnreadableFile
from hebiao.word.file import load as load_file
from hebiao.word.file import reading
from hebiao.word.package import MAX_PART

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from hebiao.batch.sources.documents import Way
    from hebiao.batch.sources.member import Entry

MAX_DOCUMENT = MAX_PART
MAX_ARCHIVE = 200 * 2**20  # bytes of an archive in another, unpacked


@dataclass(frozen=True, slots=True)
class Source:
    """
    A document, or an archive: what reports call it, and how to open it.

    `path` is the file, or the archive, as the user gave it; `below` the names on the way to the
    document from what the user named. `entries` lead to it through the archives, the last is its
    own; `stamp` tells whether the outermost of them is still what it was when it was listed.
    """

    name: str
    path: str
    below: Way
    entries: tuple[Entry, ...] = ()
    stamp: str = ""

    @property
    def place(self) -> PurePosixPath:
        """A place for a copy below any folder, harmless whatever the document is called."""
        return safe_place(self.below)


Target: TypeAlias = Source | CheckResult
"""A document to check, or the reason why there is none."""


def plain(path: str) -> Source:
    """Return the source that is a file the user named."""
    return Source(path, path, (Path(path).name,))


def load(source: Source) -> bytes:
    """
    Return the bytes of a document.

    Raises:
        UnreadableFile: it is not there, may not be read, is damaged or too large.
    """
    if source.entries:
        with opened(_around(source)) as file:
            return b"".join(pieces(file, source.entries[-1], MAX_DOCUMENT))
    return remote.load(source.path) if remote.is_remote(source.path) else load_file(source.path)


@contextmanager
def opened(archive: Source) -> Iterator[IO[bytes]]:
    """
    Open an archive; one that lies in another is unpacked once a process.

    Raises:
        UnreadableFile: as `load`; also if it has changed since it was listed.
    """
    if archive.stamp and archive.stamp != stamp_of(archive.path):
        raise UnreadableFile(
            "changed",
            "压缩包在核查期间被改动过，里面的这个文件没有核查。请等它不再改动后再核查一次。",
        )
    if archive.entries:
        yield unpacked.kept(
            (archive.path, archive.stamp, archive.entries), lambda: _within(archive)
        )
        return
    outermost = remote.opened if remote.is_remote(archive.path) else _opened
    with outermost(archive.path) as file:
        yield file


def refused(name: str, error: UnreadableFile, status: Status = Status.UNREADABLE) -> CheckResult:
    """Return the result of what cannot be read."""
    return CheckResult(name, "", status, Trouble(error.code, error.message), ())


def stamp_of(path: str) -> str:
    """
    Return what is another once the file has changed.

    Raises:
        UnreadableFile: it is not there, or may not be read.
    """
    if remote.is_remote(path):
        return remote.stamp_of(path)
    with reading():
        status = Path(path).stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _around(source: Source) -> Source:
    return replace(source, entries=source.entries[:-1])


def _within(archive: Source) -> Iterator[bytes]:
    with opened(_around(archive)) as file:
        yield from pieces(file, archive.entries[-1], MAX_ARCHIVE)


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    with reading(), Path(path).open("rb") as file:
        yield file
