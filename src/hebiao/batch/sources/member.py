"""
One member of a .zip, by where it lies: its bytes come out unpacked, checked and bounded.

    local header   30 bytes, the name, extra fields: only their lengths are needed
    data           `packed` bytes, stored or deflated; `size` and `crc` when unpacked

Nothing the archive says of itself is trusted: no more is ever unpacked than `size`, and what is
not exactly that is damaged.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED

from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Inflater(Protocol):
        """What zlib.decompressobj makes; its type has no public name."""

        @property
        def unconsumed_tail(self) -> bytes:
            """What of the last chunk is still packed."""

        def decompress(self, data: bytes, max_length: int, /) -> bytes:
            """Return what is unpacked, no more than this."""


LOCAL_HEADER = struct.Struct("<4s22xHH")
_SIGNATURE = b"PK\3\4"
_ENCRYPTED = 1
_CHUNK = 2**20
_MAX_RATIO = 250  # of the size of a member to its packed size …
_SMALL = 16 * 2**20  # … where it is larger than this
_METHODS = {9: "Deflate64", 12: "BZip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a member lies in its archive, and what the archive says of it."""

    offset: int
    packed: int
    size: int
    crc: int
    method: int
    flags: int


def pieces(file: IO[bytes], entry: Entry, limit: int) -> Iterator[bytes]:
    """
    Yield the bytes of a member.

    Raises:
        UnreadableFile: it is encrypted, damaged, or larger than the limit.
    """
    _refuse(entry, limit)
    file.seek(entry.offset)
    header = file.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or header[:4] != _SIGNATURE:
        raise _damaged()
    _, name, extra = LOCAL_HEADER.unpack(header)
    file.seek(entry.offset + LOCAL_HEADER.size + name + extra)
    size = crc = 0
    for piece in _unpacked(file, entry):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        yield piece
    if (size, crc) != (entry.size, entry.crc):
        raise _damaged()


def _unpacked(file: IO[bytes], entry: Entry) -> Iterator[bytes]:
    """Yield what is unpacked, one byte more than there should be at the most."""
    room = entry.size + 1
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for chunk in _packed(file, entry.packed):
        unpacked = _inflated(inflater, chunk) if entry.method == ZIP_DEFLATED else iter((chunk,))
        for piece in unpacked:
            yield piece[:room]
            room -= len(piece)
            if room <= 0:
                return
        if inflater.eof:
            return


def _packed(file: IO[bytes], left: int) -> Iterator[bytes]:
    while left > 0:
        chunk = file.read(min(left, _CHUNK))
        if not chunk:
            raise _damaged()
        left -= len(chunk)
        yield chunk


def _inflated(inflater: Inflater, chunk: bytes) -> Iterator[bytes]:
    """Inflate a chunk piece by piece; a full piece may have left some of it behind."""
    while True:
        try:
            piece = inflater.decompress(chunk, _CHUNK)
        except zlib.error as error:
            raise _damaged() from error
        yield piece
        if len(piece) < _CHUNK:
            return
        chunk = inflater.unconsumed_tail


def _refuse(entry: Entry, limit: int) -> None:
    if entry.flags & _ENCRYPTED:
        raise UnreadableFile(
            "encrypted",
            "压缩包里的这个文件有密码，打不开。请向报送单位要来密码，解压成文件夹再核查，"
            "或请他们去掉密码重新压缩。",
        )
    if entry.method not in {ZIP_STORED, ZIP_DEFLATED}:
        method = _METHODS.get(entry.method, f"编号 {entry.method}")
        raise UnreadableFile(
            "packing_method",
            f"压缩包里的这个文件用了少见的压缩方式（{method}），读不了。"
            "请先解压成文件夹再核查，或用普通的 zip 方式重新压缩。",
        )
    if entry.size > limit:
        raise UnreadableFile(
            "too_large",
            f"压缩包里的这个文件解压后超过 {limit // 2**20} MB，没有打开。请先解压成文件夹再核查。",
        )
    if entry.size > _SMALL and entry.size > _MAX_RATIO * entry.packed:
        raise UnreadableFile(
            "too_large",
            "压缩包里的这个文件解压后会大几百倍，不像正常的文档，没有打开。请核对来源；"
            "确实要核查的，请先解压成文件夹。",
        )


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "broken_zip",
        "压缩包里的这个文件已损坏，解压不完整。请重新下载或复制这个压缩包，或请报送单位重新压缩。",
    )
