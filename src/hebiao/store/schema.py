"""
What a store holds: its tables, its views, the same names in DuckDB and in SQLite.

    runs ──▶ files ──▶ forms ──▶ indicators, funding, not_checked
      └──────▶ findings ──▶ places

A figure has up to three columns: `budget` is a number to compare and to add up, `budget_exact`
its digits in the unit of the column, `budget_text` what is written in the cell. docs/store.md
says of each column what it means; a test keeps the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
"""Of the schema; a store of another one is neither read nor written."""

EXACT = "_exact"
"""What the name of a figure's digits ends with; the number is made of them."""


class Kind(StrEnum):
    """What a column holds; each engine has a type of its own for it."""

    KEY = "key"
    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `of` is the table whose key it names."""

    name: str
    kind: Kind = Kind.TEXT
    of: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its primary key are its first columns, so many of them."""

    name: str
    columns: tuple[Column, ...]
    keys: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


def _key(name: str) -> Column:
    return Column(name, Kind.KEY, required=True)


def _of(table: str, name: str, *, required: bool = True) -> Column:
    return Column(name, Kind.KEY, table, required)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _wholes(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.WHOLE) for name in names)


def _worked_out(name: str) -> tuple[Column, ...]:
    """Return the columns of a figure that no cell states."""
    return (Column(name, Kind.NUMBER), Column(f"{name}{EXACT}"))


def _figure(name: str) -> tuple[Column, ...]:
    """Return the columns of a figure that is written in a cell."""
    return (*_worked_out(name), Column(f"{name}_text"))


_PLACE = (
    *_wholes("table_number", "row_number", "column_number"),
    Column("label"),
    *_wholes("paragraph"),
)

META = Table("meta", (Column("key", required=True), Column("value", required=True)))
RUNS = Table(
    "runs",
    (
        _key("run_id"),
        Column("started", required=True),
        *_texts("finished", "state", "program_version", "config", "arguments"),
        *_wholes("skipped"),
    ),
)
FILES = Table(
    "files",
    (
        _key("file_id"),
        _of("runs", "run_id"),
        Column("path", required=True),
        *_texts("sha256", "status", "problem_code", "problem_message", "converted_from"),
    ),
)
FORMS = Table(
    "forms",
    (
        _key("form_id"),
        _of("files", "file_id"),
        *_wholes("form_index", "table_number"),
        *_texts("layout", "layout_name"),
        Column("guessed", Kind.FLAG),
        Column("title"),
        Column("fiscal_year", Kind.WHOLE),
        *_texts("project", "department", "implementing_unit", "unit"),
        *_texts("form_date", "form_date_text", "grade"),
        *_figure("stated_total"),
        *_worked_out("recomputed_total"),
        *_figure("budget"),
        *_figure("executed"),
        *_figure("execution_rate"),
        *_wholes("errors", "warnings", "notes", "waived", "not_checked", "unread"),
        Column("light"),
    ),
)
INDICATORS = Table(
    "indicators",
    (
        _key("indicator_id"),
        _of("forms", "form_id"),
        *_wholes("number"),
        *_texts("goal", "level1", "level2", "level3", "target_text", "target_kind", "operator"),
        *_worked_out("target"),
        *_worked_out("target_upper"),
        *_texts("target_unit", "actual_text"),
        *_worked_out("actual"),
        Column("actual_unit"),
        *_figure("full_marks"),
        *_worked_out("inferred_full_marks"),
        *_figure("score"),
        *_wholes("score_shared_with"),
        *_texts("reason", "remark"),
    ),
)
FUNDING = Table(
    "funding",
    (
        _key("funding_id"),
        _of("forms", "form_id"),
        *_wholes("number"),
        *_texts("kind", "source"),
        *_figure("initial_budget"),
        *_figure("budget"),
        *_figure("arrived"),
        *_figure("executed"),
        *_figure("execution_rate"),
        *_worked_out("recomputed_rate"),
        *_figure("full_marks"),
        *_figure("score"),
        *_texts("reason", "remark"),
    ),
)
FINDINGS = Table(
    "findings",
    (
        _key("finding_id"),
        _of("runs", "run_id"),
        _of("files", "file_id", required=False),
        _of("forms", "form_id", required=False),
        Column("scope", required=True),
        *_texts("code", "rule", "title", "severity", "confidence", "message"),
        *_texts("stated", "expected", "formula", "likely", "basis", "advice"),
        *_PLACE,
        Column("waived", Kind.FLAG, required=True),
        Column("waiver_reason"),
        Column("waiver", Kind.WHOLE),
    ),
)
PLACES = Table(
    "places",
    (
        _of("findings", "finding_id"),
        _key("number"),
        *_texts("path"),
        *_wholes("form_index"),
        *_texts("project", "unit"),
        *_PLACE,
        Column("stated"),
    ),
    keys=2,
)
NOT_CHECKED = Table(
    "not_checked",
    (_key("not_checked_id"), _of("forms", "form_id"), *_texts("code", "reason")),
)

RESULTS = (RUNS, FILES, FORMS, INDICATORS, FUNDING, FINDINGS, PLACES, NOT_CHECKED)
"""Every table a run adds to, in an order in which what is named is there before."""
