"""A request with files in, the files in the folder of a desk out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from hebiao.web.desk import UPLOADS
from hebiao.web.problem import Refused
from hebiao.web.receive import Intake, Received, desk_full, receive, too_many

if TYPE_CHECKING:
    from starlette.requests import Request

    from hebiao.web.desk import Desk
    from hebiao.web.limits import Limits
    from hebiao.web.room import Room


async def received(request: Request, room: Room, desk: Desk) -> list[Received]:
    """
    Return the files of a request.

    Raises:
        Refused: there is none, they are too many or too large, or the upload was cut off.
    """
    limits = room.limits
    folder = desk.folder / UPLOADS / secrets.token_hex(8)
    folder.mkdir(mode=0o700)
    intake = Intake(folder, limits.files - len(desk.files), limits.desk - desk.size)
    files = await receive(request, intake, limits)
    if not files:
        detail = "请求里没有文件；请选择要核查的文件，字段名 files。"
        raise Refused(422, "no-files", "没有文件", detail)
    _check_room(desk, intake, limits)
    return files


def _check_room(desk: Desk, intake: Intake, limits: Limits) -> None:
    """Raise where another upload has come to the same desk meanwhile, and both are too much."""
    files = intake.received
    if len(desk.files) + len(files) > limits.files:
        intake.discard()
        raise too_many(limits)
    if desk.size + sum(each.size for each in files if not each.too_large) > limits.desk:
        intake.discard()
        raise desk_full(limits)
