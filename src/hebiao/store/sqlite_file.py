"""A store in an SQLite file, by the standard library."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hebiao.store.schema import Kind
from hebiao.store.trouble import failed, locked, no_store, not_writable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hebiao.errors import UsageError
    from hebiao.store.schema import Column, Table

_TYPES = {
    Kind.KEY: "INTEGER",
    Kind.WHOLE: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.TEXT: "TEXT",
    Kind.FLAG: "BOOLEAN",
}
"""REAL, not NUMERIC: 1 of 3 would be 0 where both are stored as integers."""

_WAIT = 3.0
"""Seconds; another program that only reads is done by then."""


class SQLiteFile:
    """
    A connection that keeps the file to itself while it writes.

    One that only asks may still have to undo what a killed run left half written.
    """

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._path = path
        name = f"{path.absolute().as_uri()}?mode={'rwc' if writing else 'rw'}"
        with _telling(path):
            self._to = sqlite3.connect(name, timeout=_WAIT, isolation_level=None, uri=True)
            self._to.execute("PRAGMA foreign_keys = ON")
            self._to.execute(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")

    def begin(self) -> None:
        """Begin; nobody else may read either, so that nothing fails half way through."""
        self.query("BEGIN EXCLUSIVE")

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return what it gives."""
        with _telling(self._path):
            return self._to.execute(sql, values).fetchall()

    def insert(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows to a table."""
        marks = ", ".join("?" * len(table.columns))
        with _telling(self._path):
            self._to.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - our own names

    def type_of(self, column: Column) -> str:
        """Return the type a column has."""
        return _TYPES[column.kind]

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._to.close()


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: sqlite3.Error) -> UsageError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return locked(path)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return no_store(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return not_writable(path, "没有权限，或磁盘只读")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return not_writable(path, "磁盘已满，或读写出错")
    return failed(path, str(error))
