"""A real Dask cluster on this machine: the same results, also when a worker is killed at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest
from distributed import Client
from tests.written import written

from hebiao.batch import discover, run
from hebiao.batch.engine import in_order, workers_for
from hebiao.batch.ledger import NAME, Ledger
from hebiao.batch.order import Order
from hebiao.batch.run import carry_out
from hebiao.errors import UsageError
from hebiao.reports.json_v1 import file_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
WRONG = written({"total": "98.06分"})
GOOD = written({})
_FAILURES = "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"


class Cluster:
    """A scheduler and its workers, each a process of its own, on the loopback."""

    def __init__(self, folder: Path, *, nanny: bool) -> None:
        self._file = folder / "scheduler.json"
        self._env = os.environ | {_FAILURES: "0" if nanny else "3", "PYTHONPATH": _python_path()}
        self._folder = folder
        self._nanny = nanny
        self.scheduler = self._started("scheduler", "--port", "0", "--no-dashboard")
        self._until(self._file.exists)
        address: str = json.loads(self._file.read_text())["address"]
        self.address = address
        self.workers = [self._worker() for _ in range(2)]
        self._until(lambda: len(self._here()) == 2)

    def _worker(self) -> subprocess.Popen[bytes]:
        kept = "--nanny" if self._nanny else "--no-nanny"
        return self._started("worker", "--nthreads", "1", kept, "--no-dashboard")

    def _started(self, kind: str, *args: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--host", "127.0.0.1"]
        command += ["--scheduler-file", str(self._file), *args]
        log = (self._folder / f"{kind}.log").open("ab")
        with log:
            return subprocess.Popen(
                command, cwd=self._folder, env=self._env, stdout=log, stderr=log
            )

    def _here(self) -> Any:
        with Client(self.address, timeout=10, set_as_default=False) as client:
            return client.scheduler_info()["workers"]

    def _until(self, true: Any) -> None:
        deadline = time.monotonic() + 60
        while not true():
            assert time.monotonic() < deadline, (self._folder / "worker.log").read_text()
            time.sleep(0.05)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self.scheduler):
            process.terminate()
        for process in (*self.workers, self.scheduler):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _python_path() -> str:
    return os.pathsep.join([str(ROOT / "src"), str(ROOT)])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with Cluster(tmp_path_factory.mktemp("cluster"), nanny=False) as made:
        yield made


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.docx").write_bytes(WRONG if number % 3 else GOOD)
    (folder / "坏.docx").write_bytes(b"?")
    return folder


def test_a_cluster_gives_the_same_results_in_the_same_order(cluster: Cluster, submitted: Path):
    targets = discover([str(submitted)]).targets

    far = [file_entry(each) for each in run(targets, workers=workers_for(1, cluster.address))]

    assert [file_entry(each) for each in run(targets)] == far


def test_remote_files_are_read_by_the_workers(cluster: Cluster, submitted: Path):
    targets = discover([f"file://{submitted}"]).targets

    far = list(run(targets, workers=workers_for(1, cluster.address)))

    assert 41 == len(far)
    assert ["checked"] * 40 + ["unreadable"] == [result.status for result in far]


def test_a_worker_killed_at_work_loses_nothing_and_repeats_nothing(
    tmp_path_factory: pytest.TempPathFactory, submitted: Path, tmp_path: Path
):
    order = Order(parts=("entry",), folder=tmp_path)
    targets = discover([str(submitted)]).targets
    paths = []
    with (
        Cluster(tmp_path_factory.mktemp("killed"), nanny=False) as cluster,
        Ledger(order, tmp_path) as ledger,
    ):
        for done in carry_out(targets, order, ledger, workers_for(1, cluster.address)):
            paths.append(done.path)
            if len(paths) == 5:
                cluster.workers[0].send_signal(signal.SIGKILL)

    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    here = [json.loads(file_entry(each).model_dump_json()) for each in run(targets)]
    assert [entry["path"] for entry in here] == paths
    assert here == [json.loads(line)["parts"]["entry"] for line in lines]


def die_at_b(task: str) -> str:
    if task == "b":
        os._exit(1)
    return task


def lost(task: str) -> str:
    return f"{task} lost"


def test_only_the_task_at_which_workers_die_is_lost(tmp_path_factory: pytest.TempPathFactory):
    with Cluster(tmp_path_factory.mktemp("dying"), nanny=True) as cluster:
        results = list(in_order([*"abcd"], die_at_b, lost, workers_for(1, cluster.address)))

    assert ["a", "b lost", "c", "d"] == results


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hebiao.batch.engine.cluster._PATIENCE", 1)

    with pytest.raises(UsageError, match="连不上 Dask 调度器"):
        workers_for(1, "tcp://127.0.0.1:9")
