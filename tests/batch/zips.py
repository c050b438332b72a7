"""Archives written byte by byte, as zipfile would not write them."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UTF_8 = 0x800
ENCRYPTED = 1


@dataclass(frozen=True)
class Packed:
    """One member; what is None is as it should be."""

    name: bytes
    data: bytes = b"?"
    flags: int = 0
    method: int = 8
    size: int | None = None
    crc: int | None = None
    extra: bytes = b""
    mode: int = 0
    offset: int | None = None
    packed: int | None = None


def zipped(members: Sequence[Packed]) -> bytes:
    """Write an archive of them."""
    body = b""
    directory = b""
    for member in members:
        raw = _raw(member)
        sizes = (
            zlib.crc32(member.data) if member.crc is None else member.crc,
            len(raw) if member.packed is None else member.packed,
            len(member.data) if member.size is None else member.size,
        )
        offset = len(body) if member.offset is None else member.offset
        common = (20, member.flags, member.method, 0, 0, *sizes, len(member.name))
        body += struct.pack("<4s5H3L2H", b"PK\3\4", *common, 0) + member.name + raw
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 0x0314, *common, len(member.extra),
            0, 0, 0, member.mode << 16, offset,
        ) + member.name + member.extra  # fmt: skip
    count = len(members)
    return body + directory + struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0
    )  # fmt: skip


def _raw(member: Packed) -> bytes:
    if member.method != 8:
        return member.data
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(member.data) + deflater.flush()


def named(*names: str, coding: str = "utf-8") -> bytes:
    """Write an archive with small files of these names, without a word on their coding."""
    return zipped([Packed(name.encode(coding)) for name in names])


def unicode_path(name: bytes, meant: str) -> bytes:
    """Return the extra field of Info-ZIP with the name that is meant."""
    data = struct.pack("<BL", 1, zlib.crc32(name)) + meant.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data
