"""
Rows in, a worksheet out: a frozen header with a filter, printed on A4 across.

A row is written at once and not kept. What does not fit into a worksheet goes on in the next:
问题清单, 问题清单2.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, cast

from xlsxwriter.url import Url
from xlsxwriter.utility import xl_range

from hebiao.reports.columns import width
from hebiao.reports.workbook.cell import (
    Cell,
    Link,
    Look,
    Shown,
    Value,
    fits_a_number,
    safe_text,
    starts_a_formula,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlsxwriter import Workbook as Book
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""Rows of a worksheet below its header."""

MOST_LINKS = 65_530
"""Links Excel opens in a worksheet; below them the names of files stand alone."""

_MOST_LINES = 14
"""Higher is no row: a report that somebody put into a cell must not fill the page."""

_LINE_HEIGHT, _AROUND_LINES = 19, 5
_HEAD_HEIGHT = 42
_A4 = 9
_TO_FILL = (Look.TO_FILL,)
_SUM_LABEL = "合计"


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column: `width` in digits, of which a Chinese character takes two.

    `summed`: its sum stands below it, of the rows the filter shows. `choices` are offered to
    whoever fills the column in, with `hint`.
    """

    title: str
    width: float
    look: Look = Look.TEXT
    summed: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet: its name, its columns, what stands in it if it has no row, its fixed columns."""

    name: str
    columns: tuple[Column, ...]
    empty: str
    fixed: int = 2

    @property
    def summed(self) -> bool:
        """Whether a row of sums stands below the others."""
        return any(column.summed for column in self.columns)


class Sheet:
    """The open worksheet, and how far it is written."""

    def __init__(self, book: Book, plan: Plan, looks: Callable[[Look, bool], Format]) -> None:
        self._book, self._plan, self._looks = book, plan, looks
        self._parts = 0
        self._begin()

    def add(self, cells: Sequence[Cell]) -> None:
        """Write the next row."""
        if self._row > MOST_ROWS - self._plan.summed:
            self._finish()
            self._begin()
        for place, (cell, column) in enumerate(zip(cells, self._plan.columns, strict=True)):
            shown = cell if isinstance(cell, Shown) else Shown(cell, column.look)
            self._write(place, *shown)
            if column.summed and isinstance(shown.value, int):
                self._sums[place] = self._sums.get(place, 0) + shown.value
        self._set_height(cells)
        self._row += 1

    def close(self, *notes: Sequence[str]) -> None:
        """Finish the worksheet; one without a row says so. Notes stand below, one a line."""
        if self._row == 1:
            self._text(0, self._plan.empty, Look.PLAIN)
        for row, note in enumerate(notes, start=max(self._row, 2) + 1):
            for place, text in enumerate(note):
                self._text(place, text, Look.PLAIN, row)
        self._finish()

    def _begin(self) -> None:
        self._parts += 1
        number = "" if self._parts == 1 else str(self._parts)
        self._sheet: Worksheet = self._book.add_worksheet(f"{self._plan.name}{number}")
        self._row, self._links = 1, 0
        self._sums: dict[int, int] = {}
        self._url: tuple[Link, Url] | None = None
        _set_up_print(self._sheet, self._plan)
        self._sheet.set_row_pixels(0, _HEAD_HEIGHT)
        for place, column in enumerate(self._plan.columns):
            head = Look.HEAD_TO_FILL if column.look in _TO_FILL else Look.HEAD
            self._sheet.set_column(place, place, column.width)
            self._sheet.write_string(0, place, column.title, self._looks(head, False))

    def _finish(self) -> None:
        """Write what depends on the number of rows: filter, drop-downs, sums."""
        last = max(self._row - 1, 1)
        self._sheet.autofilter(0, 0, last, len(self._plan.columns) - 1)
        for place, column in enumerate(self._plan.columns):
            if column.choices:
                _offer(self._sheet, place, last, column)
        if self._plan.summed and self._row > 1:
            self._write_sums()

    def _write_sums(self) -> None:
        look = self._looks(Look.SUM, False)
        self._sheet.write_string(self._row, 0, _SUM_LABEL, look)
        for place, column in enumerate(self._plan.columns[1:], start=1):
            if column.summed:
                cells = xl_range(1, place, self._row - 1, place)
                total = self._sums.get(place, 0)
                self._sheet.write_formula(self._row, place, f"=SUBTOTAL(109,{cells})", look, total)
            else:
                self._sheet.write_blank(self._row, place, None, look)

    def _set_height(self, cells: Sequence[Cell]) -> None:
        """
        Make the row as high as its texts: not every program does that when it opens a file.

        The heights of rows that are on disk already are forgotten.
        """
        self._sheet.row_info.clear()
        self._sheet.row_sizes.clear()
        lines = max(map(_lines, cells, self._plan.columns))
        if lines > 1:
            height = min(lines, _MOST_LINES) * _LINE_HEIGHT + _AROUND_LINES
            self._sheet.set_row_pixels(self._row, height)

    def _write(self, place: int, value: Value, look: Look) -> None:
        if isinstance(value, Link):
            self._link(place, value)
        elif value is None or value == "":
            self._sheet.write_blank(self._row, place, None, self._looks(look, False))
        elif isinstance(value, str):
            self._text(place, value, look)
        elif fits_a_number(Decimal(value)):
            digits = cast("float", value)  # a Decimal is written digit by digit
            self._sheet.write_number(self._row, place, digits, self._looks(look, False))
        else:
            self._text(place, f"{value:f}", look)

    def _text(self, place: int, text: str, look: Look, row: int | None = None) -> None:
        form = self._looks(look, starts_a_formula(text))
        self._sheet.write_string(row or self._row, place, safe_text(text), form)

    def _link(self, place: int, link: Link) -> None:
        """Write a link; the rows of one file share it."""
        if link.address is None or self._links == MOST_LINKS:
            self._text(place, link.text, Look.TEXT)
            return
        if self._url is None or self._url[0] != link:
            self._url = link, Url(f"external:./{link.address}")
            self._url[1].text = safe_text(link.text)
        self._links += 1
        look = self._looks(Look.LINK, starts_a_formula(link.text))
        url = cast("str", self._url[1])  # one that is made already is taken as well
        self._sheet.write_url(self._row, place, url, look)


def _lines(cell: Cell, column: Column) -> int:
    """Return about how many lines a text takes in its column, each a little short of full."""
    value = cell.value if isinstance(cell, Shown) else cell
    text = value.text if isinstance(value, Link) else value
    if not isinstance(text, str):
        return 1
    return sum(max(ceil(width(line) / (column.width - 1.5)), 1) for line in text.split("\n"))


def _set_up_print(sheet: Worksheet, plan: Plan) -> None:
    """A4 across, as wide as the page, the header on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header('&C&"等线,Bold"&14&A')
    sheet.set_footer("&L&F&C第 &P 页，共 &N 页&R打印日期 &D")
    sheet.freeze_panes(1, plan.fixed)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _offer(sheet: Worksheet, place: int, last: int, column: Column) -> None:
    """Let the cells of a column be filled in from a list."""
    sheet.data_validation(
        *(1, place, last, place),
        {
            "validate": "list",
            "source": list(column.choices),
            "input_title": column.title,
            "input_message": column.hint,
            "error_title": column.title,
            "error_message": f"请从列表中选择：{'、'.join(column.choices)}；其他的写在备注里。",
        },
    )
