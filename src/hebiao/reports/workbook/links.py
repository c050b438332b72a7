"""
The path of a file and the folder of the workbook in, the address of a link out.

    报送/甲 局/85%#1.docx   →   报送/甲%20局/85%25%231.docx

The address is relative, so that the folders can be moved together; absolute only to another
drive. Chinese stays as it is, which is how Excel writes it.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath

_LONGEST_ADDRESS = 2_000
"""Excel allows 2,079 characters."""

_ESCAPES = str.maketrans({char: f"%{ord(char):02X}" for char in ' "#%<>?[\\]^`{|}'})
_COLON = "%3A"


def address(path: str, folder: Path) -> str | None:
    """Return the address, or None where a path has none that a workbook can hold."""
    if not path or not path.isprintable():
        return None
    found = _address(path, folder)
    return found if len(found) <= _LONGEST_ADDRESS else None


def _address(path: str, folder: Path) -> str:
    """Escape the path; a colon in a name of Unix must not look like a drive or a scheme."""
    try:
        relative = PurePath(os.path.relpath(path, folder))
    except ValueError:  # another drive of Windows
        return Path(path).absolute().as_posix().translate(_ESCAPES)
    return relative.as_posix().translate(_ESCAPES).replace(":", _COLON)
