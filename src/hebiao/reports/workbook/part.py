"""
The result of a file in, its rows of every sheet out; they travel as JSON until they are written.

    {"rows": {"项目总览": [[{"n": [1, "", ""]}, {"l": ["a.docx", "../a.docx"]}, …]], …},
     "found": [["SC01", "error"]], "waived": []}

What JSON has no word for stands in an object of one key: d a decimal, l a link, n the number of a
row, s a value that looks otherwise than its column.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.reports.workbook.cell import Counted, Link, Look, Ordinal, Shown, Value
from hebiao.reports.workbook.findings import FINDINGS, WAIVED, finding_rows, waived_rows
from hebiao.reports.workbook.funding import FUNDING, funding_rows
from hebiao.reports.workbook.head import file_link, head_of
from hebiao.reports.workbook.indicators import INDICATORS, indicator_rows
from hebiao.reports.workbook.overview import OVERVIEW, overview_rows
from hebiao.reports.workbook.unread import UNREAD, unread_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hebiao.check import CheckResult, FormResult

Row: TypeAlias = "tuple[Counted, ...]"
Json: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True, slots=True)
class BookPart:
    """The rows of a file by the name of their sheet; codes and severities of what was found."""

    rows: Mapping[str, tuple[Row, ...]]
    found: tuple[tuple[str, str], ...]
    waived: tuple[str, ...]


def book_part(result: CheckResult, folder: Path) -> BookPart:
    """Return what a file adds to a workbook in this folder; the result can be let go."""
    link = file_link(result, folder)
    rows: dict[str, list[Row]] = {OVERVIEW.name: list(overview_rows(result, link))}
    for form in result.forms:
        _add_form(rows, form, link)
    return BookPart(
        rows={name: tuple(each) for name, each in rows.items()},
        found=tuple((each.code, each.severity.value) for each in result.findings),
        waived=tuple(each.finding.code for form in result.forms for each in form.waived),
    )


def _add_form(rows: dict[str, list[Row]], form: FormResult, link: Link) -> None:
    head = head_of(form, link)
    found, waived = rows.setdefault(FINDINGS.name, []), rows.setdefault(WAIVED.name, [])
    found += finding_rows(head, form, len(found))
    waived += waived_rows(head, form, len(waived))
    for plan, more in (
        (FUNDING, funding_rows(head, form)),
        (INDICATORS, indicator_rows(head, form)),
        (UNREAD, unread_rows(head, form)),
    ):
        rows.setdefault(plan.name, []).extend(more)


def to_json(part: BookPart) -> Json:
    """Return the part in types of JSON."""
    rows = {
        name: [[_packed(cell) for cell in row] for row in each] for name, each in part.rows.items()
    }
    return {"rows": rows, "found": part.found, "waived": part.waived}


def from_json(found: Json) -> BookPart:
    """Return the part as it was."""
    return BookPart(
        rows={
            name: tuple(tuple(map(_unpacked, row)) for row in each)
            for name, each in found["rows"].items()
        },
        found=tuple((code, severity) for code, severity in found["found"]),
        waived=tuple(found["waived"]),
    )


def _packed(cell: Counted) -> Any:
    match cell:
        case Decimal():
            return {"d": str(cell)}
        case Link():
            return {"l": list(cell)}
        case Ordinal():
            return {"n": list(cell)}
        case Shown():
            return {"s": [_packed(cell.value), cell.look]}
        case _:
            return cell


def _unpacked(found: Any) -> Counted:
    match found:
        case {"n": content}:
            return Ordinal(*content)
        case {"s": [value, look]}:
            return Shown(_value(value), Look(look))
        case _:
            return _value(found)


def _value(found: Any) -> Value:
    match found:
        case {"d": digits}:
            return Decimal(digits)
        case {"l": content}:
            return Link(*content)
        case _:
            plain: Value = found
            return plain
