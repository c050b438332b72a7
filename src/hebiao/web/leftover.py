"""
The folder of a server that was killed in, nothing of it out.

Each server holds a lock on a file in its folder; a folder whose lock can be had is nobody's.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import IO

PREFIX = "hebiao-desks-"
_LOCK = "in-use"


def private_folder() -> tuple[Path, IO[bytes]]:
    """Return a new folder that nobody else can open, and the lock that says it is in use."""
    folder = Path(mkdtemp(prefix=PREFIX))
    lock = (folder / _LOCK).open("wb")
    _locked(lock)
    return folder, lock


def clear_leftovers() -> None:
    """Delete the folders of servers that were killed, or went with the power."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and _is_nobodys(folder / _LOCK):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    return sys.platform == "win32" or folder.lstat().st_uid == os.getuid()


def _is_nobodys(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("r+b") as lock:
        return _locked(lock)


def _locked(lock: IO[bytes]) -> bool:
    """Lock a file until it is closed; return whether nobody else had."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - not on every system

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - as above

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
