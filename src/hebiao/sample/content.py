"""
A record in, its texts by field name out: what `write` puts into the drawing of a layout.

    {"project": "社区图书室设备更新项目", "funding.1.budget": "100.00", "total": "96.06分", …}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.records import Stated
from hebiao.records.others import CELLS, CELLS_OR_CAPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.layouts import Place
    from hebiao.records import Heading, SelfEvaluation, Summary
    from hebiao.records.stated import Record

Content: TypeAlias = "dict[str, str]"

_MAY_BE_MERGED = re.compile(r"(indicators\.\d+\.score|funding\.\d+\.source|\w+\.\d+\.goal)")


def content_of(form: SelfEvaluation) -> Content:
    """Return the texts a record was read from, by field name."""
    return {name: stated.text for name, stated in _own_cells(_fields(form))}


def _own_cells(
    fields: Iterable[tuple[str, Stated[Any] | None]],
) -> Iterator[tuple[str, Stated[Any]]]:
    """Yield what is stated; a cell merged down over several rows is that of the first one."""
    seen: set[Place] = set()
    for name, stated in fields:
        if stated is None:
            continue
        if not _MAY_BE_MERGED.fullmatch(name):
            yield name, stated
        elif stated.at not in seen:
            seen.add(stated.at)
            yield name, stated


def _fields(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield from _heading("title", form.title)
    if form.summary:
        yield from _summary(form.summary)
    yield "caption.unit_name", form.unit_name
    yield "caption.form_date", form.form_date
    yield "caption.form_number", form.form_number
    for name in CELLS:
        stated = getattr(form, name)
        above = name in CELLS_OR_CAPTIONS and stated and not stated.label
        yield f"caption.{name}" if above else name, stated
    for box in form.boxes:
        yield f"boxes.{box.name}", box.boxes
    for number, note in enumerate(form.notes, start=1):
        yield f"notes.{number}", note
    for other in form.others:
        yield other.name, other.stated
    yield from _rows(form)


def _rows(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    """Yield the texts of the rows of all blocks, with the labels beside them."""
    for number, line in enumerate(form.funding.lines, start=1):
        yield from _cells(f"funding.{number}", line)
    for number, goal in enumerate(form.goals, start=1):
        for name, stated in _cells(f"goals.{number}", goal):
            yield name.replace(".label", ".goal"), stated
    for group in form.groups:
        for indicator in group.indicators:
            yield f"indicators.{indicator.number}.goal", group.goal
            yield from _cells(f"indicators.{indicator.number}", indicator)


def _heading(name: str, heading: Heading | None) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield name, heading.text if heading else None
    yield f"{name}.year", heading.year if heading else None


def _summary(summary: Summary) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield from _heading("heading", summary.heading)
    yield from _cells("summary", summary)
    for part in summary.parts:
        yield f"summary.parts.{part.name}", part.score


def _cells(row: str, record: Record) -> Iterator[tuple[str, Stated[Any]]]:
    for column, value in record:
        if isinstance(value, Stated):
            yield f"{row}.{column}", value
