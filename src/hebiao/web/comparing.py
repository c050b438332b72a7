"""Two desks in, what became of the findings from the one to the other out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from hebiao.batch.submitted import submitted
from hebiao.check import CheckResult, Status, Trouble
from hebiao.diff import Side, compare
from hebiao.reports.diff.json_v1 import diff_v1
from hebiao.web.checking import order_for, trouble_of
from hebiao.web.crew import TakenTooLong, WorkerDied
from hebiao.web.problem import Refused

if TYPE_CHECKING:
    from hebiao.batch.order import Order
    from hebiao.batch.submitted import Submitted
    from hebiao.diff import Difference
    from hebiao.web.desk import Desk, File
    from hebiao.web.room import Room


async def compared(room: Room, before: Desk, after: Desk) -> tuple[Difference, dict[str, Any]]:
    """
    Return the comparison, and what is told of it.

    Raises:
        Refused: there is nothing on one of the desks.
    """
    old, new = await asyncio.gather(_side(room, before, "整改前"), _side(room, after, "整改后"))
    difference = await asyncio.to_thread(compare, old, new)
    return difference, diff_v1(difference).model_dump(mode="json")


async def _side(room: Room, desk: Desk, name: str) -> Side:
    files = [file for file in desk.files.values() if file.task]
    if not files:
        raise Refused(409, "nothing-yet", "没有文件可比", f"{name}还没有文件，请先选择文件。")
    order = order_for(desk)
    read = await asyncio.gather(*(_submitted(room, desk, order, file) for file in files))
    forms = tuple(form for of_file, _ in read for form in of_file)
    return Side(name, len(read), forms, tuple(trouble for _, trouble in read if trouble))


async def _submitted(room: Room, desk: Desk, order: Order, file: File) -> Submitted:
    """Return what a comparison needs of a file, also where a worker fell over it."""
    limit = room.limits.check
    try:
        return await room.crew.do(desk.id, limit, submitted, order, file.task)
    except (TakenTooLong, WorkerDied) as error:
        trouble: Trouble = trouble_of(error, limit)
        return _of_result(CheckResult(file.name, "", Status.UNREADABLE, trouble, ()))


def _of_result(result: CheckResult) -> Submitted:
    from hebiao.batch.submitted import submitted_of  # noqa: PLC0415

    return submitted_of(result)
