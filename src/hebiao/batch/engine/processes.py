"""How many in, processes of this machine out."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.context import BaseContext

_AHEAD = 12
_AT_ONCE = 4
_SERVED = "forkserver"


class Processes:
    """
    Processes of this machine.

    They are not copies of this one where that can be avoided: it may have threads by then, as a
    bar on the screen has.
    """

    at_once = _AT_ONCE
    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._context = _context()
        self.ahead = jobs * _AHEAD

    def executor(self) -> Executor:
        """Return a pool of all processes."""
        return self._pool(self._jobs)

    def alone(self) -> Executor:
        """Return a pool of one process."""
        return self._pool(1)

    def close(self) -> None:
        """Nothing is held."""

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        """Return a pool; it leaves an interrupt from the keyboard to this process."""
        ignored = (signal.SIGINT, signal.SIG_IGN)
        return ProcessPoolExecutor(
            jobs, mp_context=self._context, initializer=signal.signal, initargs=ignored
        )


def _context() -> BaseContext:
    if _SERVED not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    context = multiprocessing.get_context(_SERVED)
    context.set_forkserver_preload(["hebiao.batch.work"])
    return context
