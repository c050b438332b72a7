"""A store in a DuckDB file; the library is an extra, and is imported only here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hebiao.errors import UsageError
from hebiao.store.schema import Kind
from hebiao.store.trouble import failed, locked, no_store, not_writable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hebiao.store.schema import Column, Table

_TYPES = {
    Kind.KEY: "BIGINT",
    Kind.WHOLE: "BIGINT",
    Kind.NUMBER: "DECIMAL(38, 10)",
    Kind.TEXT: "VARCHAR",
    Kind.FLAG: "BOOLEAN",
}
_COMES_AS = _TYPES | {Kind.NUMBER: "VARCHAR"}
"""What a list of values is handed over as: a figure by its digits."""

_OFFLINE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}
"""Nothing is fetched from the network; and no thread is there when workers are forked."""

_SENTENCES = (
    (("set lock on file", "being used by another process", "different configuration"), locked),
    (("not a valid DuckDB", "ould not read from file", "orrupt"), no_store),
)
_NOT_WRITABLE = (
    (("ermission denied", "ead-only", "read only", "cess is denied"), "没有权限，或磁盘只读"),
    (("No space left", "not enough space"), "磁盘已满"),
)


class DuckDBFile:
    """A connection; DuckDB keeps the file to this process as long as it is open."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._path = path
        duckdb = library()
        self._error = duckdb.Error
        with self._telling():
            self._to = duckdb.connect(str(path), read_only=not writing, config=dict(_OFFLINE))

    def begin(self) -> None:
        """Begin what is kept as a whole or not at all."""
        self.query("BEGIN TRANSACTION")

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return what it gives."""
        with self._telling():
            rows: list[tuple[Any, ...]] = self._to.execute(sql, list(values)).fetchall()
        return rows

    def insert(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """
        Add rows to a table: each column is one list, taken apart on the other side.

        A row at a time takes a hundred times as long.
        """
        columns = ", ".join(map(_taken_apart, table.columns))
        with self._telling():
            self._to.execute(
                f"INSERT INTO {table.name} SELECT {columns}",
                [list(values) for values in zip(*rows, strict=True)],
            )

    def type_of(self, column: Column) -> str:
        """Return the type a column has."""
        return _TYPES[column.kind]

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._to.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except self._error as error:
            raise _sentence(self._path, str(error)) from error


def library() -> Any:
    """
    Return DuckDB.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(
            "读写 .duckdb 和 Parquet 需要 DuckDB，请先安装：pip install 'hebiao[store]'；"
            "也可以改用 .sqlite 结尾的文件名，不必安装"
        ) from error
    return duckdb


def _taken_apart(column: Column) -> str:
    each = f"unnest(CAST(? AS {_COMES_AS[column.kind]}[]))"
    return f"TRY_CAST({each} AS {_TYPES[column.kind]})" if column.kind is Kind.NUMBER else each


def _sentence(path: Path, said: str) -> UsageError:
    for signs, sentence in _SENTENCES:
        if any(sign in said for sign in signs):
            return sentence(path)
    for words, reason in _NOT_WRITABLE:
        if any(word in said for word in words):
            return not_writable(path, reason)
    if "version" in said and "DuckDB" in said:
        return failed(path, "它是另一个版本的 DuckDB 写的，请把 duckdb 升级到同一版本")
    return failed(path, said.splitlines()[0])
