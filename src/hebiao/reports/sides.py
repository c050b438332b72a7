"""
What a line of the text report says at its left and at its right in, the line out.

    xianning.docx                                6 张自评表  错误 2  警告 9  提示 4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import pad, width, wrap
from hebiao.reports.finding import DIM, STYLES
from hebiao.reports.line import Line, Span, lines_of
from hebiao.reports.naming import SEVERITIES
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def both_sides(left: str, right: Line, columns: int) -> Iterator[Line]:
    """Yield a name and what is said of it at the right, on one line if there is room."""
    room = columns - width("".join(span.text for span in right))
    *before, last = wrap(left, columns)
    yield from lines_of(before, "bold")
    if width(last) + 2 > room:
        yield from lines_of([last], "bold")
        last = ""
    yield (Span(pad(last, room), "bold"), *right)


def counted(numbers: Iterable[int]) -> Iterator[Span]:
    """Write 错误 2  警告 9  提示 4, each in its colour unless there is none."""
    for severity, name, number in zip(Severity, SEVERITIES.values(), numbers, strict=True):
        yield Span(f"  {name} {number}", STYLES[severity] if number else DIM)
