"""
What is kept on a desk in, one report out: written by a worker, as `hebiao check --out` writes it.

    html  核查报告.html     xlsx 核查台账.xlsx     letter    意见书.zip, or the one letter there is
    json  核查结果.json     text 核查报告.txt      annotated 批注.zip

Of a file of which only some forms are wanted nothing is kept: it is checked once more for these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from hebiao.batch.ledger import Ledger
from hebiao.batch.out import KINDS, write_reports
from hebiao.batch.together import judged_together
from hebiao.batch.work import Task, work
from hebiao.web.judge import COPIES, LINES, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.batch.order import Order
    from hebiao.batch.out import Job

WRITTEN = ("html", "xlsx", "json", "text", "annotated", "letter")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of a desk that a report is to tell of; with a task where only of some of its forms."""

    file: str
    name: str
    some: Task | None = None


def written(
    kind: str, desk: Path, files: tuple[Wanted, ...], out: Path, order: Order, job: Job
) -> Path:
    """
    Write a report and return its path; empty if there is nothing to write.

    Args:
        kind: which.
        desk: the folder of the desk.
        files: what it is to tell of.
        out: a folder of its own, to be made.
        order: by what files are checked.
        job: what reports say of the run.
    """
    out.mkdir(mode=0o700)
    kept = {wanted: _kept(wanted, desk, out, order) for wanted in files}
    if kind == "annotated":
        copies = ((folder / COPIES / wanted.file, wanted.name) for wanted, folder in kept.items())
        return _zipped(out / "批注.zip", (each for each in copies if each[0].is_file()))
    with Ledger(order) as ledger:
        for wanted, folder in kept.items():
            ledger.add((folder / LINES / wanted.file).read_bytes())
        if all(wanted.some is None for wanted in files):
            job = replace(job, about=judged_together(job.about, ledger))
        write_reports((kind,), out, job, ledger)
    made = out / KINDS[kind]
    return _letters(made) if kind == "letter" else made


def _kept(wanted: Wanted, desk: Path, out: Path, order: Order) -> Path:
    """Return the folder in which what is wanted of a file is kept."""
    if wanted.some is None:
        return desk
    for name in (LINES, COPIES):
        (out / name).mkdir(exist_ok=True)
    done = work(order, wanted.some)
    for copy in done.copies:
        if copy.data is not None:
            put(out / COPIES / wanted.file, copy.data)
    put(out / LINES / wanted.file, done.line)
    return out


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
