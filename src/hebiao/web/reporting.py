"""A desk and the forms somebody chose in, a report on them out; a worker writes it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.batch.order import now
from hebiao.batch.out import Job
from hebiao.reports.about import About
from hebiao.web.checking import order_for
from hebiao.web.crew import TakenTooLong, WorkerDied
from hebiao.web.desk import REPORTS
from hebiao.web.problem import Refused
from hebiao.web.writing import WRITTEN, Wanted, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.web.desk import Desk
    from hebiao.web.room import Room

_EMPTY = {
    "letter": "没有需要告知单位的问题，没有意见书。",
    "annotated": "没有能加批注的文件：没有问题，或不是 .docx。",
}


async def report(room: Room, desk: Desk, kind: str, forms: str = "") -> Path:
    """
    Write a report and return its path, in a folder of its own.

    Args:
        room: who writes it.
        desk: what it is of.
        kind: which.
        forms: of which forms, such as f1-1,f2-3; of all files that are done where it is empty.

    Raises:
        Refused: there is no such report, nothing to write, or it could not be written.
    """
    if kind not in WRITTEN:
        raise Refused(404, "no-report", "没有这种报告", f"有 {'、'.join(WRITTEN)}。")
    await desk.settled(room.limits.check)
    files = tuple(_wanted(desk, forms))
    if not files:
        raise Refused(409, "nothing-yet", "还没有结果", "还没有核查完的文件，请稍候再试。")
    path = await _written(room, desk, kind, files)
    if path == Path():
        raise Refused(409, "nothing-to-write", "没有可写的内容", _EMPTY[kind])
    return path


async def _written(room: Room, desk: Desk, kind: str, files: tuple[Wanted, ...]) -> Path:
    """Have it written; it does not wait for the files of the desk that are still to be checked."""
    out = desk.folder / REPORTS / secrets.token_hex(8)
    order, when = order_for(desk), now()
    job = Job(About(desk.settings_now(), when=when), when)
    who, limit = f"{desk.id}/reports", room.limits.report
    try:
        return await room.crew.do(who, limit, written, kind, desk.folder, files, out, order, job)
    except (TakenTooLong, WorkerDied):
        detail = "写报告的进程意外终止，可能内存不够或文件太多；请少选一些文件再试。"
        raise Refused(503, "not-written", "没有写成", detail) from None


def _wanted(desk: Desk, forms: str) -> Iterator[Wanted]:
    """Yield the files; a form that is not there any more is passed over."""
    chosen = {form for form in forms.split(",") if form}
    for file, judged in desk.judged:
        lines = judged.projects
        some = tuple(line.index for line in lines if f"{file.id}-{line.index}" in chosen)
        if not chosen or (some and len(some) == len(lines)):
            yield Wanted(file.id, file.name)
        elif some and file.task:
            yield Wanted(file.id, file.name, replace(file.task, forms=some))
