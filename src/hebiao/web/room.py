"""
All desks: opened, found by their ids, closed when their page is or nobody is there any more.

A desk's folder is private, has a name nobody can guess, and is gone when the desk is.
"""

from __future__ import annotations

import asyncio
import secrets
import shutil
from contextlib import asynccontextmanager
from time import monotonic
from typing import IO, TYPE_CHECKING, Self

from hebiao.rules import Severity
from hebiao.web.crew import Crew
from hebiao.web.desk import Desk
from hebiao.web.leftover import clear_leftovers, private_folder
from hebiao.web.problem import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from hebiao.config import Settings
    from hebiao.web.limits import Limits

_SWEEP = 5


class Room:
    """The desks of a server, and the workers they share."""

    def __init__(self, settings: Settings, limits: Limits, jobs: int) -> None:
        self.settings, self.limits = settings, limits
        self.crew = Crew(jobs, limits.memory)
        self.desks: dict[str, Desk] = {}
        self._visits: set[str] = set()
        self._folder: Path | None = None
        self._lock: IO[bytes] | None = None
        self._sweeper: asyncio.Task[None] | None = None
        self._left: list[Path] = []

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(clear_leftovers)
        self._folder, self._lock = private_folder()
        self._sweeper = asyncio.create_task(self._sweep())
        self.crew.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sweeper:
            self._sweeper.cancel()
        for desk in list(self.desks.values()):
            await self.close(desk)
        await self.crew.stop()
        if self._folder and self._lock:
            self._lock.close()
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    def open(self) -> Desk:
        """
        Open a desk.

        Raises:
            Refused: there are too many.
        """
        if len(self.desks) >= self.limits.desks:
            raise Refused(
                429, "too-many-desks", "打开的页面太多",
                f"已有 {len(self.desks)} 个页面在用，请关掉不用的页面，稍后再打开。",
                Retry_After="60",
            )  # fmt: skip
        desk = self._made(self.settings, Severity.NOTE)
        self.desks[desk.id] = desk
        return desk

    @asynccontextmanager
    async def visited(self, settings: Settings, least: Severity) -> AsyncIterator[Desk]:
        """
        Give a desk to one request of another program, and close it after that.

        Raises:
            Refused: too many are here at once.
        """
        if len(self._visits) >= self.limits.visits:
            raise Refused(
                429, "too-many-requests", "同时的请求太多",
                f"已有 {len(self._visits)} 个请求在处理，请稍后再试。",
                Retry_After="5",
            )  # fmt: skip
        desk = self._made(settings, least)
        self._visits.add(desk.id)
        try:
            yield desk
        finally:
            self._visits.discard(desk.id)
            await self.close(desk)

    def _made(self, settings: Settings, least: Severity) -> Desk:
        assert self._folder is not None  # noqa: S101 - the server runs
        name = secrets.token_urlsafe(24)
        desk = Desk(name, self._folder / name, settings, least)
        desk.furnish()
        return desk

    def desk(self, name: str) -> Desk:
        """
        Return the desk of this id; to ask for it is a sign of life.

        Raises:
            Refused: there is none, or no more.
        """
        desk = self.desks.get(name)
        if desk is None:
            raise Refused(
                404, "desk-gone", "页面已关闭",
                "这个页面已经关闭，或太久没有使用，其中的文件已经删除；请重新打开页面。",
            )  # fmt: skip
        desk.sign_of_life()
        return desk

    def idle_left(self, desk: Desk) -> int:
        """Return in how many seconds the desk is closed if nobody asks for it."""
        return max(0, int(self.limits.idle - (monotonic() - desk.seen)))

    async def close(self, desk: Desk) -> None:
        """Close a desk: its work is stopped, all that it has is deleted."""
        self.desks.pop(desk.id, None)
        desk.closed = True
        desk.changed()
        for task in desk.running:
            task.cancel()
        await asyncio.gather(*desk.running, return_exceptions=True)
        self._left.append(desk.folder)
        await self._delete_left()

    def wake(self) -> None:
        """Tell all who wait that the server stops."""
        for desk in self.desks.values():
            desk.closed = True
            desk.changed()

    async def _sweep(self) -> None:
        """Close now and then the desks at which nobody is any more."""
        while True:
            await asyncio.sleep(min(_SWEEP, self.limits.idle / 4))
            for desk in list(self.desks.values()):
                if monotonic() - desk.seen > self.limits.idle:
                    await self.close(desk)
            await self._delete_left()

    async def _delete_left(self) -> None:
        """Delete the folders of closed desks; one that is still in use is tried again later."""
        for folder in self._left:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        self._left = [folder for folder in self._left if folder.exists()]
