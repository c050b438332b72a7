"""The wheels of a platform and the guide in, every file of its zip out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from offline.archive import checksums
from offline.licences import licence_list
from offline.platform import oldest_glibc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offline.archive import Files
    from offline.platform import Platform

INSIDE = Path(__file__).parents[1] / "inside"
_PROGRAMS = ("fits.py", "install.py", "outside.py", "start.py", "icon.svg", "icon.ico")
_ENDS = {"windows": {"install.bat": "安装.bat", "remove.bat": "卸载.bat"}}
_ENDS["linux"] = {"install.sh": "安装.sh", "remove.sh": "卸载.sh", "python.sh": "program/python.sh"}


def contents(
    platform: Platform, version: str, pins: Mapping[str, str], wheels: Path, guide: Path
) -> dict[str, bytes | Path]:
    """Return the files of a zip by their names; pins are the requirements of each Python."""
    gathered = sorted(wheels.glob("*.whl"))
    files: dict[str, bytes | Path] = {f"wheels/{wheel.name}": wheel for wheel in gathered}
    for python, requirements in pins.items():
        files[f"wheels/requirements-{python}.txt"] = requirements.encode()
    files["program/bundle.json"] = _description(platform, version, pins, gathered)
    files |= scripts(platform.system, list(pins))
    files["使用说明.html"] = guide
    files["LICENSES.txt"] = licence_list(gathered).encode("utf-8-sig")
    return files


def with_checksums(files: Files) -> Files:
    """Add the list that the installation checks all of them against."""
    return {**files, "SHA256SUMS": checksums(files)}


def scripts(system: str, pythons: list[str]) -> dict[str, bytes | Path]:
    """Return what installs and removes, as that system reads it."""
    files: dict[str, bytes | Path] = {f"program/{name}": INSIDE / name for name in _PROGRAMS}
    files[f"program/{system}.py"] = INSIDE / f"{system}.py"
    for name, wanted in _ENDS[system].items():
        files[wanted] = as_read_by(system, (INSIDE / name).read_text(encoding="utf-8"))
    asked = (INSIDE / f"need-python-{system}.txt").read_text(encoding="utf-8")
    files["program/need-python.txt"] = as_read_by(
        system, asked.replace("@PYTHONS@", "、".join(pythons))
    )
    return files


def as_read_by(system: str, text: str) -> bytes:
    """
    Return a script's bytes: cmd.exe wants CRLF and GBK, under `chcp 936`.

    Not UTF-8 under `chcp 65001`: a Chinese cmd.exe still steps over lines by the lead bytes of
    GBK, and loses the end of a line after an odd number of bytes.
    """
    if system == "windows":
        return text.replace("\n", "\r\n").encode("gbk")
    return text.encode()


def _description(
    platform: Platform, version: str, pins: Mapping[str, str], wheels: list[Path]
) -> bytes:
    """Return what the scripts must know of the bundle they lie in."""
    said = {
        "version": version,
        "machine": platform.machine,
        "pythons": list(pins),
        "pip": next(wheel.name for wheel in wheels if wheel.name.startswith("pip-")),
        "glibc": max(oldest_glibc(wheel.name) for wheel in wheels),
    }
    return json.dumps(said, indent=1).encode()
