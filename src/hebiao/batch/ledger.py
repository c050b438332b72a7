"""
核查记录.jsonl: what is kept of each file, one line of JSON a file, written as each is done.

    {"path": "报送/a.docx", "sha256": "…", "basis": "…", "status": "checked", "counts": {…},
     "copies": {"annotated": "批注/a.docx"}, "parts": {"entry": {…}, "html": {…}, …}}

Reports are put together from it at the end, so that no run holds its results in memory. A run that
is stopped at any moment has lost nothing but the line it was writing: the next one goes on from
what is there, as long as the file has the same hash and the same program, rules, layouts and
settings would judge it (`basis`).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import accumulate
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Self

from pydantic_core import from_json

from hebiao.batch.out.job import COPIES
from hebiao.batch.out.place import put, writing
from hebiao.check import Status
from hebiao.reports.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.batch.order import Order

NAME = "核查记录.jsonl"


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of last time that may still hold: where it is, and the hash of its file."""

    sha256: str
    offset: int
    copies: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Record:
    """A line, read."""

    path: str
    counts: Counts
    parts: dict[str, Any]


class Ledger:
    """
    The open file; without a folder a temporary one, which nobody sees.

    Raises:
        UsageError: the file cannot be written.
    """

    def __init__(self, order: Order, folder: Path | None = None, *, fresh: bool = False) -> None:
        self._order = order
        self._path = folder / NAME if folder else None
        self._folder = folder
        self._run: list[int] = []
        self._known: dict[str, Kept] = {}
        self._file = self._opened()
        self._end, self._lines = 0, 0
        self._look_through(fresh=fresh)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def known(self, path: str, place: str) -> str:
        """
        Return the hash of a file of which a line of last time may still hold; else nothing.

        Its copies must still lie where they are to lie, at `place` below their folders.
        """
        kept = self._known.get(path)
        return kept.sha256 if kept and self._has_copies(kept, place) else ""

    def add(self, line: bytes) -> None:
        """Write the line of a file; it is on its way to the disk when this returns."""
        self._run.append(self._end)
        if self._path:
            with writing(self._path):
                self._append(line)
        else:
            self._append(line)

    def take_over(self, path: str) -> Record:
        """Take the line of last time for this run."""
        offset = self._known[path].offset
        self._run.append(offset)
        return self._record(offset)

    def counts(self) -> Counts:
        """Return what is in all files of this run."""
        return sum((record.counts for record in self.records()), Counts())

    def records(self) -> Iterator[Record]:
        """Yield what is kept of the files of this run, in its order."""
        return map(self._record, self._run)

    def parts(self, name: str) -> Parts:
        """Return the parts of one kind of all files of this run."""
        return Parts(self, name)

    def settle(self) -> None:
        """Leave only the lines of this run, in its order, when all of it is done."""
        ordered = self._run == sorted(self._run) and len(self._run) == self._lines
        if self._path is None or ordered:
            return
        lengths: list[int] = []
        try:
            put(self._path, self._handed_over(lengths))
            self._run = list(accumulate(lengths[:-1], initial=0)) if lengths else []
            self._end, self._lines = sum(lengths), len(lengths)
        finally:
            if self._file.closed:
                self._file = self._opened()

    def _handed_over(self, lengths: list[int]) -> Iterator[bytes]:
        """Yield the lines of this run, then let the file go: Windows replaces none that is open."""
        for offset in self._run:
            line = self._raw(offset)
            lengths.append(len(line))
            yield line
        self._file.close()

    def _opened(self) -> IO[bytes]:
        if self._path is None:
            return TemporaryFile(prefix="hebiao-")
        with writing(self._path):
            return os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT | _BINARY, 0o666), "r+b")

    def _look_through(self, *, fresh: bool) -> None:
        """Find what may still hold; what a line that was cut off left behind is taken away."""
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            if not fresh:
                self._note(line)
            self._end += len(line)
            self._lines += 1
        self._file.truncate(self._end)

    def _note(self, line: bytes) -> None:
        """Note a line; one that somebody changed by hand, or another program, is passed over."""
        try:
            found = from_json(line)
            path, parts = found["path"], found["parts"].keys()
            kept = Kept(found["sha256"], self._end, found["copies"])
            holds = found["basis"] == self._order.basis and found["status"] != Status.UNREADABLE
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        self._known.pop(path, None)
        wanted = (set(self._order.parts), set(self._order.copies))
        if holds and wanted[0] <= parts and wanted[1] <= kept.copies.keys():
            self._known[path] = kept

    def _has_copies(self, kept: Kept, place: str) -> bool:
        return all(
            copy is None or (copy == f"{COPIES[kind]}/{place}" and self._lies_there(copy))
            for kind, copy in kept.copies.items()
        )

    def _lies_there(self, copy: str) -> bool:
        return self._folder is not None and (self._folder / copy).is_file()

    def _append(self, line: bytes) -> None:
        self._file.seek(self._end)
        self._file.write(line)
        if self._path:
            self._file.flush()
        self._end += len(line)
        self._lines += 1

    def _raw(self, offset: int) -> bytes:
        self._file.seek(offset)
        return self._file.readline()

    def _record(self, offset: int) -> Record:
        found = json.loads(self._raw(offset))
        counts = {**found["counts"], "waived": tuple(found["counts"]["waived"])}
        return Record(found["path"], Counts(**counts), found["parts"])


_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change the ends of lines."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one kind, to be gone through as often as need be: each time from the disk."""

    ledger: Ledger
    name: str

    def __iter__(self) -> Iterator[Any]:
        return (record.parts[self.name] for record in self.ledger.records())
