"""
The files to check in, their results out, in the same order, as each is done.

One file never stops the others: what goes wrong in the program, too, is a result that says so.
"""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from hebiao.batch.more_layouts import layouts_with
from hebiao.check import CheckResult, Status, Trouble, check
from hebiao.rules import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from hebiao.batch.discover import Target
    from hebiao.rules import Rule

    One: TypeAlias = Callable[[str], CheckResult]

_AHEAD = 4
"""Files a worker may be ahead of the one whose result is waited for."""


def run(
    targets: Iterable[Target],
    *,
    rules: Sequence[Rule] = CATALOGUE,
    layouts: str | None = None,
    jobs: int = 1,
) -> Iterator[CheckResult]:
    """
    Yield the result of each file.

    Args:
        targets: files, and results that are passed through.
        rules: the rules to run.
        layouts: a folder with more layouts.
        jobs: how many processes to use.
    """
    one = partial(_check_one, frozenset(rule.code for rule in rules), layouts)
    if jobs > 1:
        yield from _parallel(targets, one, jobs)
    else:
        yield from (_passed(target) or one(str(target)) for target in targets)


def _check_one(codes: frozenset[str], layouts: str | None, path: str) -> CheckResult:
    """Check one file; rules travel to another process by their codes, layouts by their folder."""
    rules = tuple(rule for rule in CATALOGUE if rule.code in codes)
    try:
        return check(path, rules=rules, layouts=layouts_with(layouts))
    except Exception as error:  # noqa: BLE001 - our own fault must not stop the other files
        return _failed(path, f"{type(error).__name__}: {error}")


def _passed(target: Target) -> CheckResult | None:
    return target if isinstance(target, CheckResult) else None


def _failed(path: str, reason: str) -> CheckResult:
    message = f"核表程序处理这个文件时出错（{reason}），是程序的问题，请告诉我们；其他文件不受影响。"
    return CheckResult(path, "", Status.UNREADABLE, Trouble("internal", message), ())


def _parallel(targets: Iterable[Target], one: One, jobs: int) -> Iterator[CheckResult]:
    """Keep the workers busy a few files ahead, and no further: results wait in memory."""
    waiting: deque[tuple[Target, Future[CheckResult] | None]] = deque()
    pool = _pool(jobs)
    try:
        for target in targets:
            waiting.append((target, None if _passed(target) else _submitted(pool, one, target)))
            if len(waiting) > jobs * _AHEAD:
                yield _result(*waiting.popleft(), one)
        while waiting:
            yield _result(*waiting.popleft(), one)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return the workers; they leave an interrupt from the keyboard to this process."""
    return ProcessPoolExecutor(
        jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )


def _submitted(
    pool: ProcessPoolExecutor, one: One, target: Target
) -> Future[CheckResult] | None:
    try:
        return pool.submit(one, str(target))
    except BrokenProcessPool:
        return None


def _result(target: Target, future: Future[CheckResult] | None, one: One) -> CheckResult:
    """Wait for a result; when a worker died, check the file by itself to see which one did it."""
    if isinstance(target, CheckResult):
        return target
    try:
        return future.result() if future else _alone(target, one)
    except BrokenProcessPool:
        return _alone(target, one)


def _alone(path: str, one: One) -> CheckResult:
    with _pool(1) as pool:
        try:
            return pool.submit(one, path).result()
        except BrokenProcessPool:
            return _failed(path, "进程意外终止，可能是内存不足")
