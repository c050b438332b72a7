"""核查台账.xlsx: rows are written as results come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS
from hebiao.batch.out.place import writing
from hebiao.reports.workbook import Workbook

if TYPE_CHECKING:
    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult


class Book:
    """The workbook of a run."""

    def __init__(self, job: Job) -> None:
        self._path = job.folder / KINDS["xlsx"]
        with writing(self._path):
            self._book = Workbook(self._path, job.when)

    def add(self, result: CheckResult) -> None:
        """Write the rows of a file."""
        with writing(self._path):
            self._book.add(result)

    def close(self) -> None:
        """Put the workbook in its place."""
        with writing(self._path):
            self._book.close()
