"""The ledger in, 核查报告.html out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.batch.out.place import put_text
from hebiao.batch.parts import fragments
from hebiao.reports.html import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.batch.ledger import Ledger, Parts
    from hebiao.batch.out.job import Job
    from hebiao.reports.html import Fragment


@dataclass(frozen=True, slots=True)
class _Fragments:
    """What each file adds to the page, to be gone through as often as need be."""

    parts: Parts

    def __iter__(self) -> Iterator[Fragment]:
        return map(fragments().validate_python, self.parts)


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write the page."""
    found = _Fragments(ledger.parts("html"))
    put_text(path, page(found, job.about))
