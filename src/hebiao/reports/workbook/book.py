"""Results in, the workbook out, written beside its place and put there when it is whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.reports.workbook.across import ACROSS, across_rows
from hebiao.reports.workbook.cell import Cell, Counted, Ordinal
from hebiao.reports.workbook.findings import FINDINGS, WAIVED
from hebiao.reports.workbook.funding import FUNDING
from hebiao.reports.workbook.indicators import INDICATORS
from hebiao.reports.workbook.open_book import CREATED, OpenBook
from hebiao.reports.workbook.overview import OVERVIEW
from hebiao.reports.workbook.part import BookPart, book_part
from hebiao.reports.workbook.rules import LEGEND, RULES, Tally, rule_rows
from hebiao.reports.workbook.unread import UNREAD

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from hebiao.across import AcrossResult
    from hebiao.check import CheckResult

PLANS = (OVERVIEW, FINDINGS, FUNDING, INDICATORS, WAIVED, UNREAD)
"""The sheets whose rows come file by file."""


class Workbook:
    """
    The open workbook; as a context manager it leaves nothing behind when something fails.

    Results are written as they are added, and not kept. The same results give the same bytes;
    `created` is what the file says of when it was made.

    Raises:
        OSError: the folder cannot be written to, the disk is full, or the file is open in
            another program, which may turn up only in `close`.
    """

    def __init__(self, path: Path | str, created: datetime = CREATED) -> None:
        self._book = OpenBook(
            Path(path), "核查台账", created, (*PLANS[:2], ACROSS, *PLANS[2:], RULES)
        )
        self._tally = Tally()
        self._written: Counter[str] = Counter()

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
            self._book.discard()

    def add(self, result: CheckResult) -> None:
        """Write the rows of one file."""
        self.add_part(book_part(result, self._book.path.parent))

    def add_part(self, part: BookPart) -> None:
        """Write the rows of one file, their numbers counted on from those that are there."""
        for plan in PLANS:
            rows = part.rows.get(plan.name, ())
            before = self._written[plan.name]
            for row in rows:
                self._book.add(plan, tuple(_counted_on(cell, before) for cell in row))
            self._written[plan.name] += len(rows)
        self._tally.add(part.found, part.waived)

    def add_across(self, found: AcrossResult) -> None:
        """Write what is wrong with the forms together."""
        for row in across_rows(found):
            self._book.add(ACROSS, row)
        self._tally.add(
            [(finding.code, finding.severity.value) for finding in found.findings],
            [waived.finding.code for waived in found.waived],
        )

    def close(self) -> None:
        """Write what comes last, and put the file in its place."""
        try:
            for row in rule_rows(self._tally):
                self._book.add(RULES, row)
        except BaseException:
            self._book.discard()
            raise
        self._book.save({RULES.name: LEGEND})


def _counted_on(cell: Counted, rows: int) -> Cell:
    return cell.counted_on(rows) if isinstance(cell, Ordinal) else cell
