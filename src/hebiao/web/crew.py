"""
Work of many desks in, done by a few worker processes, each desk in its turn.

    desk 1   ■■■■■■■■■■■■■■  (a zip of 200 files)
    desk 2   ■                                       order of work: 1 2 1 1 1 …

A worker that takes too long is killed, and one that dies takes nobody with it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections import OrderedDict, deque
from concurrent.futures import TimeoutError as TooLate
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from pebble import ProcessExpired, ProcessPool

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext

T = TypeVar("T")

_TASKS_A_WORKER = 200
_SERVED = "forkserver"
_READY = "hebiao.web.ready"


class TakenTooLong(Exception):  # noqa: N818 - names what became of the work
    """The worker was killed since it took too long."""


class WorkerDied(Exception):  # noqa: N818 - as above
    """The worker died, probably for want of memory."""


class Crew:
    """The workers, and who is waiting for them."""

    def __init__(self, jobs: int, memory: int) -> None:
        self._jobs, self._memory = jobs, memory
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._busy = 0
        self._made: ProcessPool | None = None

    async def do(
        self,
        who: str,
        seconds: float,
        work: Callable[..., T],
        *args: Any,
        begun: Callable[[], None] | None = None,
    ) -> T:
        """
        Have a piece of work done when it is the turn of `who`.

        Raises:
            TakenTooLong: it was not done in time.
            WorkerDied: its worker died.
        """
        await self._turn(who)
        try:
            if begun:
                begun()
            return await self._done(seconds, work, *args)
        finally:
            self._busy -= 1
            self._call_next()

    def start(self) -> None:
        """Start the workers, so that the first file need not wait for them."""
        self._pool().schedule(_nothing)

    async def stop(self) -> None:
        """Kill the workers."""
        if self._made:
            self._made.stop()  # type: ignore[no-untyped-call]
            await asyncio.to_thread(self._made.join)
            self._made = None

    async def _turn(self, who: str) -> None:
        """Wait until it is the turn of `who`, round and round."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(who, deque()).append(turn)
        self._call_next()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._busy -= 1
                self._call_next()
            raise

    def _call_next(self) -> None:
        while self._busy < self._jobs and self._waiting:
            who, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            if turns:
                self._waiting[who] = turns
            if not turn.done():
                self._busy += 1
                turn.set_result(None)

    async def _done(self, seconds: float, work: Callable[..., T], *args: Any) -> T:
        try:
            return await self._by_a_worker(seconds, work, *args)
        except BrokenProcessPool:
            self._forget()
        try:
            return await self._by_a_worker(seconds, work, *args)
        except BrokenProcessPool as error:
            self._forget()
            raise WorkerDied from error

    async def _by_a_worker(self, seconds: float, work: Callable[..., T], *args: Any) -> T:
        future = self._pool().schedule(carried_out, args=(work, *args), timeout=seconds)
        try:
            return await asyncio.wrap_future(future)
        except TooLate as error:
            raise TakenTooLong from error
        except ProcessExpired as error:
            raise WorkerDied from error

    def _forget(self) -> None:
        """Put away workers that are broken: the next piece of work gets others."""
        if self._made and not self._made.active:
            self._made.stop()  # type: ignore[no-untyped-call]
            self._made = None

    def _pool(self) -> ProcessPool:
        if self._made is None or not self._made.active:
            self._made = ProcessPool(
                max_workers=self._jobs,
                max_tasks=_TASKS_A_WORKER,
                initializer=prepared,
                initargs=(self._memory,),
                context=_context(),
            )
        return self._made


def prepared(memory: int) -> None:
    """Make a worker ready: what it may use is limited where the system can."""
    import_module(_READY)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


class _Stopped(BaseException):
    """A worker is told to stop at a file."""


def carried_out(work: Callable[..., T], *args: Any) -> T:
    """Do the work; one that is stopped ends what it has started, such as LibreOffice, and goes."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        return work(*args)
    except _Stopped:
        os._exit(1)
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(*_: object) -> None:
    raise _Stopped


def _nothing() -> None:
    """Do nothing: what starts the workers."""


def _context() -> BaseContext:
    """Return how workers are started: never as copies of this process, which has threads."""
    if _SERVED not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context(_SERVED)
    context.set_forkserver_preload([_READY])
    return context
