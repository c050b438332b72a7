"""
The lines of a desk in, one report out: written by a worker, as `hebiao check --out` writes it.

    html  核查报告.html     xlsx 核查台账.xlsx     letter    意见书.zip, or the one letter there is
    json  核查结果.json     text 核查报告.txt      annotated 批注.zip
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from hebiao.batch.ledger import Ledger
from hebiao.batch.order import Order
from hebiao.batch.out import KINDS, write_reports
from hebiao.web.judge import COPIES, LINES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.batch.out import Job

WRITTEN = ("html", "xlsx", "json", "text", "annotated", "letter")


def written(kind: str, desk: Path, files: tuple[tuple[str, str], ...], out: Path, job: Job) -> Path:
    """
    Write a report into the folder `out` and return its path; empty if there is nothing to write.

    Args:
        kind: which.
        desk: the folder of the desk.
        files: the id and the name of each file it is to tell of, in their order.
        out: a folder of its own.
        job: what reports say of the run.
    """
    out.mkdir(mode=0o700)
    if kind == "annotated":
        copies = ((desk / COPIES / file, name) for file, name in files)
        return _zipped(out / "批注.zip", (each for each in copies if each[0].is_file()))
    with Ledger(Order(job.settings)) as ledger:
        for file, _ in files:
            ledger.add((desk / LINES / file).read_bytes())
        write_reports((kind,), out, job, ledger)
    made = out / KINDS[kind]
    return _letters(made) if kind == "letter" else made


def _letters(folder: Path) -> Path:
    letters = sorted(folder.iterdir()) if folder.is_dir() else []
    if len(letters) == 1:
        return letters[0]
    return _zipped(folder.with_name("意见书.zip"), ((path, path.name) for path in letters))


def _zipped(archive: Path, files: Iterable[tuple[Path, str]]) -> Path:
    """Put files together; what is compressed already is not compressed again by much."""
    number = 0
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=1) as made:
        for path, name in files:
            made.write(path, name)
            number += 1
    return archive if number else Path()
