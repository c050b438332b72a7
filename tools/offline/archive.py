"""Files by their names in, a zip out: the same files give the same bytes, wherever and whenever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Files = Mapping[str, bytes | Path]

_WHEN = (2020, 2, 2, 0, 0, 0)
"""The time build back-ends write into wheels where none is set."""
_UNIX = 3


def write_archive(path: Path, folder: str, files: Files) -> None:
    """Write the files into one folder of a zip, in the order of their names."""
    with ZipFile(path, "w") as archive:
        for name in sorted(files):
            archive.writestr(_entry(f"{folder}/{name}"), _content(files[name]), compresslevel=9)


def checksums(files: Files) -> bytes:
    """Return what `sha256sum --check` reads."""
    lines = [f"{digest(_content(files[name]))}  {name}\n" for name in sorted(files)]
    return "".join(lines).encode()


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _WHEN)
    entry.compress_type = ZIP_STORED if name.endswith((".whl", ".gz")) else ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
    return entry


def _content(source: bytes | Path) -> bytes:
    return source.read_bytes() if isinstance(source, Path) else source
