"""意见书/: one letter a unit, written when all its forms are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS
from hebiao.batch.out.place import put
from hebiao.reports.letter import by_unit, checked_template, form_parts, letters

if TYPE_CHECKING:
    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult
    from hebiao.reports.letter import FormPart


class Letters:
    """The letters of a run; only what is written of a form is kept until then."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._template = checked_template(job.template) if job.template else None
        self._parts: list[FormPart] = []

    def add(self, result: CheckResult) -> None:
        """Keep what letters say of the forms of a file."""
        self._parts += form_parts(result)

    def close(self) -> None:
        """Write a letter to each unit there is something to write to."""
        job = self._job
        for name, data in letters(by_unit(self._parts), self._template, job.when.date()):
            put(job.folder / KINDS["letter"] / f"核查意见书_{name}", (data,))
