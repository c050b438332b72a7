"""
The entry of a file and the rows that go with it in, rows of the tables out.

Texts are made such as any database takes: what no UTF-8 can write, and NUL, become escapes.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao import __version__
from hebiao.store.schema import EXACT, RESULTS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from hebiao.store.schema import Column

Entry: TypeAlias = "Mapping[str, Any]"
Values: TypeAlias = "tuple[Any, ...]"

UNFINISHED, FINISHED = "unfinished", "finished"
_FORM, _ACROSS = "form", "across"
_KEYS = {table.name: table.names[0] for table in RESULTS}
_OWN_NAMES = ("problem", "forms")


@dataclass(frozen=True, slots=True)
class Run:
    """
    One call of `hebiao check`: when it began and what it was called with.

    `config` is the settings file, `skipped` the number of files that were passed over.
    """

    started: datetime
    arguments: tuple[str, ...] = ()
    config: str | None = None
    skipped: int = 0
    program_version: str = __version__


class Rows:
    """
    Rows to be written, by table, with the keys they get.

    Args:
        used: the greatest key of each table so far.
    """

    def __init__(self, used: Mapping[str, int]) -> None:
        self.used = dict(used)
        self.waiting: dict[str, list[Values]] = {}
        self.count = 0

    def add(self, table: str, row: Entry) -> int:
        """Add a row, and return the key it gets."""
        self.used[table] = key = self.used[table] + 1
        self.add_part(table, {_KEYS[table]: key, **row})
        return key

    def add_part(self, table: str, row: Entry) -> None:
        """Add a row that is numbered within another, whose key it names."""
        self.waiting.setdefault(table, []).append(tuple(_values(table, row)))
        self.count += 1

    def taken(self) -> dict[str, list[Values]]:
        """Return what is waiting; nothing is from then on."""
        waiting, self.waiting, self.count = self.waiting, {}, 0
        return waiting


def _source(column: Column) -> str:
    """Return the name in a row that a column is filled from: a number is made of its digits."""
    return f"{column.name}{EXACT}" if column.kind is Kind.NUMBER else column.name


_SOURCES = {table.name: tuple(map(_source, table.columns)) for table in RESULTS}


def _values(table: str, row: Entry) -> Iterator[Any]:
    """Yield the values in the order of the columns."""
    for value in map(row.get, _SOURCES[table]):
        yield storable(value) if isinstance(value, str) else value


def storable(text: str) -> str:
    """Return a text as UTF-8 can write it, without the NUL at which some programs stop."""
    if text.isprintable():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def run_row(run: Run) -> Entry:
    """Return the row of a run that has just begun."""
    return {
        "started": moment(run.started),
        "state": UNFINISHED,
        "program_version": run.program_version,
        "config": run.config,
        "arguments": json.dumps([storable(each) for each in run.arguments], ensure_ascii=False),
        "skipped": run.skipped,
    }


def moment(when: datetime) -> str:
    """Return a moment as it sorts: 2026-08-01 09:30:00, by the clock it was taken from."""
    return f"{when:%Y-%m-%d %H:%M:%S}"


def add_file(into: Rows, run: int, entry: Entry, rows: Entry) -> None:
    """Add a file with its forms, and all that is known of them."""
    problem = entry["problem"] or {}
    plain = {name: value for name, value in entry.items() if name not in _OWN_NAMES}
    troubles = {"problem_code": problem.get("code"), "problem_message": problem.get("message")}
    file = into.add("files", {**plain, **troubles, "run_id": run})
    for form, more in zip(entry["forms"], rows["forms"], strict=True):
        _add_form(into, run, file, form, more)


def _add_form(into: Rows, run: int, file: int, form: Entry, more: Entry) -> None:
    findings = [{**each, "waived": False} for each in form["findings"]]
    waived = [{**each, "waived": True, "waiver_reason": each["reason"]} for each in form["waived"]]
    key = into.add("forms", {**form, **more, **_counted(form), "file_id": file})
    for table in ("indicators", "funding"):
        for row in more[table]:
            into.add(table, {**row, "form_id": key})
    for row in form["not_checked"]:
        into.add("not_checked", {**row, "form_id": key})
    for each in (*findings, *waived):
        related = ({"location": place} for place in each["related"])
        owner = {"run_id": run, "file_id": file, "form_id": key, "scope": _FORM}
        _add_finding(into, {**each, **owner, **_place(each["location"])}, related)


def _counted(form: Entry) -> Entry:
    """Return the columns of a form that say how many of something there are, and the like."""
    kinds = Counter(each["severity"] for each in form["findings"])
    return {
        "form_index": form["index"],
        "table_number": form["table"],
        f"recomputed_total{EXACT}": form["recomputed_total"],
        "errors": kinds["error"],
        "warnings": kinds["warning"],
        "notes": kinds["note"],
        **{name: len(form[name]) for name in ("waived", "not_checked", "unread")},
    }


def add_across(into: Rows, run: int, finding: Entry) -> None:
    """Add a finding over several forms; it is said to stand at the first of its places."""
    first: Entry = next(iter(finding["places"]), {})
    owner = {"run_id": run, "scope": _ACROSS, "waived": False, "stated": first.get("stated")}
    _add_finding(into, {**finding, **owner, **_place(first.get("location"))}, finding["places"])


def _add_finding(into: Rows, row: Entry, places: Iterable[Entry]) -> None:
    key = into.add("findings", row)
    for number, place in enumerate(places, start=1):
        where = {"form_index": place.get("index"), **_place(place["location"])}
        into.add_part("places", {**place, **where, "finding_id": key, "number": number})


def _place(location: Entry | None) -> Entry:
    """Return the columns of a place: a cell, a paragraph, or none."""
    at = location or {}
    return {
        "table_number": at.get("table"),
        "row_number": at.get("row"),
        "column_number": at.get("column"),
        "label": at.get("label"),
        "paragraph": at.get("paragraph"),
    }
