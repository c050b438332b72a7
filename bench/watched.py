"""
A command in, what it took out: wall time, processor time and peak memory of it and of its children.

Reads /proc while the command runs, so it needs Linux; what a process used after it was last looked
at is missing, a few hundredths of a second.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TICKS = os.sysconf("SC_CLK_TCK")
_EVERY = 0.05
_MB = 1024


@dataclass
class Use:
    """Seconds of processor time, and the most memory at once in MB."""

    cpu: float = 0.0
    peak: float = 0.0


@dataclass
class Watched:
    """What a command took: itself, and each process it started."""

    wall: float = 0.0
    code: int = 0
    parent: Use = field(default_factory=Use)
    children: dict[int, Use] = field(default_factory=dict)

    @property
    def workers(self) -> list[Use]:
        """The children that did some work."""
        return [use for use in self.children.values() if use.cpu > self.wall / 10]

    @property
    def parent_share(self) -> float:
        """How much of all processor time the command itself took, and not its children."""
        total = self.parent.cpu + sum(use.cpu for use in self.children.values())
        return self.parent.cpu / total if total else 0.0


def watched(command: Sequence[str], **env: str) -> Watched:
    """Run a command to its end."""
    found = Watched()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | env
    )
    while process.poll() is None:
        _look(process.pid, found.parent)
        for child in _below(process.pid):
            _look(child, found.children.setdefault(child, Use()))
        time.sleep(_EVERY)
    found.wall, found.code = time.perf_counter() - start, process.returncode
    return found


def _look(pid: int, use: Use) -> None:
    """Note what a process has used so far; one that is gone has said all."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return
    use.cpu = (int(fields[11]) + int(fields[12])) / TICKS
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    use.peak = max(use.peak, int(peak.split()[1]) / _MB)


def _below(pid: int) -> Iterator[int]:
    """Yield the processes a process started, and those they started."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in map(int, listed):
        yield child
        yield from _below(child)
