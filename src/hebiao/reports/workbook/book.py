"""Results in, the workbook out, written beside its place and put there when it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.reports.workbook.findings import FINDINGS, WAIVED, finding_rows, waived_rows
from hebiao.reports.workbook.funding import FUNDING, funding_rows
from hebiao.reports.workbook.head import file_link, head_of
from hebiao.reports.workbook.indicators import INDICATORS, indicator_rows
from hebiao.reports.workbook.open_book import CREATED, OpenBook
from hebiao.reports.workbook.overview import OVERVIEW, overview_rows
from hebiao.reports.workbook.rules import LEGEND, RULES, Tally, rule_rows
from hebiao.reports.workbook.unread import UNREAD, unread_rows

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from hebiao.check import CheckResult, FormResult
    from hebiao.reports.workbook.cell import Link


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
        plans = (OVERVIEW, FINDINGS, FUNDING, INDICATORS, WAIVED, UNREAD, RULES)
        self._book = OpenBook(Path(path), "核查台账", created, plans)
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
            self._book.discard()

    def add(self, result: CheckResult) -> None:
        """Write the rows of one file."""
        link = file_link(result, self._book.path.parent)
        for row in overview_rows(result, link, self._forms):
            self._book.add(OVERVIEW, row)
            self._forms += 1
        for form in result.forms:
            self._add_form(form, link)
        self._tally.add(result)

    def close(self) -> None:
        """Write what comes last, and put the file in its place."""
        try:
            for row in rule_rows(self._tally):
                self._book.add(RULES, row)
        except BaseException:
            self._book.discard()
            raise
        self._book.save({RULES.name: LEGEND})

    def _add_form(self, form: FormResult, link: Link) -> None:
        head = head_of(form, link)
        for row in finding_rows(head, form, self._found):
            self._book.add(FINDINGS, row)
            self._found += 1
        for row in waived_rows(head, form, self._waived):
            self._book.add(WAIVED, row)
            self._waived += 1
        for plan, rows in (
            (FUNDING, funding_rows(head, form)),
            (INDICATORS, indicator_rows(head, form)),
            (UNREAD, unread_rows(head, form)),
        ):
            for row in rows:
                self._book.add(plan, row)
