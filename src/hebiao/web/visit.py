"""A request of another program in, the JSON report on its files out; nothing of it is kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.rules import select
from hebiao.web.checking import take_in
from hebiao.web.reporting import report
from hebiao.web.taking import received

if TYPE_CHECKING:
    from starlette.requests import Request

    from hebiao.rules import Severity
    from hebiao.web.room import Room


async def visit(request: Request, room: Room, codes: tuple[str, ...], least: Severity) -> bytes:
    """
    Return the report on the files of a request.

    Raises:
        Refused: the upload is wrong, or too many are here at once.
    """
    settings = room.settings
    if codes:
        settings = replace(settings, codes=frozenset(rule.code for rule in select(codes)))
    async with room.visited(settings, least) as desk:
        take_in(room, desk, await received(request, room, desk))
        while desk.running:
            await asyncio.wait(desk.running)
        path = await report(room, desk, "json")
        return await asyncio.to_thread(path.read_bytes)
