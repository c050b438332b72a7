"""
Paths as a user gives them in, the files to check out, in their order.

    2020/            every Word document in the folder and below, 第2号 before 第10号
    2020/*.docx      what fits the pattern
    a.docx           itself, whatever it is
    ~$a.docx         not checked: the lock file Word leaves beside an open document
    结果/批注/        not checked: the copies and letters of a run, beside its 核查报告.html
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hebiao.batch.out.job import KINDS
from hebiao.check import CheckResult, Status, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = {".docx", ".docm", ".dotx", ".dotm"}
_OLD = {".doc", ".dot", ".wps", ".rtf", ".odt", ".mht", ".mhtml"}
SUFFIXES = frozenset(_WORD | _OLD)
"""What is checked in a folder. A file of an old format is there, too, so that it is reported."""

LOCK = "~$"

Target: TypeAlias = str | CheckResult
"""A file to check, or the reason why there is none."""

_REPORTS = frozenset(KINDS.values())
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """What the paths mean; `skipped` counts hidden and lock files in folders."""

    targets: tuple[Target, ...]
    skipped: int


def discover(paths: Iterable[str]) -> Found:
    """Return the files that are meant; one that is meant twice is checked once."""
    targets: dict[str, Target] = {}
    skipped = 0
    for path in paths:
        found = _meant(path)
        skipped += found.skipped
        for target in found.targets:
            name = target if isinstance(target, str) else target.path
            targets.setdefault(os.path.realpath(name), target)
    return Found(tuple(targets.values()), skipped)


def _meant(path: str) -> Found:
    if os.path.isdir(path):  # noqa: PTH112 - a Path would not keep the path as it was given
        return _in_folder(path)
    if os.path.lexists(path):
        lock = Path(path).name.startswith(LOCK)
        return Found((_nothing(path, "lock_file") if lock else path,), 0)
    return _fitting(path) if has_magic(path) else Found((path,), 0)


def _fitting(pattern: str) -> Found:
    """Return what fits a pattern: only a shell for Unix has replaced it before."""
    names = sorted(glob(pattern, recursive=True), key=natural)  # noqa: PTH207 - as above
    parts = [_in_folder(n) if os.path.isdir(n) else _passed([n]) for n in names]  # noqa: PTH112
    targets = tuple(target for part in parts for target in part.targets)
    if not targets:
        return Found((_nothing(pattern, "missing"),), 0)
    return Found(targets, sum(part.skipped for part in parts))


def _in_folder(folder: str) -> Found:
    troubles: list[Target] = []

    def note(error: OSError) -> None:
        troubles.append(_nothing(str(error.filename), "not_accessible"))

    names: list[str] = []
    for place, below, files in os.walk(folder, onerror=note):
        ours = KINDS.values() if not _REPORTS.isdisjoint(files) else ()
        below[:] = [name for name in below if not name.startswith(".") and name not in ours]
        names += (os.path.join(place, name) for name in files)  # noqa: PTH118 - as above
    found = _passed(sorted(filter(_is_document, names), key=natural))
    targets = (*found.targets, *troubles)
    return Found(targets or (_nothing(folder, "empty_folder"),), found.skipped)


def _is_document(path: str) -> bool:
    return Path(path).suffix.lower() in SUFFIXES


def _passed(paths: list[str]) -> Found:
    """Leave out hidden files, lock files and the ._ files of a Mac."""
    kept = tuple(path for path in paths if not Path(path).name.startswith((".", LOCK)))
    return Found(kept, len(paths) - len(kept))


def natural(path: str) -> list[list[tuple[bool, int, str]]]:
    """Return the key that sorts 2.docx before 10.docx, and figures before words."""
    return [[_rank(piece) for piece in _DIGITS.split(name) if piece] for name in Path(path).parts]


def _rank(piece: str) -> tuple[bool, int, str]:
    digits = piece.isdecimal()
    return not digits, int(piece) if digits else 0, piece.casefold()


_MESSAGES = {
    "lock_file": "这是 Word 打开文档时留下的临时文件，不是文档本身。请核查去掉“~$”的同名文档；"
    "Word 已关闭而它还在的，可以删除。",
    "empty_folder": "文件夹里没有 Word 文档（.docx），请核对是不是这个文件夹。",
    "missing": "没有符合的文件，请核对文件名和所在的文件夹。",
    "not_accessible": "文件夹打不开，里面的文件没有核查，请确认有读取权限。",
}


def _nothing(path: str, code: str) -> CheckResult:
    trouble = Trouble(code, _MESSAGES[code])
    return CheckResult(path, "", Status.UNREADABLE, trouble, ())
