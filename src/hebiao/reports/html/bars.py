"""The files of a page in, how their findings are spread over rules and units out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hebiao.reports.counts import Counts
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.reports.html.fragment import Fragment, Row
    from hebiao.reports.lights import Light

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


@dataclass(slots=True)
class Spread:
    """What is counted over all forms: findings by rule and by unit, forms by their light."""

    total: Counts = field(default_factory=Counts)
    lamps: Counter[Light] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    rule_forms: Counter[str] = field(default_factory=Counter)
    rule_numbers: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    unit_forms: Counter[str] = field(default_factory=Counter)
    unit_numbers: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Count one form."""
        self.lamps[row.light] += 1
        self.rule_forms.update({kind.code for kind, _ in row.found})
        for kind, number in row.found:
            self.titles.setdefault(kind.code, kind.title)
            self.rule_numbers[kind.code, kind.severity] += number
        self.unit_forms[row.unit] += 1
        for severity, number in zip(Severity, row.numbers, strict=True):
            self.unit_numbers[row.unit, severity] += number


def spread_of(fragments: Iterable[Fragment]) -> Spread:
    """Count everything in one go through the files."""
    spread = Spread()
    for each in fragments:
        spread.total += each.counts
        for row in each.rows:
            spread.add(row)
    return spread


def by_rule(spread: Spread) -> tuple[Bar, ...]:
    """Return a bar a rule, the longest first."""
    named = [(f"{code} {title}", code, code) for code, title in spread.titles.items()]
    return _bars(named, spread.rule_forms, spread.rule_numbers)


def by_unit(spread: Spread) -> tuple[Bar, ...]:
    """Return a bar a unit of which a form has findings, the longest first."""
    found = dict.fromkeys(unit for (unit, _), number in spread.unit_numbers.items() if number)
    named = [(unit or NO_UNIT, unit, unit) for unit in found]
    return _bars(named, spread.unit_forms, spread.unit_numbers)


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
