r"""
The way to a file in, a way out that every system allows, and that never leads out of a folder.

    甲/表.docx             甲/表.docx
    ../../etc/x.docx       etc/x.docx
    C:\甲\CON.docx           甲/_CON.docx
    甲?/表.docx            甲_/表.docx
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = re.compile(r"[/\\]")
_DRIVE = re.compile(r"[A-Za-z]:")
_FORBIDDEN = frozenset('<>:"|?*')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_RESERVED = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)

LONGEST_NAME = 100  # characters …
LONGEST_BYTES = 220  # … and bytes, 73 Chinese characters: of 255, some for a number and the like
LONGEST_WAY = 140  # of the 260 characters Windows allows, with the folder of reports before it
_LONGEST_SUFFIX = 8


def safe_place(way: Iterable[str]) -> PurePosixPath:
    """Return the place of a copy below a folder, for the names on the way to a file."""
    names = [name for part in way for name in _SEPARATORS.split(part)]
    kept = [_safe(name) for name in names if name not in {"", ".", ".."} and not _is_drive(name)]
    *folders, last = kept or ["_"]
    room = LONGEST_WAY - len(last)
    near: list[str] = []
    for folder in folders:
        room -= len(folder) + 1
        if room < 0:
            break
        near.append(folder)
    return PurePosixPath(*near, last)


def _is_drive(name: str) -> bool:
    return _DRIVE.fullmatch(name) is not None


def _safe(name: str) -> str:
    clean = "".join("_" if _is_harmful(character) else character for character in name)
    short = _shortened(clean.strip(" ").rstrip(" .")) or "_"
    return f"_{short}" if _RESERVED.match(short) else short


def _is_harmful(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character) in _INVISIBLE


def _shortened(name: str) -> str:
    """Cut a name that is too long, before its suffix."""
    if _fits(name):
        return name
    stem, dot, suffix = name.rpartition(".")
    end = dot + suffix if dot and len(suffix) <= _LONGEST_SUFFIX else ""
    stem = (stem if end else name)[:LONGEST_NAME]
    while not _fits(stem + end):
        stem = stem[:-1]
    return stem.rstrip(" .") + end


def _fits(name: str) -> bool:
    return len(name) <= LONGEST_NAME and len(name.encode()) <= LONGEST_BYTES
