"""The ledger in, 核查台账.xlsx out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.place import writing
from hebiao.reports.workbook import Workbook
from hebiao.reports.workbook.part import from_json

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write the workbook row by row."""
    with writing(path), Workbook(path, job.when) as book:
        for part in ledger.parts("xlsx"):
            book.add_part(from_json(part))
        if job.about.across:
            book.add_across(job.about.across)
