"""What cannot be a store is said in a sentence that names the remedy."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.conftest import Items, asked, filled

from hebiao.errors import UsageError
from hebiao.store import asked_store, open_store
from hebiao.store.duckdb_file import _sentence
from hebiao.store.engine import connect
from hebiao.store.schema import FILES

HOLDS = {
    ".sqlite": "import sqlite3; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE')",
    ".duckdb": "import duckdb; c = duckdb.connect(sys.argv[1])",
}


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as caught, open_store(path):
        pass
    return str(caught.value)


def refused_to_answer(path: Path) -> str:
    with pytest.raises(UsageError) as caught, asked_store(path):
        pass
    return str(caught.value)


@pytest.mark.parametrize("name", ["结果", "结果.xlsx", "结果.json"])
def test_the_name_must_say_what_it_is(tmp_path: Path, name: str):
    assert ".duckdb、.sqlite" in refused(tmp_path / name)


def test_an_ending_in_capitals_is_the_same(tmp_path: Path, items: Items):
    filled(tmp_path / "A.SQLite", items)

    assert [(1,)] == asked(tmp_path / "A.SQLite", "SELECT count(*) FROM runs")


def test_a_folder_is_no_store(path: Path):
    path.mkdir()

    assert "是文件夹" in refused(path)


def test_a_store_has_a_folder_to_be_in(path: Path):
    assert "文件夹不存在" in refused(path.parent / "无" / path.name)


def test_a_store_that_is_asked_must_be_there(path: Path):
    assert "找不到结果库" in refused_to_answer(path)
    assert not path.exists()


def test_a_text_file_is_no_store_and_is_not_touched(path: Path):
    path.write_text("这是一份说明，不是数据库。" * 100, encoding="utf-8")
    before = path.read_bytes()

    assert "不是核表的结果库" in refused(path)
    assert before == path.read_bytes()


def test_a_store_by_the_wrong_name_says_which_is_right(tmp_path: Path, items: Items):
    for right, wrong in (("a.sqlite", "a.duckdb"), ("b.duckdb", "b.db")):
        filled(tmp_path / right, items)
        (tmp_path / right).rename(tmp_path / wrong)

        assert f"应以 {Path(right).suffix} 结尾" in refused(tmp_path / wrong)


@pytest.mark.parametrize(("version", "said"), [("99", "先升级核表"), ("0", "旧版本的核表")])
def test_a_store_of_another_schema_is_left_alone(path: Path, items: Items, version: str, said: str):
    filled(path, items)
    engine = connect(path, writing=True)
    engine.query("UPDATE meta SET value = ? WHERE key = 'schema_version'", (version,))
    engine.close()

    assert said in refused(path)
    assert said in refused_to_answer(path)


def test_an_empty_store_has_nothing_to_tell(path: Path):
    with open_store(path):
        pass

    assert "还没有核查结果" in refused_to_answer(path)


def test_a_store_that_another_program_has_is_named(
    path: Path, items: Items, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("hebiao.store.sqlite_file._WAIT", 0.01)
    filled(path, items)
    held = f"import sys; {HOLDS[path.suffix]}; print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", held, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert b"held" == other.stdout.readline().strip()

        assert "正被别的程序使用" in refused(path)
        assert "正被别的程序使用" in refused_to_answer(path)
        other.communicate()


def test_a_store_that_may_only_be_read_is_not_written(path: Path, items: Items):
    filled(path, items)
    engine = connect(path, writing=False)

    with pytest.raises(UsageError, match="写不进去"):
        engine.insert(FILES, [(9, 1, "a", "", "", None, None, None)])
    engine.close()


def test_what_duckdb_says_on_windows_and_of_other_versions_is_understood():
    path = Path("a.duckdb")
    said = {
        "Cannot open file: The process cannot access the file because it is being used by another "
        "process.": "正被别的程序使用",
        'IO Error: Cannot open file "a": Permission denied': "没有权限",
        "IO Error: Could not write file: No space left on device": "磁盘已满",
        "Trying to read a database file with version number 99 of DuckDB": "升级到同一版本",
        "Binder Error: something": "Binder Error: something",
    }

    assert [] == [words for text, words in said.items() if words not in str(_sentence(path, text))]


def test_without_duckdb_the_other_way_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)

    said = refused(tmp_path / "a.duckdb")
    assert "pip install 'hebiao[store]'" in said
    assert ".sqlite" in said


def test_sqlite_needs_nothing_installed(
    tmp_path: Path, items: Items, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "duckdb", None)

    assert 1 == filled(tmp_path / "a.sqlite", items)


def test_a_store_is_found_by_any_name_a_disk_allows(tmp_path: Path, items: Items):
    path = tmp_path / "结果 50%?#[1].sqlite"
    filled(path, items)

    with sqlite3.connect(path) as store:
        assert (5,) == store.execute("SELECT count(*) FROM files").fetchone()
    store.close()
