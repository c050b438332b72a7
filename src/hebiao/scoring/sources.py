"""
The lines of the funding block in, what the sources below the total add up to out.

    年度资金总额        120
    其中：当年财政拨款  100      100 + 20 + 0 = 120, column by column
    上年结转资金         20
    其他资金              0      a catch-all: with it, no source is left out

A second 其中 opens a part of a part: such lines are not added up, for some would count twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import FORMS_KEPT, Verdict, Way, judge
from hebiao.scoring.execution import line_rate
from hebiao.values.interval import Interval
from hebiao.values.reading import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Funding, FundingLine, SelfEvaluation, Stated
    from hebiao.values.figure import Figure

_COLUMNS = ("initial_budget", "budget", "arrived", "executed")
_PART = "其中"
_REST = "other"


@dataclass(frozen=True, slots=True)
class Split:
    """
    A column of the funding block: its total, the amounts of the sources, and their sum.

    `complete` says that no source can be missing: none is blank, and the last is a catch-all.
    """

    column: str
    total: Stated[Figure]
    cells: tuple[Stated[Figure], ...]
    way: Way
    complete: bool

    @property
    def disputed(self) -> bool:
        """
        Whether total and sum cannot both be right.

        A sum of rounded amounts is often off in the last place, and nobody is to be asked.
        """
        total = self.total.value
        return total is not None and judge(total, (self.way,)) is Verdict.CONTRADICTION

    @property
    def short(self) -> bool:
        """Whether the sources add up to less than the total, and some may be missing."""
        total = self.total.value
        less = total is not None and self.way.exact < Fraction(total.value)
        return less and not self.complete


@lru_cache(maxsize=FORMS_KEPT)
def splits(form: SelfEvaluation) -> tuple[Split, ...]:
    """Return the columns of the funding block whose total is split over sources."""
    return tuple(_splits(form.funding))


def disputed_split(form: SelfEvaluation, *columns: str) -> bool:
    """Return whether the total of one of the columns is not what its sources add up to."""
    found = [split for split in splits(form) if split.column in columns]
    return any(split.disputed for split in found)


def borne_out_by_sources(form: SelfEvaluation) -> bool:
    """
    Return whether the rate of the total line is that of its sources, not that of its amounts.

    Then the rate is right, and an amount of the total line is wrong.
    """
    line = form.funding.total
    rate = line.execution_rate.value if line and line.execution_rate else None
    own = line_rate(form.funding, line) if line else None
    if rate is None or (own and rate.agrees(own.exact)):
        return False
    return any(map(rate.agrees, _rates_by_sources(form)))


def _rates_by_sources(form: SelfEvaluation) -> tuple[Fraction, ...]:
    """Return the execution rates that follow where the sum replaces a total it contradicts."""
    base = form.funding.denominator
    line = form.funding.total
    found = {split.column: split for split in splits(form)}
    if line is None or not disputed_split(form, base, "executed"):
        return ()
    budgets = _candidates(getattr(line, base), found.get(base))
    executed = _candidates(line.executed, found.get("executed"))
    return tuple(100 * spent / budget for spent in executed for budget in budgets if budget)


def _candidates(total: Stated[Figure] | None, split: Split | None) -> list[Fraction]:
    stated = [Fraction(total.value.value)] if total and total.value else []
    return [*stated, split.way.exact] if split else stated


def _splits(funding: Funding) -> Iterator[Split]:
    total, lines = funding.total, _sources(funding)
    if total is None or not lines:
        return
    rest = lines[-1].kind == _REST
    for column in _COLUMNS:
        whole: Stated[Figure] | None = getattr(total, column)
        cells = [cell for line in lines if (cell := getattr(line, column))]
        filled = tuple(cell for cell in cells if cell.value)
        if whole is None or whole.value is None or not filled or not (rest or len(filled) > 1):
            continue
        if not any(cell.status is Status.UNREADABLE for cell in cells):
            blank = any(cell.empty for cell in cells)
            yield Split(column, whole, filled, _sum(filled), rest and not blank)


def _sources(funding: Funding) -> tuple[FundingLine, ...]:
    """Return the lines that split the total, or none where one may be part of another."""
    lines = tuple(line for line in funding.lines if line is not funding.total)
    names = [line.source.value for line in lines if line.source and line.source.value]
    kinds = {line.kind for line in lines}
    nested = any(name.startswith(_PART) for name in names[1:])
    known = len(names) == len(lines) == len(kinds) and "total" not in kinds
    return lines if known and not nested else ()


def _sum(cells: tuple[Stated[Figure], ...]) -> Way:
    figures = [cell.value for cell in cells if cell.value]
    exact = sum((figure.value for figure in figures), Decimal(0))
    possible = Interval.sum([figure.interval() for figure in figures])
    return Way(Fraction(exact), possible, " + ".join(map(str, figures)))
