"""What is written where: the kinds of reports by the name `--report` gives them, and a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hebiao.config import DEFAULT_SETTINGS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KINDS = {
    "html": "核查报告.html",
    "xlsx": "核查台账.xlsx",
    "annotated": "批注",
    "letter": "意见书",
    "json": "核查结果.json",
    "text": "核查报告.txt",
    "revised": "修订",
}
"""The file or folder each kind writes, in the order of `--help`."""

DEFAULT_KINDS = ("html", "xlsx", "annotated", "letter", "json", "text")


def _say_nothing(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Job:
    """
    One run: where reports go, what it was set to, and when it was.

    `roots` are the paths that were given; copies of files keep their place below them.
    `template` is the .docx letters are made of, where it is not the program's own; `say` tells
    the user of a file that could not be written into.
    """

    folder: Path
    settings: Settings = DEFAULT_SETTINGS
    skipped: int = 0
    roots: tuple[str, ...] = ()
    when: datetime = field(default_factory=lambda: datetime.now(UTC).astimezone())
    template: bytes | None = None
    say: Callable[[str], None] = _say_nothing
