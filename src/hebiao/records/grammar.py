"""The text of a field in, the typed value it states out, with its place."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from hebiao.layouts.label import read_label
from hebiao.records.stated import Stated
from hebiao.values.amount import amount
from hebiao.values.date import date
from hebiao.values.figure import Figure
from hebiao.values.percent import percent
from hebiao.values.plain import words, year
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.score import score
from hebiao.values.target import Statement, statement
from hebiao.values.tickbox import TickBox, tickboxes

if TYPE_CHECKING:
    from collections.abc import Callable

    from hebiao.layouts import Written

T = TypeVar("T")

_OPERATORS = {"定性": "", "正向": "≥", "反向": "≤", "正向指标": "≥", "反向指标": "≤"}
"""What 指标性质 says instead of a sign; a qualitative target is words."""


def _reader(
    grammar: Callable[[str], Reading[T]],
) -> Callable[[Written | None], Stated[T] | None]:
    """Return the function from a written text to a Stated; a field the form lacks stays None."""

    def read(written: Written | None) -> Stated[T] | None:
        if written is None:
            return None
        got = grammar(written.text)
        return Stated(written.text, got.value, got.status, got.reason, written.at)

    return read


def _boxes(text: str) -> Reading[tuple[TickBox, ...]]:
    boxes = tickboxes(text)
    return Reading(boxes or None, Status.READ if boxes else Status.EMPTY)


def _statement(text: str) -> Reading[Statement]:
    if status := absent(text):
        return Reading(None, status)
    said = statement(text)
    return Reading(said, Status.READ, said.reason)


def read_target(
    operator: Written | None, target: Written | None, unit: Written | None
) -> Stated[Statement] | None:
    """Return the target of a form that splits it over three columns: ≥ | 95 | %."""
    if target is None or absent(target.text) or (operator is None and unit is None):
        return read_statement(target)
    signs = [words(written.text).value or "" if written else "" for written in (operator, unit)]
    whole = _statement(f"{_OPERATORS.get(signs[0], signs[0])}{target.text.strip()}{signs[1]}")
    return Stated(target.text, whole.value, Status.READ, whole.reason, target.at)


def _core(text: str) -> Reading[str]:
    """Return the words of a label without its brackets: 产出指标 for 产出指标（40分）."""
    label = read_label(text)
    return words(label.core if label else text)


def _weight(text: str) -> Reading[Figure]:
    """Return the marks printed in a label: 40 in 产出指标（40分）."""
    label = read_label(text)
    if label is None or label.weight is None:
        return Reading(None, Status.EMPTY)
    exponent = label.weight.as_tuple().exponent
    quantum = Decimal(1).scaleb(int(exponent))
    return Reading(Figure(str(label.weight), label.weight, quantum, "分"), Status.READ)


def _formula(text: str) -> Reading[str]:
    """Return the formula printed in a label: 20分*执行率 in 得分（20分*执行率）."""
    label = read_label(text)
    formula = label.formula if label else None
    return Reading(formula, Status.READ if formula else Status.EMPTY)


read_words = _reader(words)
read_core = _reader(_core)
read_formula = _reader(_formula)
read_year = _reader(year)
read_date = _reader(date)
read_score = _reader(score)
read_weight = _reader(_weight)
read_percent = _reader(percent)
read_statement = _reader(_statement)
read_boxes = _reader(_boxes)


@cache
def amount_reader(unit: str) -> Callable[[Written | None], Stated[Figure] | None]:
    """Return the reader of amounts in a block that states its money in `unit`."""
    return _reader(partial(amount, unit=unit))
