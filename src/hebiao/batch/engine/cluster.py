"""The address of a Dask scheduler in, the workers of its cluster out. Needs the extra `dask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.engine.program import fingerprint
from hebiao.errors import UsageError

try:
    from distributed import Client
    from distributed.cfexecutor import ClientExecutor
    from distributed.scheduler import KilledWorker
except ImportError as missing:
    raise UsageError(
        "用 Dask 集群核查需要另装组件，请让管理员运行 pip install 'hebiao[dask]'"
    ) from missing

if TYPE_CHECKING:
    from concurrent.futures import Executor

_AHEAD = 4
_PATIENCE = 10
"""Seconds to wait for the scheduler."""


class _ClusterExecutor(ClientExecutor):
    """The executor of the library, which can be shut down as the standard library's can."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the workers go; what is under way is waited for or cancelled."""
        super().shutdown(wait=wait and not cancel_futures)


class Cluster:
    """
    The workers of a cluster that runs already.

    The scheduler gives the task of a worker that died to another one; only a task at which
    several died in turn is given up, and is not tried once more.
    """

    at_once = 1
    lost: tuple[type[BaseException], ...] = (KilledWorker,)

    def __init__(self, scheduler: str) -> None:
        try:
            self._client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(
                f"连不上 Dask 调度器 {scheduler}，请核对地址（如 tcp://10.0.0.5:8786）和网络"
            ) from error
        threads = sum(self._client.nthreads().values())
        if not threads:
            raise UsageError(f"Dask 调度器 {scheduler} 下没有工作进程，请先启动 dask worker")
        self._check_programs(scheduler)
        self.ahead = threads * _AHEAD

    def executor(self) -> Executor:
        """Return an executor over the whole cluster; each call is a task of its own."""
        executor: Executor = _ClusterExecutor(self._client, pure=False)
        return executor

    alone = executor

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()

    def _check_programs(self, scheduler: str) -> None:
        """Other rules on some of the machines would give other results, file by file."""
        try:
            theirs = set(self._client.run(fingerprint).values())
        except ModuleNotFoundError as error:
            raise UsageError(
                f"{scheduler} 的工作机上没有安装核表，请在每台工作机上安装同一版本的 hebiao"
            ) from error
        if theirs != {fingerprint()}:
            raise UsageError(
                f"{scheduler} 的工作机上装的核表与这里的版本不同，请在每台机器上安装同一版本"
            )
