"""The ledger in, 核查报告.txt out: what `hebiao check` prints, kept in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.place import put_text
from hebiao.batch.parts import lines_from
from hebiao.reports.across.lines import across_lines
from hebiao.reports.ending import ending_lines
from hebiao.reports.line import plain
from hebiao.reports.terminal import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write the file."""
    put_text(path, (f"{text}\n" for text in _texts(job, ledger)))


def _texts(job: Job, ledger: Ledger) -> Iterator[str]:
    for part in ledger.parts("text"):
        yield plain(lines_from(part))
    yield from filter(None, [plain(across_lines(job.about.across, PAGE.columns))])
    yield plain(ending_lines(ledger.counts(), PAGE.columns, job.about))
