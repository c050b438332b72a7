r"""
The name an upload gives a file in, how the page and the reports call it out. It is no path.

    C:\报送\甲局\表.docx   →   报送/甲局/表.docx
    ../../etc/表.docx        →   etc/表.docx
    表.docx, again           →   表（2）.docx
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hebiao.batch.sources.documents import LOCK, SUFFIXES
from hebiao.reports.html.engine import clean

if TYPE_CHECKING:
    from collections.abc import Container

ARCHIVE = ".zip"
NAMELESS = "未命名"
_LONGEST = 180
_BETWEEN = re.compile(r"[/\\]")
_DRIVE = re.compile(r"[A-Za-z]:")
_MARKS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def decoded(name: bytes) -> str:
    """Return a name: in UTF-8, as browsers send it, or as an old program of Windows does."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "replace")


def called(name: str, taken: Container[str] = ()) -> str:
    """Return how a file is called: its folders, cleaned, and a number where there is another."""
    parts = (_DRIVE.sub("", part).strip() for part in _BETWEEN.split(clean(_MARKS.sub("", name))))
    wanted = _shortened([part for part in parts if part.strip(".")])
    return _apart(wanted, taken)


def _shortened(parts: list[str]) -> str:
    """Return a name that is not too long: of a long one the end counts, for its suffix."""
    if not parts:
        return NAMELESS
    *folders, last = parts
    if len(last) > _LONGEST:
        suffix = PurePosixPath(last).suffix[:10]
        last = f"{last[: _LONGEST - len(suffix) - 1]}…{suffix}"
    while folders and len("/".join([*folders, last])) > _LONGEST:
        folders.pop(0)
    return "/".join([*folders, last])


def _apart(name: str, taken: Container[str]) -> str:
    path, number, apart = PurePosixPath(name), 1, name
    while apart in taken:
        number += 1
        apart = str(path.with_name(f"{path.stem}（{number}）{path.suffix}"))
    return apart


def stored_as(file: str, name: str) -> str:
    """
    Return the name a file has on the disk: its own number and what says of which kind it is.

    A lock file of Word stays one, so that it is told as what it is.
    """
    last = PurePosixPath(name).name
    suffix = PurePosixPath(last).suffix.lower()
    lock = LOCK if last.startswith(LOCK) else ""
    return f"{lock}{file}{suffix if suffix in SUFFIXES | {ARCHIVE} else ''}"
