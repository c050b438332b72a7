"""Results in, the workbook out, written beside its place and put there when it is whole."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, cast

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from hebiao.reports.workbook.findings import FINDINGS, WAIVED, finding_rows, waived_rows
from hebiao.reports.workbook.funding import FUNDING, funding_rows
from hebiao.reports.workbook.head import file_link, head_of
from hebiao.reports.workbook.indicators import INDICATORS, indicator_rows
from hebiao.reports.workbook.looks import FONT, looks_of
from hebiao.reports.workbook.overview import OVERVIEW, overview_rows
from hebiao.reports.workbook.rules import LEGEND, RULES, Tally, rule_rows
from hebiao.reports.workbook.sheet import Sheet
from hebiao.reports.workbook.unread import UNREAD, unread_rows

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from hebiao.check import CheckResult, FormResult
    from hebiao.reports.workbook.cell import Link

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


class Workbook:
    """
    The open workbook; as a context manager it leaves nothing behind when something fails.

    Results are written as they are added, and not kept. The same results give the same bytes;
    `created` is what the file says of when it was made.

    Raises:
        OSError: the folder cannot be written to, the disk is full, or the file is open in
            another program, which may turn up only in `close`.
    """

    def __init__(self, path: Path | str, created: datetime = _CREATED) -> None:
        self._path = Path(path)
        self._part = self._path.with_name(f".{self._path.name}.part")
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
        self._book.set_properties({"title": "核查台账", "created": created.replace(tzinfo=None)})
        looks = looks_of(self._book)
        plans = (OVERVIEW, FINDINGS, FUNDING, INDICATORS, WAIVED, UNREAD, RULES)
        self._sheets = {plan.name: Sheet(self._book, plan, looks) for plan in plans}
        self._tally = Tally()
        self._forms = self._found = self._waived = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
        else:
            self._discard()

    def add(self, result: CheckResult) -> None:
        """Write the rows of one file."""
        link = file_link(result, self._path.parent)
        for row in overview_rows(result, link, self._forms):
            self._sheets[OVERVIEW.name].add(row)
            self._forms += 1
        for form in result.forms:
            self._add_form(form, link)
        self._tally.add(result)

    def close(self) -> None:
        """Write what comes last, and put the file in its place."""
        try:
            for row in rule_rows(self._tally):
                self._sheets[RULES.name].add(row)
            failure = self._saved()
            if failure:
                gc.collect()
                raise failure
            self._file.close()
            os.replace(self._part, self._path)  # noqa: PTH105 - one word for what it does
        finally:
            self._discard()

    def _add_form(self, form: FormResult, link: Link) -> None:
        head = head_of(form, link)
        for row in finding_rows(head, form, self._found):
            self._sheets[FINDINGS.name].add(row)
            self._found += 1
        for row in waived_rows(head, form, self._waived):
            self._sheets[WAIVED.name].add(row)
            self._waived += 1
        for plan, rows in (
            (FUNDING, funding_rows(head, form)),
            (INDICATORS, indicator_rows(head, form)),
            (UNREAD, unread_rows(head, form)),
        ):
            for row in rows:
                self._sheets[plan.name].add(row)

    def _saved(self) -> OSError | None:
        """
        Write the file, or return why that was not possible.

        A zip that failed on a full disk tries to write its end once more when it is forgotten,
        and complains on the screen if it cannot: so room is made, and it is forgotten at once.
        """
        try:
            for name, sheet in self._sheets.items():
                sheet.close(*(LEGEND if name == RULES.name else ()))
            self._book.close()
            self._file.flush()
        except (FileCreateError, OSError) as error:
            os.truncate(self._part, 0)
            cause = error.args[0] if isinstance(error, FileCreateError) else error
            return OSError(cause.errno, cause.strerror, str(self._path))
        return None

    def _discard(self) -> None:
        """Leave nothing open, and nothing that is not finished."""
        for sheet in self._book.worksheets():
            with suppress(OSError):  # its last rows may not fit on the disk
                cast("IO[str]", sheet.row_data_fh).close()
        with suppress(OSError):
            self._file.close()
        self._rows_on_disk.cleanup()
        self._part.unlink(missing_ok=True)
