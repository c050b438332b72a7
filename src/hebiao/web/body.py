"""
The body of a request in, no more of it than is allowed, and no longer than is allowed, out.

What is left of it when the answer is ready is read and forgotten: who is still sending would not
see why the request was refused.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from hebiao.web.limits import size_text
from hebiao.web.problem import Refused, title_of

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.types import Message, Receive

    from hebiao.web.limits import Limits

_DRAINED = 5
"""Seconds for which the rest of a refused request is read."""


class Body:
    """The body of one request; `most` is how many bytes it may have."""

    def __init__(self, receive: Receive, headers: Headers, limits: Limits) -> None:
        upload = headers.get("content-type", "").startswith("multipart/form-data")
        self.most = limits.request if upload else limits.body
        self._receive, self._seconds = receive, limits.receive
        self._end = monotonic() + limits.receive
        self._asks_first = "expect" in headers
        self._begun = self._over = False
        self._taken = 0

    async def receive(self) -> Message:
        """
        Return the next piece.

        Raises:
            Refused: it is too much, or takes too long.
        """
        if self._over:
            return await self._receive()
        try:
            async with asyncio.timeout(self._end - monotonic()):
                message = await self._next()
        except TimeoutError:
            self._over = True
            raise too_slow(self._seconds) from None
        if self._taken > self.most:
            raise too_large(self.most)
        return message

    async def drain(self) -> None:
        """Read what is left, for a while; who asked before sending has sent nothing yet."""
        if self._asks_first and not self._begun:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_DRAINED):
                while not self._over:
                    await self._next()

    async def _next(self) -> Message:
        self._begun = True
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        self._over = not message.get("more_body")
        return message


def too_large(most: int) -> Refused:
    """Return that a request is too large."""
    detail = f"一次请求超过 {size_text(most)}，没有接收；请分几次上传。"
    return Refused(413, "too-large", title_of(413), detail)


def too_slow(seconds: float) -> Refused:
    """Return that a request takes too long."""
    detail = f"上传超过 {seconds:g} 秒还没有完成，已停止接收；请分几次上传。"
    return Refused(408, "too-slow", title_of(408), detail, Connection="close")
