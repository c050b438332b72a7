"""
Results on their way through the reports that are written of them.

    results ──▶ TextFile ──▶ JsonFile ──▶ … ──▶ whoever prints them
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult


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
