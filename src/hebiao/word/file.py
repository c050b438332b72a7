"""A path in, the bytes of the file out, or what is wrong with it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(source: Path | str | bytes) -> bytes:
    """
    Return the bytes of a file.

    Raises:
        UnreadableFile: it is not there, is a folder, or may not be read.
    """
    if isinstance(source, bytes):
        return source
    with reading():
        return Path(source).read_bytes()


@contextmanager
def reading() -> Iterator[None]:
    """Turn what goes wrong with a file on the disk into an UnreadableFile with the remedy."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableFile("missing", "找不到这个文件，请核对文件名和所在的文件夹。") from None
    except OSError:
        message = "文件打不开，请确认它不是文件夹、没有被别的程序占用、有读取权限。"
        raise UnreadableFile("not_accessible", message) from None
