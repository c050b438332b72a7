"""
The results of a run in, Parquet files out: a table a file, with the columns of the store.

They pass through a store of their own on the disk, so that no number of files fills the memory.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hebiao.errors import UsageError, reason_of
from hebiao.store.engine import connect
from hebiao.store.opened import open_store
from hebiao.store.schema import RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.store.flatten import Entry, Run


def write_parquet(
    folder: Path, items: Iterable[tuple[Entry, Entry]], run: Run, across: Iterable[Entry] = ()
) -> list[Path]:
    """
    Write files.parquet, forms.parquet and so on into a folder; each replaces one of its name.

    Raises:
        UsageError: DuckDB is not installed, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".parquet-", dir=folder) as beside:
            _fill(Path(beside) / "run.duckdb", items, run, across)
            _copy(Path(beside) / "run.duckdb", Path(beside))
            return [
                (Path(beside) / _named(table.name)).replace(folder / _named(table.name))
                for table in RESULTS
            ]
    except OSError as error:
        raise UsageError(
            f"Parquet 文件写不进 {folder}（{reason_of(error)}）；"
            "请确认文件夹可以写入，同名文件没有在别的程序里打开"
        ) from error


def _named(table: str) -> str:
    return f"{table}.parquet"


def _fill(
    path: Path, items: Iterable[tuple[Entry, Entry]], run: Run, across: Iterable[Entry]
) -> None:
    with open_store(path) as store:
        store.begin(run)
        for entry, rows in items:
            store.add(entry, rows)
        store.add_across(across)
        store.finish()


def _copy(path: Path, folder: Path) -> None:
    engine = connect(path, writing=False)
    try:
        for table in RESULTS:
            target = str(folder / _named(table.name)).replace("'", "''")
            by = ", ".join(table.names[: table.keys])
            engine.query(
                f"COPY (SELECT * FROM {table.name} ORDER BY {by}) TO '{target}' (FORMAT parquet)"  # noqa: S608 - our own names
            )
    finally:
        engine.close()
