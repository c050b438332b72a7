"""Nothing in, the mark of this program out: the same where rules, layouts and all else are."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from hebiao import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_COMPILED = "__pycache__"


@cache
def fingerprint() -> str:
    """
    Return the version, and a digest of every file the program is made of.

    A rule or a layout that was changed in place has no other version, but gives other results.
    """
    digest = sha256()
    for name, data in _contents(files("hebiao"), ""):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return f"{__version__}+{digest.hexdigest()[:16]}"


def _contents(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{above}/{each.name}"
        if each.is_dir():
            if each.name != _COMPILED:
                yield from _contents(each, name)
        else:
            yield name, each.read_bytes()
