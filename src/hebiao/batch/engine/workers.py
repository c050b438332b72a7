"""What the user asks for in, who does the work out: `--jobs 2`, `--engine dask --scheduler …`."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


class Workers(Protocol):
    """Those who do the work, and how far they may run ahead: results take memory."""

    @property
    def ahead(self) -> int:
        """How many files may be under way beyond the one whose result is waited for."""

    @property
    def at_once(self) -> int:
        """How many files are handed over together: to hand over costs the one who does it."""

    @property
    def lost(self) -> tuple[type[BaseException], ...]:
        """The exceptions by which an executor says that a worker died at a task."""

    def executor(self) -> Executor:
        """Return an executor; again a whole one when that of before is broken."""

    def alone(self) -> Executor:
        """Return an executor for one task, so that one at which a worker dies takes no other."""

    def close(self) -> None:
        """Let go of what is held besides the executors."""


class InProcess(Executor):
    """An executor that does a task at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the task; an interrupt from the keyboard ends the run, as everywhere."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - an executor keeps it for whoever asks
            future.set_exception(error)
        return future


class Here:
    """This process: nothing to start, nothing that could be lost."""

    ahead = 0
    at_once = 1
    lost: tuple[type[BaseException], ...] = ()

    def executor(self) -> Executor:
        """Return what does a task at once."""
        return InProcess()

    alone = executor

    def close(self) -> None:
        """Nothing is held."""


def workers_for(jobs: int, scheduler: str | None = None) -> Workers:
    """
    Return who does the work; each loads its library only where it is wanted.

    Raises:
        UsageError: the cluster cannot be reached, or what it takes is not installed.
    """
    if scheduler is not None:
        from hebiao.batch.engine.cluster import Cluster  # noqa: PLC0415 - see above

        return Cluster(scheduler)
    if jobs > 1:
        from hebiao.batch.engine.processes import Processes  # noqa: PLC0415 - as above

        return Processes(jobs)
    return Here()
