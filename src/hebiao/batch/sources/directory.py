"""
An open .zip in, what lies in it out: the central directory, within limits.

Whatever is wrong with the archive as a whole raises UnreadableFile with the remedy.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, TYPE_CHECKING

from hebiao.batch.sources.member import LOCAL_HEADER, Entry
from hebiao.batch.sources.member_names import names_of
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_MEMBERS = 100_000
_MAX_DIRECTORY = 64 * 2**20  # bytes
_UNIX = 3
_DOS_FOLDER = 0x10
_DAMAGED = (
    zipfile.BadZipFile,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
_BEGINNINGS = (
    (b"Rar!", "其实是 RAR 压缩包"),
    (b"7z\xbc\xaf", "其实是 7z 压缩包"),
    (b"\x1f\x8b", "其实是 gzip 压缩包"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `link` where it only names another."""

    name: str
    entry: Entry
    link: bool


def members(file: IO[bytes]) -> list[Member]:
    """
    Return the files in an archive, in the order they lie there.

    Raises:
        UnreadableFile: it is no archive that can be opened, or one that means harm.
    """
    archive = _opened(file)
    infos = archive.infolist()
    _refuse_overlaps(infos, archive.start_dir)
    named = zip(names_of(infos), infos, strict=True)
    return [Member(name, _entry(info), _is_link(info)) for name, info in named if _is_file(info)]


class _Counted:
    """
    The file as zipfile reads it.

    It reads the central directory in one piece, of which the members are counted before it makes
    an object of each.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size) if size <= _MAX_DIRECTORY else b""
        if size > _MAX_DIRECTORY or data.count(b"PK\1\2") > MAX_MEMBERS:
            raise too_many()
        return data


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(_Counted(file))
    except UnicodeDecodeError as error:
        message = "压缩包里的文件名写法有误，打不开。请先解压成文件夹再核查。"
        raise UnreadableFile("broken_zip", message) from error
    except _DAMAGED as error:
        file.seek(0)
        raise _no_archive(file.read(8)) from error


def _no_archive(head: bytes) -> UnreadableFile:
    if not head:
        message = "压缩包是空的，没有内容。请重新下载或复制后再核查。"
        return UnreadableFile("empty_file", message)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            message = f"后缀是 .zip，{kind}，打不开。请先解压成文件夹或 .zip 再核查。"
            return UnreadableFile("closed_archive", message)
    if head.startswith(b"PK"):
        message = (
            "压缩包打不开：没有下载完整、已损坏，或是分卷压缩中的一卷。"
            "请重新下载，或先解压成文件夹再核查。"
        )
        return UnreadableFile("broken_zip", message)
    return UnreadableFile(
        "not_zip", "后缀是 .zip，内容不是压缩包，或已损坏。请核对来源，重新下载后再核查。"
    )


def _refuse_overlaps(infos: Sequence[zipfile.ZipInfo], end: int) -> None:
    """Refuse an archive in which members share bytes: so a small one unpacks to no end."""
    spans = sorted(
        (info.header_offset, info.header_offset + LOCAL_HEADER.size + info.compress_size)
        for info in infos
    )
    starts = [*(start for start, _ in spans), end]
    if starts[0] < 0 or any(stop > following for (_, stop), (_, following) in _next(spans, starts)):
        raise UnreadableFile(
            "overlap",
            "压缩包里的文件互相重叠，不是正常的压缩包，没有打开。请核对来源，请报送单位重新压缩。",
        )


def _next(
    spans: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    return zip(spans, pairwise(starts), strict=True)


def _entry(info: zipfile.ZipInfo) -> Entry:
    return Entry(
        info.header_offset,
        info.compress_size,
        info.file_size,
        info.CRC,
        info.compress_type,
        info.flag_bits,
    )


def _mode(info: zipfile.ZipInfo) -> int:
    return info.external_attr >> 16 if info.create_system == _UNIX else 0


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(_mode(info))


def _is_file(info: zipfile.ZipInfo) -> bool:
    if info.orig_filename.endswith(("/", "\\")) or stat.S_ISDIR(_mode(info)):
        return False
    return bool(info.file_size) or not info.external_attr & _DOS_FOLDER


def too_many() -> UnreadableFile:
    """Say that there are too many files in an archive."""
    return UnreadableFile(
        "too_many",
        f"压缩包里的文件超过 {MAX_MEMBERS // 10_000} 万个，没有打开。"
        "请分成几个压缩包，或先解压成文件夹再核查。",
    )
