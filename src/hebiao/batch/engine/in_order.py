"""
Tasks and who does them in, results out in the order of the tasks.

A task at which a worker dies stops no other one: those that were under way with it are done
again, each alone, and only the one at which the worker dies once more is lost.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import CancelledError
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
    waiting: deque[tuple[A, Future[T]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, crew.start(task)))
            if len(waiting) > workers.ahead:
                yield crew.finish(*waiting.popleft())
        while waiting:
            yield crew.finish(*waiting.popleft())
    finally:
        crew.close()


class _Crew(Generic[A, T]):
    """The executor of a run, in whose place another one comes when it breaks."""

    def __init__(self, work: Callable[[A], T], lost: Callable[[A], T], workers: Workers) -> None:
        self._work, self._lost, self._workers = work, lost, workers
        self._executor = workers.executor()
        self._alone: Executor | None = None

    def start(self, task: A) -> Future[T]:
        """Hand a task to the workers; where they are gone, to new ones."""
        try:
            return self._executor.submit(self._work, task)
        except self._workers.lost:
            self._executor.shutdown(cancel_futures=True)
            self._executor = self._workers.executor()
            return self._executor.submit(self._work, task)

    def finish(self, task: A, future: Future[T]) -> T:
        """Wait for a result; when a worker died, do the task by itself to see if it was this."""
        try:
            return future.result()
        except self._workers.lost:
            return self._by_itself(task)
        except CancelledError as error:
            raise UsageError(_CUT_OFF) from error

    def _by_itself(self, task: A) -> T:
        if self._alone is None:
            self._alone = self._workers.alone()
        try:
            return self._alone.submit(self._work, task).result()
        except self._workers.lost:
            self._alone.shutdown(cancel_futures=True)
            self._alone = None
            return self._lost(task)

    def close(self) -> None:
        """Let the workers go; what they have not begun is not begun."""
        for executor in (self._executor, self._alone):
            if executor is not None:
                executor.shutdown(cancel_futures=True)
        self._workers.close()
