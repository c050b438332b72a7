"""
What stands in a cell of the workbook: a text, a number, a link to a file; and how it looks.

A text from a file stays a text: nothing in it is a formula, a link or XML.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

LONGEST_TEXT = 32_767
"""UTF-16 units in a cell, as Excel counts."""

FORMULA_SIGNS = ("=", "+", "-", "@")
"""What makes Excel take a text for a formula when somebody edits its cell."""

_MOST_DIGITS = 15
_LARGEST_EXPONENT = 300
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


class Look(StrEnum):
    """How a cell looks: its number format, its place, its colours."""

    TEXT = "text"
    CENTRED = "centred"
    LINK = "link"
    COUNT = "count"
    YEAR = "year"
    MONEY = "money"
    RATE = "rate"
    MARKS = "marks"
    SIGNED = "signed"
    NUMBER = "number"
    RED = "red"
    YELLOW = "yellow"
    BLUE = "blue"
    TO_FILL = "to_fill"
    HEAD = "head"
    HEAD_TO_FILL = "head_to_fill"
    SUM = "sum"
    PLAIN = "plain"


class Link(NamedTuple):
    """The name of a file, and its address as seen from the workbook; None where it has none."""

    text: str
    address: str | None


class Ordinal(NamedTuple):
    """
    The number of a row of its sheet, counted within one file until the rows of all stand together.

        Ordinal(3)                       →   12
        Ordinal(3, "与第 ", " 条同因")    →   与第 12 条同因
    """

    number: int
    before: str = ""
    after: str = ""

    def counted_on(self, rows: int) -> int | str:
        """Return what stands in the cell where so many rows are there already."""
        number = self.number + rows
        return f"{self.before}{number}{self.after}" if self.before or self.after else number


Value: TypeAlias = str | int | Decimal | Link | None


class Shown(NamedTuple):
    """A value that looks otherwise than its column."""

    value: Value
    look: Look


Cell: TypeAlias = Value | Shown

Counted: TypeAlias = Cell | Ordinal
"""A cell whose number is not known until the rows of all files stand together."""


def safe_text(text: str) -> str:
    """
    Return a text as a cell can hold it; what is cut off is said to be.

    XlsxWriter takes a text in <r>…</r> for XML of its own and writes it unescaped; one blank
    behind it prevents that.
    """
    clean = _NO_TEXT.sub("\ufffd", _LINE_END.sub("\n", text))
    clean += " " if clean.endswith("</r>") else ""
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return clean
    remark = f"……（原文共 {len(text)} 字，超出一个单元格的上限，以下从略）"
    kept = units[: 2 * (LONGEST_TEXT - len(remark))]
    return kept.decode("utf-16-le", "ignore") + remark


def starts_a_formula(text: str) -> bool:
    """Return whether a text would become a formula once its cell is edited."""
    return text.lstrip().startswith(FORMULA_SIGNS)


def fits_a_number(value: Decimal) -> bool:
    """Return whether Excel keeps a number as it is: it has 15 digits and a bounded exponent."""
    digits = len(value.normalize().as_tuple().digits)
    return digits <= _MOST_DIGITS and abs(value.adjusted()) < _LARGEST_EXPONENT
