"""The file of a store in, what speaks SQL to it out: DuckDB or SQLite, as its name ends."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from hebiao.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hebiao.store.schema import Column, Table

DUCKDB = (".duckdb",)
SQLITE = (".sqlite", ".sqlite3", ".db")


class Engine(Protocol):
    """A connection to a store; whatever goes wrong with it is a UsageError."""

    def begin(self) -> None:
        """Begin what is kept as a whole or not at all; nobody else may write until it ends."""

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return what it gives."""

    def insert(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows to a table."""

    def type_of(self, column: Column) -> str:
        """Return the type a column has."""

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""


def connect(path: Path, *, writing: bool) -> Engine:
    """
    Return the connection to a store; when writing, a new file is made where there is none.

    Raises:
        UsageError: its name does not say what it is, or the file is something else.
    """
    suffix = path.suffix.lower()
    if suffix not in DUCKDB + SQLITE:
        raise UsageError(
            f"{path} 看不出是哪种结果库：文件名应以 {'、'.join(DUCKDB + SQLITE)} 之一结尾，"
            f"如 结果.sqlite"
        )
    _refuse_the_impossible(path, writing=writing)
    if suffix in SQLITE:
        from hebiao.store.sqlite_file import SQLiteFile  # noqa: PLC0415 - only one of them is used

        return SQLiteFile(path, writing=writing)
    from hebiao.store.duckdb_file import DuckDBFile  # noqa: PLC0415 - as above

    return DuckDBFile(path, writing=writing)


def _refuse_the_impossible(path: Path, *, writing: bool) -> None:
    if path.is_dir():
        raise UsageError(f"{path} 是文件夹，不是结果库；请写一个文件名，如 结果.sqlite")
    if not path.exists() and not writing:
        raise UsageError(f"找不到结果库 {path}，请核对文件名和所在的文件夹")
    if not path.parent.is_dir():
        raise UsageError(f"结果库 {path} 所在的文件夹不存在，请先建好文件夹")
    named = DUCKDB if path.suffix.lower() in DUCKDB else SQLITE
    is_in_truth = _endings_of(path)
    if is_in_truth and is_in_truth != named:
        raise UsageError(f"{path} 的扩展名不对：按内容应以 {is_in_truth[0]} 结尾，请改名后再用")


def _endings_of(path: Path) -> tuple[str, ...]:
    """Return the endings for what the file begins as; none where that is neither."""
    head = b""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(16)
    if head.startswith(b"SQLite format 3\0"):
        return SQLITE
    return DUCKDB if head[8:12] == b"DUCK" else ()
