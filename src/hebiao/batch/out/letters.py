"""The ledger in, 意见书/ out: one letter a unit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hebiao.batch.out.place import put
from hebiao.batch.parts import letter_parts
from hebiao.reports.letter import by_unit, checked_template, letters

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write a letter to each unit there is something to write to."""
    template = checked_template(job.template) if job.template else None
    parts = map(letter_parts().validate_python, ledger.parts("letter"))
    for name, data in letters(by_unit(chain.from_iterable(parts)), template, job.when.date()):
        put(path / f"核查意见书_{name}", (data,))
