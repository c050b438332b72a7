"""
A labelled form in, what it says in fields of which the rules know nothing out.

    金额单位：元              caption.money
    | 佐证材料 | 验收单 |     indicators.3.evidence, a column that a layout names for itself

Nothing that a layout labels is dropped; what has no field of its own is kept under its name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hebiao.records.funding import FundingLine
from hebiao.records.grammar import read_words
from hebiao.records.indicator import Goal, Indicator
from hebiao.records.stated import Record, Stated
from hebiao.records.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hebiao.layouts import LabelledForm, Layout, Written

CELLS = (
    "project",
    "department",
    "central_department",
    "implementing_unit",
    "contact",
    "phone",
    "total",
    "total_full_marks",
    "reviewed_total",
    "converted_total",
    "grade",
    "reason",
    "measures",
)
"""The fields of a form's head and foot that have a place of their own in its record."""

CAPTIONS = ("unit_name", "form_date", "form_number", "total", "contact", "phone")
"""The labels with a value behind a colon that have a place of their own."""

CELLS_OR_CAPTIONS = ("total", "contact", "phone")
"""What stands in the table or in the line above it; where in both, the table decides."""

_ROWS: dict[str, type[Record]] = {"funding": FundingLine, "goals": Goal, "indicators": Indicator}
_LISTS = ("boxes.", "notes.")


class Other(Record):
    """What stands in a field that has a meaning to the layout only."""

    name: str
    stated: Stated[str]


class _Names(NamedTuple):
    """The fields of a layout that no record has: single ones, and the columns of each block."""

    single: tuple[str, ...]
    columns: Mapping[str, frozenset[str]]


def build_others(form: LabelledForm) -> Iterator[Other]:
    """Yield what has no field of its own, in the order of the layout."""
    names, values = _other_names(form.layout), form.labelling.values
    for name in names.single:
        written = values.get(name) or form.prose.get(name)
        if written:
            yield from _other(name, written)
    for name in CELLS_OR_CAPTIONS:
        above = form.prose.get(f"caption.{name}")
        if above and name in values:
            yield from _other(f"caption.{name}", above)
    for name, written in values.items() if names.columns else ():
        block, _, rest = name.partition(".")
        if rest.partition(".")[2] in names.columns.get(block, ()):
            yield from _other(name, written)


def _other(name: str, written: Written) -> Iterator[Other]:
    if stated := read_words(written):
        yield Other.model_construct(name=name, stated=stated)


@lru_cache(maxsize=64)
def _other_names(layout: Layout) -> _Names:
    feet = [name for block in layout.blocks.values() for name in block.foot.fields]
    cells = [name for name in (*layout.cells, *feet) if not name.startswith(_LISTS)]
    summary = [name for name in layout.prose.figures if not name.startswith("parts.")]
    columns = {
        name: frozenset(block.columns) - _ROWS[name].model_fields.keys()
        for name, block in layout.blocks.items()
    }
    return _Names(
        (
            *dict.fromkeys(name for name in cells if name not in CELLS),
            *(f"caption.{name}" for name in layout.prose.caption if name not in CAPTIONS),
            *(f"summary.{name}" for name in summary if name not in Summary.model_fields),
        ),
        {name: own for name, own in columns.items() if own},
    )
