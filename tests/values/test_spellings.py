"""Every line of spellings.txt is a test: the text of a cell, and what it means."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hebiao.values.amount import amount
from hebiao.values.date import date, fiscal_years
from hebiao.values.percent import percent
from hebiao.values.reading import Reading, Status
from hebiao.values.score import score
from hebiao.values.target import Kind, statement
from hebiao.values.tickbox import tickboxes

if TYPE_CHECKING:
    import datetime as dt

    from hebiao.values.figure import Figure
    from hebiao.values.period import Moment, Period
    from hebiao.values.quantity import Quantity

_TABLE = Path(__file__).with_name("spellings.txt")
_WITHOUT_VALUE = {"not_applicable": "n/a", "empty": "empty", "unreadable": "unreadable"}


def said(text: str) -> str:
    """≥ 75 % (by 2021-03), text, not done ?"""
    found = statement(text)
    match found.kind:
        case Kind.EMPTY | Kind.NOT_APPLICABLE:
            return _WITHOUT_VALUE[found.kind]
        case Kind.PERIOD | Kind.DEADLINE:
            assert found.period
            return _period(found.period)
        case Kind.OUTCOME:
            return f"grade {found.grade}"
    words = "; ".join(map(_quantity, found.quantities)) or str(found.kind)
    words = f"often {words}" if found.kind is Kind.FREQUENCY else words
    words += f" ({_period(found.period)})" if found.period else ""
    words += {True: ", done", False: ", not done", None: ""}[found.done]
    return f"{words} ?" if found.reason else words


def _quantity(quantity: Quantity) -> str:
    upper = f"–{_number(quantity.upper)}" if quantity.upper else ""
    scale = quantity.figure.quantum
    parts = [
        quantity.change or "",
        quantity.label,
        quantity.operator or "",
        f"{_number(quantity.figure)}{upper}",
        quantity.figure.unit,
        f"~{scale:f}" if scale > 1 else "",
    ]
    return " ".join(filter(None, parts))


def _number(figure: Figure) -> str:
    return f"{figure.value:f}"


def _period(period: Period) -> str:
    if period.start is None:
        return f"by {_moment(period.end)}"
    if period.start == period.end:
        return _moment(period.end)
    return f"{_moment(period.start)} … {_moment(period.end)}"


def _moment(moment: Moment) -> str:
    parts = (moment.year, moment.month, moment.day)
    return "-".join(f"{part:02}" for part in parts if part is not None)


def figure(reading: Reading[Figure]) -> str:
    words = _WITHOUT_VALUE.get(reading.status) or str(reading.value)
    if reading.value and reading.value.quantum > 1:
        words += f" ~{reading.value.quantum:f}"
    return f"{words} ?" if reading.reason else words


def day(reading: Reading[dt.date]) -> str:
    words = _WITHOUT_VALUE.get(reading.status) or str(reading.value)
    return f"{words} ?" if reading.reason else words


def boxes(text: str) -> str:
    return " ".join(
        f"{'?' if box.lost else '☑' if box.ticked else '□'}{box.option}" for box in tickboxes(text)
    )


MEANING = {
    "statement": said,
    "percent": lambda text: figure(percent(text)),
    "score": lambda text: figure(score(text)),
    "amount": lambda text: figure(amount(text)),
    "date": lambda text: day(date(text)),
    "fiscal_years": lambda text: " ".join(map(str, fiscal_years(text))) or "none",
    "tickboxes": lambda text: boxes(text) or "none",
}


def _spellings() -> list[tuple[str, str, str]]:
    found = []
    name = ""
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            text, meaning = line.split(" → ")
            for escape in ("\\n", "\\t", "\\u3000", "\\u200b", "\\ufe0f"):
                text = text.replace(escape, escape.encode().decode("unicode_escape"))
            found.append((name, text, meaning))
    return found


@pytest.mark.parametrize(("name", "text", "meaning"), _spellings())
def test_a_spelling_means_what_the_table_says(name: str, text: str, meaning: str) -> None:
    assert meaning == MEANING[name](text)


def test_the_table_is_as_long_as_the_variety_it_stands_for() -> None:
    spellings = _spellings()

    assert len(spellings) >= 400
    assert len(spellings) == len(set(spellings))


def test_a_figure_keeps_the_text_as_it_was_typed() -> None:
    read = amount("\u30001，300，000.00元 ").value

    assert read
    assert "1，300，000.00元" == read.text
    assert Status.READ == amount("130").status
    assert Decimal("0.01") == amount("97.15").value.quantum  # type: ignore[union-attr]
