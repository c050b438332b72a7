"""Plans of worksheets in, the open workbook out, put in its place when it is whole."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, cast

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from hebiao.reports.workbook.looks import FONT, looks_of
from hebiao.reports.workbook.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hebiao.reports.workbook.cell import Cell
    from hebiao.reports.workbook.sheet import Plan

CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""What a file says of when it was made, unless it is told."""


class OpenBook:
    """
    The worksheets while they are written; rows go to the disk as they come.

    Raises:
        OSError: the folder cannot be written to, the disk is full, or the file is open in
            another program, which may turn up only in `save`.
    """

    def __init__(self, path: Path, title: str, created: datetime, plans: Sequence[Plan]) -> None:
        self.path = path
        self._part = path.with_name(f".{path.name}.part")
        self._file = self._part.open("wb")
        self._rows_on_disk = TemporaryDirectory(prefix="hebiao-")
        self._book = xlsxwriter.Workbook(
            self._file,
            {
                "constant_memory": True,
                "tmpdir": self._rows_on_disk.name,
                "use_zip64": True,
                "default_format_properties": dict(FONT),
            },
        )
        self._book.set_properties({"title": title, "created": created.replace(tzinfo=None)})
        looks = looks_of(self._book)
        self._sheets = {plan.name: Sheet(self._book, plan, looks) for plan in plans}

    def add(self, plan: Plan, row: Sequence[Cell]) -> None:
        """Write the next row of a worksheet."""
        self._sheets[plan.name].add(row)

    def save(self, notes: Mapping[str, Sequence[Sequence[str]]]) -> None:
        """Put the file in its place; `notes` stand below the rows of a worksheet."""
        try:
            failure = self._saved(notes)
            if failure:
                gc.collect()
                raise failure
            self._file.close()
            os.replace(self._part, self.path)  # noqa: PTH105 - one word for what it does
        finally:
            self.discard()

    def _saved(self, notes: Mapping[str, Sequence[Sequence[str]]]) -> OSError | None:
        """
        Write the file, or return why that was not possible.

        A zip that failed on a full disk tries to write its end once more when it is forgotten,
        and complains on the screen if it cannot: so room is made, and it is forgotten at once.
        """
        try:
            for name, sheet in self._sheets.items():
                sheet.close(*notes.get(name, ()))
            self._book.close()
            self._file.flush()
        except (FileCreateError, OSError) as error:
            os.truncate(self._part, 0)
            cause = error.args[0] if isinstance(error, FileCreateError) else error
            return OSError(cause.errno, cause.strerror, str(self.path))
        return None

    def discard(self) -> None:
        """Leave nothing open, and nothing that is not finished."""
        for sheet in self._book.worksheets():
            with suppress(OSError):  # its last rows may not fit on the disk
                cast("IO[str]", sheet.row_data_fh).close()
        with suppress(OSError):
            self._file.close()
        self._rows_on_disk.cleanup()
        self._part.unlink(missing_ok=True)
