"""
A form as rules across forms need it in, plain JSON types out, and back: equal to what it was.

    {"path": "a.docx", "index": 1, …, "project": ["图书室", "图书室", 1, 2, 3, "项目名称"]}

A value is its text, what was read of it, and its place: table, row, column and label of a cell,
or number and text of a paragraph. What is not there is left out.

Thousands of forms are held at once and say much the same: equal texts and amounts are one object,
however many forms have them.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.layouts.place import CellPlace, Place, TextPlace
from hebiao.records import Stated
from hebiao.rules.across import FiledForm, IndicatorBlock, Spending
from hebiao.values.figure import Figure
from hebiao.values.reading import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

Json: TypeAlias = dict[str, Any]

_PLAIN = ("path", "sha256", "index", "table", "layout")
_FLAGS = ("filled", "guessed", "transfer", "whole")
_NAMES = ("project", "department", "implementing_unit", "unit_above", "year")
_SPENDING = ("money", "basic", "projects")
_NOT_SPENT = Spending()


def to_json(form: FiledForm) -> Json:
    """Return the form in JSON types."""
    kept: Json = {name: getattr(form, name) for name in _PLAIN}
    kept |= {name: True for name in _FLAGS if getattr(form, name)}
    for name in _NAMES:
        if stated := getattr(form, name):
            kept[name] = [stated.text, stated.value, *_place(stated.at)]
    figures = {"total": form.total}
    for name in _SPENDING:
        spending: Spending = getattr(form, name)
        figures |= {f"{name}.budget": spending.budget, f"{name}.executed": spending.executed}
    kept |= {name: _figure(stated) for name, stated in figures.items() if stated}
    if block := form.indicators:
        first = block.first
        kept["indicators"] = [
            *(block.digest, block.rows, block.figures, block.weight),
            *(first.text, *_place(first.at)),
        ]
    return kept


def from_json(kept: Mapping[str, Any]) -> FiledForm:
    """Return the form that `to_json` made this of."""
    block = kept.get("indicators")
    fields: Json = {name: _once(kept[name]) for name in _PLAIN}
    fields |= {name: bool(kept.get(name)) for name in _FLAGS}
    fields |= {name: _stated(kept.get(name)) for name in _NAMES}
    for name in _SPENDING:
        fields[name] = _spending(kept.get(f"{name}.budget"), kept.get(f"{name}.executed"))
    return FiledForm(
        **fields,
        total=_read_figure(kept.get("total")),
        indicators=_block(block) if block else None,
    )


def _spending(budget: list[Any] | None, executed: list[Any] | None) -> Spending:
    if budget is executed is None:
        return _NOT_SPENT
    return Spending(_read_figure(budget), _read_figure(executed))


def _block(kept: list[Any]) -> IndicatorBlock:
    digest, rows, figures, weight, text, *at = kept
    return IndicatorBlock(digest, rows, figures, weight, _stated([text, text, *at]))


def _place(at: Place) -> list[Any]:
    if isinstance(at, CellPlace):
        return [at.table, at.row, at.column, at.label]
    return [at.paragraph, at.text]


def _read_place(kept: list[Any]) -> Place:
    if len(kept) == 2:
        return TextPlace(kept[0], kept[1])
    table, row, column, label = kept
    return CellPlace(table, row, column, intern(label))


def _once(value: Any) -> Any:
    return intern(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _amount(written: str) -> Decimal:
    return Decimal(written)


def _stated(kept: list[Any] | None) -> Any:
    if kept is None:
        return None
    text, value, *at = kept
    return Stated(intern(text), _once(value), Status.READ, "", _read_place(at))


def _figure(stated: Stated[Figure]) -> list[Any] | None:
    figure = stated.value
    if figure is None:
        return None
    own = (figure.text, str(figure.value), str(figure.quantum), figure.unit)
    return [stated.text, *own, *_place(stated.at)]


def _read_figure(kept: list[Any] | None) -> Stated[Figure] | None:
    if kept is None:
        return None
    text, shown, value, quantum, unit, *at = kept
    figure = Figure(intern(shown), _amount(value), _amount(quantum), intern(unit))
    return Stated(intern(text), figure, Status.READ, "", _read_place(at))
