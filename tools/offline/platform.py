"""The name of a wheel's platform (win_amd64, manylinux2014_x86_64) in, a Platform out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from offline.trouble import Trouble

_OLDEST = (5, 12, 17)
"""The glibc 2.n that manylinux1, 2010 and 2014 stand for."""
_SHORT = {"x86_64": "x64", "aarch64": "arm64", "amd64": "x64"}
_MANYLINUX = re.compile(r"manylinux(?:1|2010|2014|_2_(\d+))_(x86_64|aarch64)")
_WHEEL_FOR_GLIBC = re.compile(r"manylinux_2_(\d+)_|manylinux(1|2010|2014)_")
_OLD_NAMES = {"1": 5, "2010": 12, "2014": 17}


@dataclass(frozen=True)
class Platform:
    """A kind of computer: 64-bit Windows, or Linux with a glibc up to 2.n."""

    system: str
    machine: str
    glibc: int = 0

    @property
    def name(self) -> str:
        """Return the name the zip carries: windows-x64, linux-arm64."""
        return f"{self.system}-{_SHORT[self.machine]}"

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags a wheel may carry, the one that runs on most computers first."""
        if self.system == "windows":
            return (f"win_{self.machine}",)
        newer = (n for n in range(18, self.glibc + 1))
        return (
            f"manylinux2014_{self.machine}",
            *(f"manylinux_2_{n}_{self.machine}" for n in (*reversed(_OLDEST), *newer)),
        )

    @property
    def resolved_as(self) -> str:
        """Return the name uv has for it; markers are then judged for it, wherever uv runs."""
        if self.system == "windows":
            return "x86_64-pc-windows-msvc"
        return f"{self.machine}-manylinux_2_{self.glibc}"


def platform_of(name: str, glibc: int) -> Platform:
    """Return the platform that a tag names; a tag newer than glibc 2.n moves the limit up."""
    if name == "win_amd64":
        return Platform("windows", "amd64")
    if tag := _MANYLINUX.fullmatch(name):
        return Platform("linux", tag[2], max(glibc, int(tag[1] or 0)))
    raise Trouble(
        f"不认识平台 {name}；可用的有 win_amd64、manylinux2014_x86_64、manylinux2014_aarch64。"
    )


def oldest_glibc(wheel: str) -> int:
    """
    Return n of the oldest glibc 2.n a wheel runs with, by its name; 0 where any will do.

    Its name may carry several tags: manylinux_2_26_x86_64.manylinux_2_28_x86_64 runs with 2.26.
    """
    found = _WHEEL_FOR_GLIBC.findall(wheel)
    return min((int(new) if new else _OLD_NAMES[old] for new, old in found), default=0)
