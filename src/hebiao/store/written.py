"""The results of a run in, the store they are written into out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hebiao.errors import UsageError
from hebiao.store.flatten import FINISHED, Rows, add_across, add_file, moment, run_row
from hebiao.store.interrupt import uninterrupted
from hebiao.store.schema import RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.store.engine import Engine
    from hebiao.store.flatten import Entry, Run

_AT_ONCE = 5_000
"""Rows; fewer are slower in DuckDB, more take more memory and are no quicker."""


class Store:
    """
    A store that is open to be written; rows are gathered and written many at a time.

    What is begun here stands in one transaction, which `open_store` has opened.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._rows = Rows({table.name: self._used(table.names[0], table.name) for table in RESULTS})
        self._run: int | None = None
        self._broken = False

    def begin(self, run: Run) -> int:
        """Begin a run, and return its number."""
        if self._run is not None:
            raise UsageError("结果库一次只能记一次核查")
        self._run = self._rows.add("runs", run_row(run))
        return self._run

    def add(self, entry: Entry, rows: Entry) -> None:
        """Add a file: its entry in the JSON of `check`, and what `store_rows` says of it."""
        add_file(self._rows, self._begun(), entry, rows)
        self._write_if_many()

    def add_across(self, findings: Iterable[Entry]) -> None:
        """Add findings over several forms."""
        for finding in findings:
            add_across(self._rows, self._begun(), finding)
            self._write_if_many()

    def finish(self) -> None:
        """Mark the run as finished; it is kept when the store is closed."""
        with uninterrupted():
            self._write()
            self._ask(
                "UPDATE runs SET finished = ?, state = ? WHERE run_id = ?",
                (moment(datetime.now(UTC).astimezone()), FINISHED, self._begun()),
            )

    def close(self) -> None:
        """Keep what was added; after an error of the store, nothing of the run is kept."""
        if self._broken:
            return
        self._write()
        self._ask("COMMIT")

    def _begun(self) -> int:
        if self._run is None:
            raise UsageError("结果库还没有开始记这次核查")
        return self._run

    def _write_if_many(self) -> None:
        if self._rows.count >= _AT_ONCE:
            with uninterrupted():
                self._write()

    def _write(self) -> None:
        """Write what was gathered; a table that others name comes before them."""
        waiting = self._rows.taken()
        self._broken = True
        for table in RESULTS:
            if table.name in waiting:
                self._engine.insert(table, waiting[table.name])
        self._broken = False

    def _ask(self, sql: str, values: tuple[object, ...] = ()) -> None:
        self._broken = True
        self._engine.query(sql, values)
        self._broken = False

    def _used(self, key: str, table: str) -> int:
        [(greatest,)] = self._engine.query(f"SELECT max({key}) FROM {table}")  # noqa: S608 - our own names
        return greatest or 0
