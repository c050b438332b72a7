"""The ledger in, 意见书/ out: one letter a unit; and which letters there are of earlier runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.left_over import left_over
from hebiao.batch.out.place import put
from hebiao.batch.parts import letter_parts
from hebiao.reports.letter import by_unit, checked_template, letters, with_across

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job


_BEGINNING = "核查意见书_"


def write(path: Path, job: Job, ledger: Ledger) -> tuple[str, ...]:
    """Write a letter to each unit there is something to write to; say which lie there besides."""
    template = checked_template(job.template) if job.template else None
    read = letter_parts().validate_python
    files = ((record.path, read(record.parts["letter"])) for record in ledger.records())
    forms = with_across(files, job.about.across.findings if job.about.across else ())
    written = set[str]()
    for name, data in letters(by_unit(forms), template, job.when.date()):
        put(path / f"{_BEGINNING}{name}", (data,))
        written.add(f"{_BEGINNING}{name}")
    old = {each.name for each in path.glob(f"{_BEGINNING}*.docx")} - written
    why = "这些单位这次没有要说的，或者没有核查到"
    return tuple(left_over(path.name, "意见书", old, why))
