"""核查报告.html: what each file adds to the page is kept, the page written at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS
from hebiao.batch.out.place import put_text
from hebiao.reports.html import fragment, page

if TYPE_CHECKING:
    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult
    from hebiao.reports.html import Fragment


class Page:
    """The page of a run."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._fragments: list[Fragment] = []

    def add(self, result: CheckResult) -> None:
        """Keep what a file adds."""
        self._fragments.append(fragment(result))

    def close(self) -> None:
        """Write the page."""
        job = self._job
        day = job.when.date()
        pieces = page(self._fragments, made=day, skipped=job.skipped, settings=job.settings)
        put_text(job.folder / KINDS["html"], pieces)
