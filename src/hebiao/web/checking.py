"""
Files of a desk in, each of them opened, checked, and listed on the desk as it is done.

Whatever happens at one of them, the others go on.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hebiao.batch.order import Order
from hebiao.batch.out import parts_for
from hebiao.check import Trouble
from hebiao.errors import reason_of
from hebiao.web.crew import TakenTooLong, WorkerDied
from hebiao.web.desk import UPLOADS, Stage
from hebiao.web.documents import documents_in
from hebiao.web.judge import judge, judge_trouble
from hebiao.web.limits import size_text
from hebiao.web.naming import ARCHIVE, called, stored_as

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from hebiao.web.desk import Desk, File
    from hebiao.web.judge import Judged
    from hebiao.web.receive import Received
    from hebiao.web.room import Room

_LOG = logging.getLogger("hebiao.web")

KEPT = ("html", "xlsx", "letter", "json", "text")
"""The reports that can be had at any time."""


def take_in(room: Room, desk: Desk, received: Iterable[Received]) -> list[File]:
    """Put uploads on a desk and begin to check them."""
    uploads = list(received)
    files = [_taken_in(room, desk, each) for each in uploads]
    for folder in {each.path.parent for each in uploads}:
        folder.rmdir()
    return files


def judge_again(room: Room, desk: Desk, file: File) -> None:
    """Judge a file once more, since other things are let pass than before."""
    file.stage = Stage.WAITING
    desk.changed()
    _begin(desk, _judge(room, desk, file))


def order_for(desk: Desk) -> Order:
    """Return what is wanted of every file of a desk."""
    return Order(
        settings=desk.settings_now(),
        least=desk.least,
        parts=tuple(dict.fromkeys((*parts_for(KEPT), "forms", "filed"))),
        copies=("annotated",),
    )


def _taken_in(room: Room, desk: Desk, upload: Received) -> File:
    taken = {file.name for file in desk.files.values()}
    file = desk.add(called(upload.name, taken), upload.size)
    stored = desk.folder / UPLOADS / stored_as(file.id, file.name)
    upload.path.replace(stored)
    if upload.too_large:
        stored.unlink()
        _begin(desk, _tell(desk, file, _too_large(room.limits.file)))
    elif PurePosixPath(file.name).suffix.lower() == ARCHIVE:
        _begin(desk, _open(room, desk, file, stored))
    else:
        (file.task,) = (replace(task, place=file.id) for task in documents_in(stored, file.name))
        _begin(desk, _judge(room, desk, file))
    return file


def _begin(desk: Desk, work: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(work)
    desk.running.add(task)
    task.add_done_callback(desk.running.discard)


async def _open(room: Room, desk: Desk, file: File, stored: object) -> None:
    """Open an archive: what is in it takes its place; one that cannot be opened says why."""
    try:
        tasks = await room.crew.do(desk.id, room.limits.check, documents_in, stored, file.name)
    except (TakenTooLong, WorkerDied) as error:
        await _tell(desk, file, trouble_of(error, room.limits.check))
        return
    if [task.path for task in tasks] == [file.name]:
        file.task = replace(tasks[0], place=file.id)
        await _judge(room, desk, file)
        return
    if len(tasks) + len(desk.files) > room.limits.files:
        await _tell(desk, file, _too_many(len(tasks), room.limits.files))
        return
    if file.id not in desk.files:
        return
    del desk.files[file.id]
    for task in tasks:
        member = desk.add(called(task.path, {each.name for each in desk.files.values()}), 0)
        member.task = replace(task, place=member.id, name=member.name)
        _begin(desk, _judge(room, desk, member))


async def _judge(room: Room, desk: Desk, file: File) -> None:
    """Have a file judged, unless it is to be judged once more by then."""
    file.turn += 1
    turn = file.turn
    async with file.alone:
        if turn == file.turn:
            await _judged(room, desk, file)


async def _judged(room: Room, desk: Desk, file: File) -> None:
    limit = room.limits.check

    def begun() -> None:
        file.stage = Stage.CHECKING
        desk.changed()

    order = order_for(desk)
    try:
        judged = await room.crew.do(
            desk.id, limit, judge, order, file.task, desk.folder, file.id, begun=begun
        )
    except (TakenTooLong, WorkerDied) as error:
        await _tell(desk, file, trouble_of(error, limit))
    except Exception as error:  # noqa: BLE001 - our own fault must not stop the other files
        if not desk.closed:
            _LOG.exception("%s", file.id)
            await _tell(desk, file, _our_fault(error))
    else:
        _keep(desk, file, judged)


async def _tell(desk: Desk, file: File, trouble: Trouble) -> None:
    """Keep of a file why it was not checked."""
    order = order_for(desk)
    judged = await asyncio.to_thread(judge_trouble, order, trouble, file.name, desk.folder, file.id)
    _keep(desk, file, judged)


def _keep(desk: Desk, file: File, judged: Judged) -> None:
    file.judged, file.stage = judged, Stage(judged.status)
    desk.changed()


def _too_large(most: int) -> Trouble:
    message = f"文件超过 {size_text(most)}，没有接收。请删去其中的大图片或拆成几个文件再核查。"
    return Trouble("too_large", message)


def _too_many(number: int, most: int) -> Trouble:
    message = f"压缩包里有 {number} 个文件，连同已有的超过 {most} 个，没有打开。请分成几个压缩包。"
    return Trouble("too_many_files", message)


def _our_fault(error: Exception) -> Trouble:
    reason = reason_of(error) if isinstance(error, OSError) else type(error).__name__
    message = f"核表程序处理这个文件时出错（{reason}），其他文件不受影响；请移去后再试一次。"
    return Trouble("internal", message)


def trouble_of(error: TakenTooLong | WorkerDied, seconds: float) -> Trouble:
    """Return what is told of a file at which a worker was lost."""
    if isinstance(error, TakenTooLong):
        message = (
            f"核查这个文件超过 {seconds:g} 秒还没有完成，已经停止，其他文件不受影响。"
            "请用 Word 或 WPS 打开后另存为 .docx 再试；仍不行的，请人工核对。"
        )
        return Trouble("too_long", message)
    message = (
        "核查这个文件时进程意外终止，多半是文件太大、内存不够，其他文件不受影响。"
        "请拆成几个文件，或用 Word、WPS 另存为 .docx 再试。"
    )
    return Trouble("worker_died", message)
