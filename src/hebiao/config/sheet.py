"""
A table that an office keeps in Excel or as .csv in, its rows as texts out.

A number of a worksheet is written out as precisely as the sheet shows or keeps it: 85.3 in a
column shown with two places is 85.30.
"""

from __future__ import annotations

import csv
import re
import warnings
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.errors import UsageError, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Rows: TypeAlias = list[list[str]]

_WORKBOOKS = {".xlsx", ".xlsm"}
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",\t;，；"
_PLACES = re.compile(r"0\.(0+)")
_KEPT_DIGITS = 15


def read_sheets(path: Path, kind: str, *, instead: str) -> Iterator[Rows]:
    """
    Yield the rows of each worksheet, or those of the one table that a .csv is.

    Raises:
        UsageError: it cannot be read; the sentence names its `kind`, and what to use `instead`.
    """
    if path.suffix.lower() in {".csv", ".txt", ".tsv"}:
        yield _csv_rows(path, kind)
        return
    yield from _worksheets(path, kind, instead)


def _worksheets(path: Path, kind: str, instead: str) -> Iterator[Rows]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra that few need
    except ModuleNotFoundError as error:
        message = f'读 {path} 需要 openpyxl，请先运行 pip install "hebiao[excel]"，或改用 {instead}'
        raise UsageError(message) from error
    try:
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(path, data_only=True)
            sheets = [
                [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
                for sheet in book.worksheets
            ]
    except FileNotFoundError as error:
        raise UsageError(f"找不到{kind} {path}，请核对文件名和所在的文件夹") from error
    except Exception as error:  # the library raises whatever it stumbles over
        message = f"{kind} {path} 读不了，请用 Excel 或 WPS 另存为 .xlsx"
        raise UsageError(message) from error
    yield from sheets


def _shown(cell: Any) -> str:
    """Return the text of a cell; a number without the noise of binary fractions."""
    value = cell.value
    if value is None:
        return ""
    if not isinstance(value, float):
        return str(value).strip()
    exact = Decimal(f"{value:.{_KEPT_DIGITS}g}")
    places = _PLACES.search(cell.number_format or "")
    shown = len(places[1]) if places and "%" not in cell.number_format else 0
    kept = max(shown, -int(exact.as_tuple().exponent), 0)
    return f"{exact:.{kept}f}"


def _csv_rows(path: Path, kind: str) -> Rows:
    text = _decoded(path, kind)
    separator = _separator(text.splitlines())
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    except csv.Error as error:
        message = f"{kind} {path} 读不了，请看看引号是否成对，或用 Excel 另存为 .xlsx"
        raise UsageError(message) from error
    return [[value.strip() for value in row] for row in rows]


def _separator(lines: list[str]) -> str:
    """Return the sign that stands in most lines: the header, too, has it, but no 1,234.50."""
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in lines))


def _decoded(path: Path, kind: str) -> str:
    """Return the text of a file: UTF-8, what Excel calls Unicode, or the Chinese GB18030."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f"找不到{kind} {path}，请核对文件名和所在的文件夹") from error
    except OSError as error:
        raise UsageError(f"{kind} {path} 打不开（{reason_of(error)}）") from error
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "gb18030"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{kind} {path} 的编码不认识，请另存为 UTF-8 或 .xlsx")
