"""A request with files in, the files in the folder of a desk out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from hebiao.web.desk import UPLOADS
from hebiao.web.problem import Refused
from hebiao.web.receive import Intake, Received, receive

if TYPE_CHECKING:
    from starlette.requests import Request

    from hebiao.web.desk import Desk
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
    used = sum(file.size for file in desk.files.values())
    intake = Intake(folder, limits.files - len(desk.files), limits.desk - used)
    files = await receive(request, intake, limits)
    if not files:
        raise Refused(
            422, "no-files", "没有文件", "请求里没有文件；请选择要核查的文件，字段名 files。"
        )
    return files
