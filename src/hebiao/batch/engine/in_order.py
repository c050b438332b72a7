"""
Tasks and who does them in, results out in the order of the tasks.

A task at which a worker dies stops no other one: those that were under way with it are done
again, each alone, and only the one at which the worker dies once more is lost.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import CancelledError
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from hebiao.batch.engine.workers import Here
from hebiao.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from hebiao.batch.engine.workers import Workers

A = TypeVar("A")
T = TypeVar("T")

_CUT_OFF = "与计算集群的连接断了，没有核查完；已核查的都已保存，请在集群恢复后再运行一次"


def in_order(
    tasks: Iterable[A],
    work: Callable[[A], T],
    lost: Callable[[A], T],
    workers: Workers | None = None,
) -> Iterator[T]:
    """
    Yield the result of each task.

    Args:
        tasks: what travels to the workers.
        work: does one task, and raises nothing.
        lost: gives, here, the result of a task at which a worker died.
        workers: who does them; this process, if it is not said.

    Raises:
        UsageError: all workers are gone and there will be no others.
    """
    workers = workers or Here()
    crew = _Crew(work, lost, workers)
    waiting: deque[tuple[list[A], Future[list[T]]]] = deque()
    rest = iter(tasks)
    try:
        while some := list(islice(rest, workers.at_once)):
            waiting.append((some, crew.start(some)))
            if len(waiting) * workers.at_once > workers.ahead:
                yield from crew.finish(*waiting.popleft())
        while waiting:
            yield from crew.finish(*waiting.popleft())
    finally:
        crew.close()


def _each(work: Callable[[A], T], tasks: list[A]) -> list[T]:
    return [work(task) for task in tasks]


class _Crew(Generic[A, T]):
    """The executor of a run, in whose place another one comes when it breaks."""

    def __init__(self, work: Callable[[A], T], lost: Callable[[A], T], workers: Workers) -> None:
        self._work, self._lost, self._workers = partial(_each, work), lost, workers
        self._executor = workers.executor()
        self._alone: Executor | None = None

    def start(self, tasks: list[A]) -> Future[list[T]]:
        """Hand tasks to a worker; where the workers are gone, to a new one."""
        try:
            return self._executor.submit(self._work, tasks)
        except self._workers.lost:
            self._executor.shutdown(cancel_futures=True)
            self._executor = self._workers.executor()
            return self._executor.submit(self._work, tasks)

    def finish(self, tasks: list[A], future: Future[list[T]]) -> list[T]:
        """Wait for results; when a worker died, do each task by itself to see if it was this."""
        try:
            return future.result()
        except self._workers.lost:
            return [self._by_itself(task) for task in tasks]
        except CancelledError as error:
            raise UsageError(_CUT_OFF) from error

    def _by_itself(self, task: A) -> T:
        if self._alone is None:
            self._alone = self._workers.alone()
        try:
            (result,) = self._alone.submit(self._work, [task]).result()
        except self._workers.lost:
            self._alone.shutdown(cancel_futures=True)
            self._alone = None
            return self._lost(task)
        return result

    def close(self) -> None:
        """Let the workers go; what they have not begun is not begun."""
        for executor in (self._executor, self._alone):
            if executor is not None:
                executor.shutdown(cancel_futures=True)
        self._workers.close()
