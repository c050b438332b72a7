"""What became of the findings after 整改 in, a workbook of one worksheet out: 整改对比."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.reports.diff.rows import COLUMNS, SHEET, diff_rows
from hebiao.reports.workbook.open_book import CREATED, OpenBook
from hebiao.reports.workbook.sheet import Column, Plan

if TYPE_CHECKING:
    from datetime import datetime

    from hebiao.diff import Difference

_WIDTHS = (26, 28, 10, 8, 8, 24, 30, 36, 36, 14, 36, 26, 26)
DIFFERENCE = Plan(
    SHEET,
    tuple(Column(title, width) for title, width in zip(COLUMNS, _WIDTHS, strict=True)),
    "整改前后没有不同，也没有问题。",
)


def write_difference(difference: Difference, path: Path | str, created: datetime = CREATED) -> None:
    """
    Write the workbook; the same difference gives the same bytes.

    Raises:
        OSError: it cannot be written.
    """
    book = OpenBook(Path(path), SHEET, created, (DIFFERENCE,))
    try:
        for row in diff_rows(difference):
            book.add(DIFFERENCE, row)
    except BaseException:
        book.discard()
        raise
    book.save({})
