from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

WheelMaker = Callable[..., Path]


@pytest.fixture
def wheel(tmp_path: Path) -> WheelMaker:
    """Write a wheel that holds nothing but what it says of itself."""

    def make(name: str, *lines: str, version: str = "1.0", tag: str = "py3-none-any") -> Path:
        path = tmp_path / f"{name}-{version}-{tag}.whl"
        about = f"{name}-{version}.dist-info"
        said = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}", *lines]
        with ZipFile(path, "w") as archive:
            archive.writestr(f"{about}/METADATA", "\n".join(said) + "\n")
            archive.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nTag: {tag}\n")
            archive.writestr(f"{about}/RECORD", "")
        return path

    return make
