"""How a run may end: killed, interrupted, by an error; the store is whole after each."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.conftest import Items, asked, begun, filled

from hebiao.errors import UsageError
from hebiao.store import open_store
from hebiao.store.interrupt import uninterrupted

KILLED = """
import os, signal, sys
from tests.store.conftest import begun, item
from hebiao.store import open_store, written
written._AT_ONCE = 1
with open_store(sys.argv[1]) as store:
    begun(store)
    entry, rows = item("b.docx", {})
    entry["forms"][0]["project"] = "字" * 3_000_000
    store.add(entry, rows)
    store.add(entry, rows)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_a_killed_run_leaves_the_store_as_it_was(path: Path, items: Items):
    filled(path, items)

    run = subprocess.run([sys.executable, "-c", KILLED, path], check=False, env=os.environ)

    assert -signal.SIGKILL == run.returncode
    assert [(1, 5)] == asked(path, "SELECT max(run_id), count(*) FROM files")
    assert 2 == filled(path, items)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_a_store_whose_first_run_was_killed_can_be_used(path: Path, items: Items):
    subprocess.run([sys.executable, "-c", KILLED, path], check=False, env=os.environ)

    assert 1 == filled(path, items)


@pytest.mark.parametrize("end", [KeyboardInterrupt, ValueError, GeneratorExit])
def test_what_was_done_before_the_end_is_kept_and_marked(
    path: Path, items: Items, end: type[BaseException]
):
    def stopped() -> None:
        with open_store(path) as store:
            begun(store)
            store.add(*items[0])
            raise end

    with pytest.raises(end):
        stopped()
    assert [("unfinished", None)] == asked(path, "SELECT state, finished FROM runs")
    assert [("报送/错.docx",)] == asked(path, "SELECT path FROM files")


def test_a_run_that_is_not_finished_is_marked(path: Path, items: Items):
    with open_store(path) as store:
        begun(store)
        store.add(*items[0])

    assert [("unfinished",)] == asked(path, "SELECT state FROM runs")


def test_nothing_is_kept_after_the_store_itself_failed(path: Path, items: Items):
    def failing() -> None:
        with open_store(path) as store:
            begun(store)
            store.add(*items[0])
            store._rows.used["files"] = 0
            store.add(*items[1])
            store.finish()

    with pytest.raises(UsageError, match="用不了"):
        failing()
    with pytest.raises(UsageError, match="还没有核查结果"):
        asked(path, "SELECT 1")


def test_an_interrupt_waits_until_the_work_is_done():
    done = []

    def work() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append(True)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert [True] == done


def test_a_file_comes_after_the_run_was_begun(path: Path, items: Items):
    with pytest.raises(UsageError, match="还没有开始"), open_store(path) as store:
        store.add(*items[0])


def test_a_store_takes_one_run_at_a_time(path: Path):
    with open_store(path) as store:
        begun(store)
        with pytest.raises(UsageError, match="一次只能记一次"):
            begun(store)


def test_the_file_is_let_go(path: Path, items: Items):
    filled(path, items)

    path.rename(path.with_name("moved"))
    assert not path.exists()


def test_what_was_never_a_store_is_not_touched(tmp_path: Path):
    path = tmp_path / "人事.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE 人员 (姓名)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(UsageError, match="不是核表的结果库"), open_store(path):
        pass
    assert before == path.read_bytes()
