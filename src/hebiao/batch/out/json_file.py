"""The ledger in, 核查结果.json out: for other programs, and for `hebiao diff` after 整改."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.place import put_text
from hebiao.reports import json_v1

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job
    from hebiao.reports.about import About


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write the file."""
    put_text(path, pieces(job.about, ledger))


def pieces(about: About, ledger: Ledger) -> Iterator[str]:
    """Yield the whole report."""
    entries = ledger.parts("entry")
    return json_v1.pieces(ledger.counts(), entries, about)
