"""Files and the check of one in, results out in the same order, from several processes."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeAlias

from hebiao.check import CheckResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from hebiao.batch.source import Source, Target

    One: TypeAlias = Callable[[Source], CheckResult]
    Lost: TypeAlias = Callable[[Source], CheckResult]

_AHEAD = 4
"""Files a worker may be ahead of the one whose result is waited for: results take memory."""


def check_parallel(
    targets: Iterable[Target], one: One, lost: Lost, jobs: int
) -> Iterator[CheckResult]:
    """
    Yield the result of each file.

    Args:
        targets: files, and results that are passed through.
        one: checks a file; it travels to the other process.
        lost: gives the result of a file at which its process died.
        jobs: how many processes to use.
    """
    waiting: deque[tuple[Target, Future[CheckResult] | None]] = deque()
    pool = _pool(jobs)
    try:
        for target in targets:
            waiting.append((target, _submitted(pool, one, target)))
            if len(waiting) > jobs * _AHEAD:
                yield _result(*waiting.popleft(), one, lost)
        while waiting:
            yield _result(*waiting.popleft(), one, lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return the workers; they leave an interrupt from the keyboard to this process."""
    return ProcessPoolExecutor(
        jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )


def _submitted(pool: ProcessPoolExecutor, one: One, target: Target) -> Future[CheckResult] | None:
    """Hand a file to the workers; None where there is nothing to do, or no worker left."""
    if isinstance(target, CheckResult):
        return None
    try:
        return pool.submit(one, target)
    except BrokenProcessPool:
        return None


def _result(
    target: Target, future: Future[CheckResult] | None, one: One, lost: Lost
) -> CheckResult:
    """Wait for a result; when a worker died, check the file by itself to see if it was this."""
    if isinstance(target, CheckResult):
        return target
    try:
        return future.result() if future else _alone(target, one, lost)
    except BrokenProcessPool:
        return _alone(target, one, lost)


def _alone(source: Source, one: One, lost: Lost) -> CheckResult:
    with _pool(1) as pool:
        try:
            return pool.submit(one, source).result()
        except BrokenProcessPool:
            return lost(source)
