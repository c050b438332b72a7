"""Files on the disk: a folder or a pattern in, what is there out; paths stay as they were given."""

from __future__ import annotations

import os
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.batch.sources.documents import is_hidden_folder
from hebiao.batch.sources.natural import natural

if TYPE_CHECKING:
    from hebiao.batch.sources.documents import Way


def is_folder(path: str) -> bool:
    """Say whether there is a folder."""
    return Path(path).is_dir()


def exists(path: str) -> bool:
    """Say whether there is a file, or a link, even one that leads nowhere."""
    return os.path.lexists(path)


def walked(folder: str) -> tuple[list[Way], list[str]]:
    """Return the ways to the files in a folder and below, and the folders that did not open."""
    closed: list[str] = []

    def note(error: OSError) -> None:
        closed.append(str(error.filename))

    ways: list[Way] = []
    for place, below, files in os.walk(folder, onerror=note):
        below[:] = [name for name in below if not is_hidden_folder(name)]
        start = Path(place).relative_to(folder).parts
        ways += ((*start, name) for name in files)
    return ways, closed


def joined(folder: str, way: Way) -> str:
    """Return the path of a file in a folder."""
    return os.path.join(folder, *way)  # noqa: PTH118 - a Path would not keep it as it was given


def matches(pattern: str) -> list[tuple[str, Way]]:
    """Return what fits a pattern, with the ways from the last folder that is no pattern."""
    parts = Path(pattern).parts
    start = Path(*parts[: next(n for n, part in enumerate(parts) if has_magic(part))])
    names = sorted(glob(pattern, recursive=True), key=natural)  # noqa: PTH207 - as above
    return [(name, Path(name).relative_to(start).parts) for name in names]
