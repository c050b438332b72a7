"""
The name of a file in, what it is to a run out: one rule for folders, archives and remote places.

    甲局/表.docx     DOCUMENT      checked; one of an old format, too, so that it is reported
    甲局.zip         ARCHIVE       opened
    甲局.rar         CLOSED        an archive that cannot be opened: reported
    甲局/表.pdf      SCAN          not checked, counted: probably a form that was scanned
    甲局/~$表.docx   PASSED_OVER   not checked, counted: hidden, or a lock file of Word
    说明.txt         NOTHING       whatever else there is
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from hebiao.batch.out.job import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = {".docx", ".docm", ".dotx", ".dotm"}
_OLD = {".doc", ".dot", ".wps", ".rtf", ".odt", ".mht", ".mhtml"}
SUFFIXES = frozenset(_WORD | _OLD)
"""What is checked in a folder. A file of an old format is there, too, so that it is reported."""

LOCK = "~$"

_SCANS = frozenset({".pdf", ".ofd", ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".heic"})
_CLOSED = re.compile(
    r"""\.( rar | 7z | tar | tgz | tbz2? | txz | gz | bz2 | xz | zst | zipx | cab | iso | lzh | arj
         | z0*1 | r00 | (zip|7z|tar|rar)\.0*1 )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The names of archives that are not opened; of one in several volumes only the first counts."""

_OF_A_MAC = "__MACOSX"
_REPORTS = frozenset(KINDS.values())

Way: TypeAlias = tuple[str, ...]
"""The names on the way from what the user named down to a file, its own the last."""


class Kind(Enum):
    """What a file is to a run."""

    DOCUMENT = auto()
    ARCHIVE = auto()
    CLOSED = auto()
    SCAN = auto()
    PASSED_OVER = auto()
    NOTHING = auto()

    @property
    def is_target(self) -> bool:
        """Whether there will be a result for it."""
        return self in {Kind.DOCUMENT, Kind.ARCHIVE, Kind.CLOSED}


@dataclass(frozen=True, slots=True)
class File:
    """A file that was found: where, on which way below what the user named, and what it is."""

    path: str
    below: Way
    kind: Kind


def kind_of(way: Way) -> Kind:
    """Return what a file is that was found in a folder or an archive."""
    *folders, name = way
    kind = _by_suffix(name)
    if any(map(is_hidden_folder, folders)):
        return Kind.NOTHING
    if _OF_A_MAC in folders or is_passed_over(name):
        return Kind.PASSED_OVER if kind.is_target else Kind.NOTHING
    return kind


def kind_of_named(name: str) -> Kind:
    """Return what a file is that the user named: itself, whatever it is, if it is no archive."""
    kind = _by_suffix(name)
    return kind if kind.is_target else Kind.DOCUMENT


def is_passed_over(name: str) -> bool:
    """Say whether a file is hidden, the ._ file of a Mac, or a lock file."""
    return name.startswith((".", LOCK))


def is_hidden_folder(name: str) -> bool:
    """Say whether a folder is hidden; the names for itself and the one above are no names."""
    return name.startswith(".") and name not in {".", ".."}


def without_reports(ways: Iterable[Way]) -> list[Way]:
    """Leave out the copies and letters of our own runs: the folders beside one of our reports."""
    ways = list(ways)
    beside = {way[:-1] for way in ways if way[-1] in _REPORTS}
    ours = {(*folder, name) for folder in beside for name in _REPORTS}
    if not ours:
        return ways
    return [way for way in ways if not any(way[:n] in ours for n in range(1, len(way)))]


def _by_suffix(name: str) -> Kind:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in SUFFIXES:
        return Kind.DOCUMENT
    if suffix == ".zip":
        return Kind.ARCHIVE
    if _CLOSED.search(name):
        return Kind.CLOSED
    return Kind.SCAN if suffix in _SCANS else Kind.NOTHING
