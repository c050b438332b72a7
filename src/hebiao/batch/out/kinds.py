"""
The kinds of reports by the name `--report` gives them, and results on their way through them.

    results ──▶ TextFile ──▶ JsonFile ──▶ … ──▶ whoever prints them
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from hebiao.config import DEFAULT_SETTINGS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from hebiao.check import CheckResult

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


class Writer(Protocol):
    """A report while it is being written; it keeps what goes into the file, not the results."""

    def add(self, result: CheckResult) -> None:
        """Take in the result of a file."""

    def close(self) -> None:
        """Write what is not written yet."""


def writers_for(kinds: Iterable[str], job: Job) -> tuple[Writer, ...]:
    """
    Return what writes the reports of these kinds.

    Raises:
        UsageError: a file cannot be written, or the template of letters has a mistake.
    """
    return tuple(_writer(kind, job) for kind in dict.fromkeys(kinds))


def written(results: Iterable[CheckResult], writers: Sequence[Writer]) -> Iterator[CheckResult]:
    """
    Pass the results on; the reports are complete when the last one has passed.

    Where the run is broken off, they hold what was done until then; one that cannot be written
    keeps none of the others from it.

    Raises:
        UsageError: a file cannot be written.
    """
    with ExitStack() as closing:
        for writer in writers:
            closing.callback(writer.close)
        for result in results:
            for writer in writers:
                writer.add(result)
            yield result


def _writer(kind: str, job: Job) -> Writer:
    """Return the writer; each loads its library only where its report is wanted."""
    if kind in {"text", "json"}:
        from hebiao.batch.out.plain import JsonFile, TextFile  # noqa: PLC0415 - see above

        return TextFile(job) if kind == "text" else JsonFile(job)
    if kind == "html":
        from hebiao.batch.out.page import Page  # noqa: PLC0415 - as above

        return Page(job)
    if kind == "xlsx":
        from hebiao.batch.out.book import Book  # noqa: PLC0415 - as above

        return Book(job)
    if kind == "letter":
        from hebiao.batch.out.letters import Letters  # noqa: PLC0415 - as above

        return Letters(job)
    from hebiao.batch.out.copies import Copies  # noqa: PLC0415 - as above

    return Copies(job, kind)
