"""
The members of a .zip in, their names out, as whoever packed it saw them.

    with the UTF-8 flag           UTF-8
    with the field 0x7075         the name in it, if it is of this member (Info-ZIP)
    else                          bytes, in GB18030 (Windows in Chinese) or UTF-8 (a Mac)

Nothing says which of the last two it is. A short name may be valid in both: 陆 in GBK is ½ in
UTF-8. So all names of an archive are read together, and the reading wins that is better Chinese.
"""

from __future__ import annotations

import struct
import zlib
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zipfile import ZipInfo

_UTF_8_FLAG = 0x800
_UNICODE_PATH = 0x7075
_AS_ZIPFILE_READS = "cp437"
_CANDIDATES = ("utf-8", "gb18030")  # the first of two that are as good


def names_of(members: Sequence[ZipInfo]) -> list[str]:
    """Return the name of each member, with / between folders and nothing that cannot be seen."""
    raw = [_raw(member) for member in members]
    coding = _coding([name for name in raw if isinstance(name, bytes)])
    decoded = (name if isinstance(name, str) else _decoded(name, coding) for name in raw)
    return _distinct([_shown(name) for name in decoded])


def _raw(member: ZipInfo) -> str | bytes:
    """Return the name, or its bytes where the archive does not say what they mean."""
    name = member.orig_filename
    if member.flag_bits & _UTF_8_FLAG or name.isascii():
        return name
    raw = name.encode(_AS_ZIPFILE_READS)
    return _unicode_path(member.extra, raw) or raw


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """Return the name in the field 0x7075, if it was written for this name."""
    for kind, data in _fields(extra):
        if kind != _UNICODE_PATH or len(data) < 5:
            continue
        version, crc = struct.unpack("<BL", data[:5])
        if version == 1 and crc == zlib.crc32(raw):
            return _strict(data[5:], "utf-8")
    return None


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        yield kind, extra[4 : 4 + size]
        extra = extra[4 + size :]


def _coding(names: Sequence[bytes]) -> str | None:
    """Return the coding in which all names can be read, and look Chinese; None: not all can."""
    readings: dict[str, int] = {}
    for coding in _CANDIDATES:
        texts = [_strict(name, coding) for name in names]
        if None not in texts:
            readings[coding] = sum(_oddness(text) for text in texts if text)
    return min(readings, key=lambda coding: readings[coding], default=None)


def _decoded(name: bytes, coding: str | None) -> str:
    """Read a name as all are, or by itself where they are of several codings."""
    coding = coding or _coding([name]) or _AS_ZIPFILE_READS
    return name.decode(coding)


def _strict(name: bytes, coding: str) -> str | None:
    try:
        return name.decode(coding)
    except UnicodeDecodeError:
        return None


def _oddness(text: str) -> int:
    """Say how far a text is from everyday Chinese: 0 for the 3755 commonest characters."""
    return sum(_rarity(character) for character in text if not character.isascii())


def _rarity(character: str) -> int:
    try:
        row = character.encode("gb2312")[0] - 0xA0
    except UnicodeEncodeError:
        return 3
    if row >= 16:
        return int(row >= 56)
    return 0 if ord(character) >= 0x2000 else 2  # accents, Greek, Cyrillic: of 2 bytes in UTF-8


def _shown(name: str) -> str:
    """Return the name on one line, its folders divided by /; it may still lead out of a folder."""
    parts = (part for part in name.replace("\\", "/").split("/") if part not in {"", "."})
    return "".join(c if c.isprintable() else "�" for c in "/".join(parts)) or "�"


def _distinct(names: Sequence[str]) -> list[str]:
    """Give the second of one name a number, such as 表（2）.docx, that no other has."""
    taken = set(names)
    numbers: dict[str, Iterator[int]] = {}
    distinct: list[str] = []
    for name in names:
        own = name
        if name in numbers:
            own = next(other for n in numbers[name] if (other := _numbered(name, n)) not in taken)
            taken.add(own)
        numbers.setdefault(name, count(2))
        distinct.append(own)
    return distinct


def _numbered(name: str, number: int) -> str:
    folder, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    numbered = f"{stem}（{number}）{dot}{suffix}" if dot else f"{last}（{number}）"
    return f"{folder}{slash}{numbered}"
