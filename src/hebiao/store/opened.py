"""
The path of a store in, the store out: to write a run into it, or to ask it.

    with open_store("结果.sqlite") as store:
        store.begin(Run(started))
        store.add(entry, rows)          # each file
        store.add_across(findings)
        store.finish()
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao import __version__
from hebiao.errors import UsageError
from hebiao.store.engine import Engine, connect
from hebiao.store.interrupt import uninterrupted
from hebiao.store.schema import META, RESULTS, VERSION, Column, Table
from hebiao.store.trouble import no_store
from hebiao.store.views import VIEWS
from hebiao.store.written import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = ("program", "hebiao")


@contextmanager
def open_store(path: str | Path) -> Iterator[Store]:
    """
    Open a store to add a run, or make one.

    The run is kept as a whole: when the program is killed, the store stays as it was. When it
    is interrupted, or an error ends it, what was done is kept, and the run stays unfinished.

    Raises:
        UsageError: it is locked, no store, of another version, or cannot be written.
    """
    engine = connect(Path(path), writing=True)
    try:
        engine.begin()
        if _version(engine, Path(path)) is None:
            _lay_out(engine)
        store = Store(engine)
        try:
            yield store
        finally:
            with uninterrupted():
                store.close()
    finally:
        engine.close()


@contextmanager
def asked_store(path: str | Path) -> Iterator[Engine]:
    """
    Open a store to ask it; nothing in it can be changed.

    Raises:
        UsageError: it is not there, locked, no store, of another version, or empty.
    """
    engine = connect(Path(path), writing=False)
    try:
        version = _version(engine, Path(path))
        if version is None or not engine.query("SELECT 1 FROM runs LIMIT 1"):
            raise UsageError(
                f"结果库 {path} 里还没有核查结果；先用 hebiao check … --store {path} 核查"
            )
        yield engine
    finally:
        engine.close()


def _version(engine: Engine, path: Path) -> int | None:
    """Return the version of the schema, None for a file without any table."""
    there = {name for (name,) in engine.query("SELECT name FROM sqlite_master")}
    if not there:
        return None
    if "meta" not in there:
        raise no_store(path)
    described = engine.query("SELECT * FROM meta")
    facts = {row[0]: row[1] for row in described if len(row) == len(META.columns)}
    if facts.get(_MARK[0]) != _MARK[1]:
        raise no_store(path)
    if facts["schema_version"] != str(VERSION):
        _refuse(path, facts["schema_version"])
    return VERSION


def _refuse(path: Path, version: str) -> None:
    if version.isdecimal() and int(version) > VERSION:
        raise UsageError(f"结果库 {path} 是更新版本的核表写的，请先升级核表，或换一个文件名")
    raise UsageError(f"结果库 {path} 是旧版本的核表写的，这一版读不了；请换一个文件名重新核查")


def _lay_out(engine: Engine) -> None:
    """Make the tables and views of an empty file."""
    for table in (META, *RESULTS):
        engine.query(_create(engine, table))
    for name, select in VIEWS.items():
        engine.query(f"CREATE VIEW {name} AS {select}")
    made = datetime.now(UTC).strftime("%Y-%m-%d")
    facts = (_MARK, ("schema_version", str(VERSION)), ("made", made), ("made_by", __version__))
    engine.insert(META, facts)


def _create(engine: Engine, table: Table) -> str:
    columns = ", ".join(_declared(engine, column) for column in table.columns)
    keys = ", ".join(table.names[: table.keys])
    return f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({keys}))"


def _declared(engine: Engine, column: Column) -> str:
    required = " NOT NULL" if column.required else ""
    key = next((table.names[0] for table in RESULTS if table.name == column.of), "")
    of = f" REFERENCES {column.of} ({key})" if column.of else ""
    return f"{column.name} {engine.type_of(column)}{required}{of}"
