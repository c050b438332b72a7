"""
The project and its platforms in, a folder of wheels with their pins out.

pip and uv share the work. `pip download --platform` chooses files for another computer, but
judges environment markers (colorama only on Windows) by the computer it runs on; so uv, which
judges them for the computer it is told, says what is needed, and pip fetches exactly that.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from email.parser import HeaderParser
from typing import TYPE_CHECKING
from zipfile import ZipFile

from packaging.utils import canonicalize_name, parse_wheel_filename

from offline.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message
    from pathlib import Path

    from offline.platform import Platform

INSTALLER = "pip"
"""Goes with the wheels: a Debian Python may come without, and an old one with an old one."""


def project_wheel(root: Path, folder: Path) -> Path:
    """Build the wheel of the project."""
    run(
        *("uv", "build", "--quiet", "--no-config", "--wheel", str(root)),
        *("--out-dir", str(folder), "--python", sys.executable),
    )
    return next(folder.glob("*.whl"))


def metadata(wheel: Path) -> Message:
    """Return what a wheel says of itself."""
    with ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode())


def wanted(wheel: Path, extras: Iterable[str]) -> str:
    """Return the project with its extras as a requirement; an extra it has not is refused."""
    known = metadata(wheel).get_all("Provides-Extra", [])
    if missing := sorted(set(extras) - set(known)):
        raise Trouble(f"没有名为 {'、'.join(missing)} 的附加功能；有的是 {'、'.join(known)}。")
    name, version, *_ = parse_wheel_filename(wheel.name)
    chosen = f"[{','.join(sorted(extras))}]" if extras else ""
    return f"{name}{chosen}=={version}"


def gather(wheel: Path, requirement: str, platform: Platform, python: str, index: str) -> set[str]:
    """
    Put the wheels for one platform and Python beside the project's; return what is pinned.

    What stands in the folder is then resolved anew without an index: the same must come out.
    """
    places = ("--default-index", index) if index else ()
    pins = resolved(wheel, requirement, platform, python, *places)
    others = sorted(pin for pin in pins if not pin.startswith(f"{_project(wheel)}=="))
    fetch(wheel.parent, others, platform, python, index)
    alone = resolved(wheel, requirement, platform, python, "--no-index")
    if alone != pins:
        raise Trouble(f"{platform.name} Python {python} 的安装文件不齐：{sorted(alone ^ pins)}")
    return pins


def resolved(
    wheel: Path, requirement: str, platform: Platform, python: str, *places: str
) -> set[str]:
    """Return name==version of all that is needed on that computer, from wheels alone."""
    project = _project(wheel)
    by_path = requirement.partition("==")[0] + f" @ {wheel.resolve().as_uri()}"
    said = run(
        *("uv", "pip", "compile", "--quiet", "--no-config", "--no-header", "--no-annotate"),
        *("--only-binary", ":all:", "--no-emit-package", project, *places),
        *("--find-links", str(wheel.parent)) * ("--no-index" in places),
        *("--python-platform", platform.resolved_as, "--python-version", python),
        *("--python", sys.executable, "-"),
        given=f"{by_path}\n{INSTALLER}\n",
    )
    pins = {line for line in said.splitlines() if "==" in line}
    return pins | {f"{project}=={requirement.partition('==')[2]}"}


def fetch(folder: Path, pins: Iterable[str], platform: Platform, python: str, index: str) -> None:
    """Let pip fetch exactly these wheels, for that computer."""
    tags = (option for tag in platform.tags for option in ("--platform", tag))
    places = ("--index-url", index) if index else ()
    run(
        *("pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", *places),
        *("--python-version", python, "--implementation", "cp", *tags),
        *("--dest", str(folder), *pins),
    )


def pinned(folder: Path, pins: Iterable[str]) -> str:
    """Return pins as a requirements file that lets in these very files and no others."""
    hashes: dict[str, list[str]] = {}
    for wheel in sorted(folder.glob("*.whl")):
        name, version, *_ = parse_wheel_filename(wheel.name)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        hashes.setdefault(f"{name}=={version}", []).append(f" --hash=sha256:{digest}")
    return "".join(f"{pin}{''.join(hashes[pin])}\n" for pin in sorted(pins))


def _project(wheel: Path) -> str:
    return canonicalize_name(parse_wheel_filename(wheel.name)[0])


def run(*module: str, given: str = "") -> str:
    """Run a module of this Python; what it complains of is passed on."""
    command = [sys.executable, "-m", *module]
    done = subprocess.run(  # noqa: S603 - our own words
        command, input=given, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Trouble(f"这一步没有成功：{' '.join(module[:3])}\n{done.stderr.strip()}")
    return done.stdout
