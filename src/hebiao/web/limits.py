"""How much is taken, and for how long: what protects the machine, and one user from another."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20
GB = 2**30


@dataclass(frozen=True, slots=True)
class Limits:
    """
    The limits; sizes in bytes, times in seconds.

    `body` is of requests without files, `receive` the time an upload may take, `idle` the time a
    desk is kept without a sign of life, `check` the time a file may take, `memory` what a worker
    may use where the system can limit it.
    """

    file: int = 50 * MB
    request: int = 500 * MB
    body: int = 64 * 2**10
    files: int = 2000
    desk: int = 2 * GB
    desks: int = 100
    visits: int = 200
    receive: float = 600
    idle: float = 1800
    poll: float = 10
    check: float = 60
    report: float = 600
    memory: int = 4 * GB


DEFAULT_LIMITS = Limits()


def size_text(size: int) -> str:
    """Write a size as people do: 50 MB, 312 KB."""
    return f"{size // MB} MB" if size >= MB else f"{-(-size // 1024)} KB"
