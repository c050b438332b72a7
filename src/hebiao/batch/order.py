"""What is wanted of every file of a run: by which settings it is checked, which parts are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hebiao.config import DEFAULT_SETTINGS, Settings
from hebiao.reports.terminal import Screen  # noqa: TC001 - a field of a value that travels
from hebiao.rules import Severity


def now() -> datetime:
    """Return the time where the program runs."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Order:
    """
    What is wanted of every file; it travels to the workers.

    `parts` are kept of each file for the reports (`parts.py`), `copies` the kinds of copies with
    remarks that are made of it. As a file is done, its lines on the `screen` are shown, or its
    entry where `entries` are. Findings milder than `least` are left out. `folder` is where the
    reports will lie, for links from there, `when` the day they are of, `basis` what a result of
    last time must have been made by to hold still.
    """

    settings: Settings = DEFAULT_SETTINGS
    least: Severity = Severity.NOTE
    parts: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    screen: Screen | None = None
    entries: bool = False
    folder: Path = field(default_factory=Path)
    when: datetime = field(default_factory=now)
    basis: str = ""
