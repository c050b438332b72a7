"""
A path to check in, the settings file that holds for it out.

    报送/hebiao.toml            holds for 报送/, and all that is in it and below
    报送/甲局/图书室.docx
"""

from __future__ import annotations

from pathlib import Path

NAME = "hebiao.toml"


def find_config(path: str | None) -> Path | None:
    """Return the nearest settings file: in the folder, or in those above it."""
    if path is None:
        return None
    place = Path(path).absolute()
    folders = [place, *place.parents] if place.is_dir() else place.parents
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
