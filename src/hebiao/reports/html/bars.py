"""The lines of the overview in, how the findings are spread over rules and units out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.reports.html.fragment import Row

NO_UNIT = "（没有写明单位）"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, in percent of the longest."""

    severity: Severity
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """
    What is counted, how many findings of each kind it has, and the stretches of its bar.

    `find` is what to search the overview for, `forms` how many forms it is found in.
    """

    name: str
    find: str
    forms: int
    numbers: tuple[int, int, int]
    parts: tuple[Part, ...]


def by_rule(rows: Iterable[Row]) -> tuple[Bar, ...]:
    """Return a bar a rule, the longest first."""
    titles: dict[str, str] = {}
    forms, numbers = Counter[str](), Counter[tuple[str, Severity]]()
    for row in rows:
        forms.update({kind.code for kind, _ in row.found})
        for kind, number in row.found:
            titles.setdefault(kind.code, kind.title)
            numbers[kind.code, kind.severity] += number
    return _bars([(f"{c} {t}", c, c) for c, t in titles.items()], forms, numbers)


def by_unit(rows: Iterable[Row]) -> tuple[Bar, ...]:
    """Return a bar a unit of which a form has findings, the longest first."""
    forms, numbers = Counter[str](), Counter[tuple[str, Severity]]()
    for row in rows:
        forms[row.unit] += 1
        for severity, number in zip(Severity, row.numbers, strict=True):
            numbers[row.unit, severity] += number
    found = dict.fromkeys(unit for (unit, _), number in numbers.items() if number)
    return _bars([(unit or NO_UNIT, unit, unit) for unit in found], forms, numbers)


def _bars(
    named: list[tuple[str, str, str]],
    forms: Counter[str],
    numbers: Counter[tuple[str, Severity]],
) -> tuple[Bar, ...]:
    counted = [
        (name, find, forms[key], tuple(numbers[key, severity] for severity in Severity))
        for name, find, key in named
    ]
    longest = max((sum(each) for *_, each in counted), default=0)
    ordered = sorted(counted, key=lambda one: (-sum(one[3]), -one[3][0], one[0]))
    return tuple(
        Bar(name, find, number, (kinds[0], kinds[1], kinds[2]), tuple(_parts(kinds, longest)))
        for name, find, number, kinds in ordered
    )


def _parts(numbers: tuple[int, ...], longest: int) -> Iterator[Part]:
    before = 0
    for severity, number in zip(Severity, numbers, strict=True):
        if number:
            start, end = (n * 10000 // longest / 100 for n in (before, before + number))
            yield Part(severity, f"{start:g}%", f"{end - start:.2f}%")
        before += number
