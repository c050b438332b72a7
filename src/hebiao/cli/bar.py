"""How many files are done, how fast, how long to go, or what goes on: said on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from rich.progress import Task
    from rich.status import Status


class _Speed(ProgressColumn):
    """Files a second, over the last half minute."""

    def render(self, task: Task) -> Text:
        """Return the speed; until it is known there is nothing to say."""
        return Text(f"每秒 {task.speed:.1f} 个" if task.speed else "")


def bar() -> Progress:
    """Return the bar; it leaves nothing behind, and what is printed meanwhile stands above it."""
    columns = (BarColumn(), MofNCompleteColumn(), _Speed(), TextColumn("还要"))
    console = Console(stderr=True)
    return Progress(
        TextColumn("核查"), *columns, TimeRemainingColumn(), console=console, transient=True
    )


def going_on(words: str) -> Status:
    """Return a line that says what goes on while it does, with something that moves beside it."""
    return Console(stderr=True).status(words, spinner="line")  # signs that every console has
