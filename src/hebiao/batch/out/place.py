"""The folder reports are written into: files appear there when they are complete."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hebiao.errors import UsageError, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def prepared(path: Path) -> Path:
    """
    Make the folder the report files go into.

    Raises:
        UsageError: it cannot be made.
    """
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file on the disk into a sentence with the remedy."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"写不了 {path}（{reason_of(error)}）；"
            "请确认文件夹可以写入，同名文件没有在别的程序里打开"
        ) from error


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """
    Write a file, which replaces one of this name when it is complete.

    Raises:
        UsageError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("wb") as file:
                file.writelines(pieces)
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def gone(path: Path) -> None:
    """
    Take a file away that is of last time, if it is there.

    Raises:
        UsageError: it cannot be taken away.
    """
    with writing(path):
        path.unlink(missing_ok=True)


def put_text(path: Path, pieces: Iterable[str]) -> None:
    """
    Write a text file in UTF-8; what no UTF-8 can write is written as an escape.

    Raises:
        UsageError: it cannot be written.
    """
    put(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
