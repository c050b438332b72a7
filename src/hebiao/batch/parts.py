"""
A result in, its part of a report as JSON out: made where the file was checked, kept until the end.

    entry    an element of `files` in the JSON report
    text     the lines of the text report, 80 columns wide
    quiet    its one line where nobody wants more
    html     a fragment of the page
    xlsx     rows of the workbook
    letter   what letters say of its forms
    filed    its forms as rules across forms need them
    rows     what the store holds of it besides the entry
    forms    each form by itself as HTML, with what it takes to waive one of its findings
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from hebiao.reports.line import Line, Span
from hebiao.reports.terminal import PAGE, block

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import TypeAdapter

    from hebiao.batch.order import Order
    from hebiao.check import CheckResult
    from hebiao.reports.html import Fragment
    from hebiao.reports.letter import FormPart


def part_of(name: str, result: CheckResult, order: Order) -> bytes:
    """Return the part of this name; each loads its library only where it is wanted."""
    return _MAKERS[name](result, order)


def _entry(result: CheckResult, _: Order) -> bytes:
    from hebiao.reports.json_v1 import file_entry  # noqa: PLC0415 - see above

    return file_entry(result).model_dump_json().encode()


def _text(result: CheckResult, _: Order) -> bytes:
    return dumped(block(result, PAGE))


def _quiet(result: CheckResult, _: Order) -> bytes:
    return dumped(block(result, replace(PAGE, quiet=True)))


def _html(result: CheckResult, _: Order) -> bytes:
    from hebiao.reports.html import fragment  # noqa: PLC0415 - as above

    return fragments().dump_json(fragment(result))


def _xlsx(result: CheckResult, order: Order) -> bytes:
    from hebiao.reports.workbook.part import book_part, to_json  # noqa: PLC0415 - as above

    return dumped(to_json(book_part(result, order.folder)))


def _letter(result: CheckResult, _: Order) -> bytes:
    from hebiao.reports.letter import form_parts  # noqa: PLC0415 - as above

    return letter_parts().dump_json(form_parts(result))


def _filed(result: CheckResult, _: Order) -> bytes:
    from hebiao.across import filed_forms, to_json  # noqa: PLC0415 - as above

    return dumped([to_json(form) for form in filed_forms(result)])


def _rows(result: CheckResult, _: Order) -> bytes:
    from hebiao.store import store_rows  # noqa: PLC0415 - as above

    return dumped(store_rows(result))


def _forms(result: CheckResult, _: Order) -> bytes:
    from hebiao.reports.html.alone import forms_alone  # noqa: PLC0415 - as above

    return dumped([asdict(form) for form in forms_alone(result)])


_MAKERS: dict[str, Callable[[CheckResult, Order], bytes]] = {
    "entry": _entry,
    "text": _text,
    "quiet": _quiet,
    "html": _html,
    "xlsx": _xlsx,
    "letter": _letter,
    "filed": _filed,
    "rows": _rows,
    "forms": _forms,
}


@cache
def fragments() -> TypeAdapter[Fragment]:
    """Return what turns fragments of the page into JSON and back."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - as above

    from hebiao.reports.html import Fragment  # noqa: PLC0415 - as above

    return TypeAdapter(Fragment)


@cache
def letter_parts() -> TypeAdapter[tuple[FormPart, ...]]:
    """Return what turns parts of letters into JSON and back."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - as above

    from hebiao.reports.letter import FormPart  # noqa: PLC0415 - as above

    return TypeAdapter(tuple[FormPart, ...])


def lines_from(part: Any) -> tuple[Line, ...]:
    """Return the lines of a text part as they were."""
    return tuple(tuple(Span(*span) for span in line) for line in part)


def dumped(value: Any) -> bytes:
    """Return a value as JSON on one line; a file name no UTF-8 can write is written as escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
