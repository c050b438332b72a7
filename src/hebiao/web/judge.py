"""
One file of a desk in, what the desk keeps of it out: this is what runs in the workers.

    lines/f1            its line of the ledger, of which reports are put together
    forms/f1-1.html     each form, to be opened on the page
    copies/f1.docx      the copy with comments

All of it lies in the folder of the desk; only what the page lists travels back.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hebiao.across import FiledForm, from_json
from hebiao.batch.parts import dumped
from hebiao.batch.work import Task, work
from hebiao.check import CheckResult, Status, Trouble
from hebiao.reports.html.alone import LetPass, WaivableAt
from hebiao.reports.lights import Light

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch.order import Order
    from hebiao.batch.work import Done
    from hebiao.reports.counts import Counts

LINES, FORMS, COPIES = "lines", "forms", "copies"
KEPT_IN = (LINES, FORMS, COPIES)


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A form, as the page lists it; `waivable` has what a waiver of each finding says."""

    index: int
    light: Light
    project: str
    unit: str
    year: int | None
    stated: str | None
    recomputed: str | None
    numbers: tuple[int, int, int]
    waived: int
    left: int
    codes: tuple[str, ...]
    table: int
    named: str
    waivable: tuple[WaivableAt, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the page lists of a file, and its forms as they are compared with those of others."""

    status: Status
    trouble: Trouble | None
    counts: Counts
    projects: tuple[ProjectLine, ...]
    let_pass: tuple[LetPass, ...]
    filed: tuple[FiledForm, ...]


def judge(order: Order, task: Task, folder: Path, file: str) -> Judged:
    """
    Check a file and put what is kept of it into the folder of its desk.

    Raises:
        OSError: the folder is gone, since the page was closed, or the disk is full.
    """
    done = work(order, task)
    kept = json.loads(done.line)
    alone = kept["parts"].pop("forms")
    for number, form in enumerate(alone, start=1):
        put(folder / FORMS / f"{file}-{number}.html", form["html"].encode())
    _put_copies(folder / COPIES, file, done)
    put(folder / LINES / file, dumped(kept) + b"\n")
    return _judged(kept["parts"], alone, done)


def judge_trouble(order: Order, trouble: Trouble, name: str, folder: Path, file: str) -> Judged:
    """Keep of a file that could not be checked why."""
    result = CheckResult(name, "", Status.UNREADABLE, trouble, ())
    return judge(order, Task(result), folder, file)


def _put_copies(folder: Path, file: str, done: Done) -> None:
    for copy in done.copies:
        place = folder / file
        if copy.data is None:
            place.unlink(missing_ok=True)
        else:
            put(place, copy.data)


def put(path: Path, data: bytes) -> None:
    """Write a file, complete or not at all; never a folder, since the desk may be gone."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _judged(parts: dict[str, Any], alone: list[dict[str, Any]], done: Done) -> Judged:
    entry, rows = parts["entry"], parts["html"]["rows"]
    problem = entry["problem"]
    return Judged(
        status=Status(entry["status"]),
        trouble=Trouble(**problem) if problem else None,
        counts=done.counts,
        projects=tuple(
            _project(number, row, each)
            for number, (row, each) in enumerate(zip(rows, alone, strict=True), start=1)
        ),
        let_pass=tuple(LetPass(**waived) for form in alone for waived in form["waived"]),
        filed=tuple(map(from_json, parts["filed"])),
    )


def _project(index: int, row: dict[str, Any], alone: dict[str, Any]) -> ProjectLine:
    errors, warnings, notes = row["numbers"]
    return ProjectLine(
        index=index,
        light=Light(row["light"]),
        project=row["project"],
        unit=row["unit"],
        year=row["year"],
        stated=row["stated"],
        recomputed=row["recomputed"],
        numbers=(errors, warnings, notes),
        waived=row["waived"],
        left=row["left"],
        codes=tuple(dict.fromkeys(kind["code"] for kind, _ in row["found"])),
        table=row["table"],
        named=alone["project"],
        waivable=tuple(WaivableAt(**each) for each in alone["findings"]),
    )
