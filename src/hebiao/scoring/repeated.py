"""
A form with a summary in, each figure the summary repeats beside the table's own out.

    summary 预算执行情况得分13.59分    table 13.59
    summary 产出指标得分38.08分        table 7 + 7 + 7 + 7 + 6 + 4.08 = 38.08
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze
from hebiao.scoring.computed import FORMS_KEPT, Verdict, plain
from hebiao.scoring.execution import line_rate
from hebiao.scoring.totals import Part, fully_scored, parts, total, unscored
from hebiao.values.figure import Figure
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from hebiao.records import Indicator, SelfEvaluation, Stated, Summary


_RATES = ("预算执行率", "资金执行率", "资金支出率")
"""Names of an indicator that repeats the rate of the funding block."""


@dataclass(frozen=True)
class Repeated:
    """
    A figure stated in the summary and in the table.

    `table` is the table's figure, a sum where the table has only its terms, and `possible`
    what it may stand for; `cells` where it stands; `right` what it ought to be where it
    follows from others.
    """

    name: str
    summary: Stated[Figure]
    table: Figure
    possible: Interval
    cells: tuple[Stated[Figure], ...]
    right: Fraction | None = None

    @cached_property
    def verdict(self) -> Verdict:
        """
        CONSISTENT: the coarser of the two is the finer one rounded.

        A summary that states the right figure beside a wrong table is consistent as well: the
        fault is the table's. ROUNDING: both may be roundings of one true value.
        """
        here = self.summary.value
        if here is None or (self.right is not None and here.agrees(self.right)):
            return Verdict.CONSISTENT
        coarse, fine = sorted((here, self.table), key=lambda figure: figure.quantum, reverse=True)
        if coarse.agrees(fine.value):
            return Verdict.CONSISTENT
        meets = here.interval().meets(self.possible)
        return Verdict.ROUNDING if meets else Verdict.CONTRADICTION


@lru_cache(maxsize=FORMS_KEPT)
def repeated(form: SelfEvaluation) -> tuple[Repeated, ...]:
    """Return every figure of the summary that the table states, too."""
    return tuple(_repeated(form, form.summary)) if form.summary else ()


def disputed(form: SelfEvaluation, *figures: Stated[Figure] | None) -> bool:
    """Return whether one of these figures of the summary is not the table's."""
    pairs = [pair for pair in repeated(form) if any(pair.summary is f for f in figures)]
    return any(pair.verdict is not Verdict.CONSISTENT for pair in pairs)


def repeated_part(form: SelfEvaluation, name: str) -> Part | None:
    """
    Return the table's part of the total by the name the summary gives it.

    On a form with several goals that is the groups of this name under all of them.
    """
    found = [part for part in parts(form) if part.name == name]
    if not found:
        return None
    cells = tuple(cell for part in found for cell in part.cells)
    exact = sum((part.exact for part in found), Decimal(0))
    return Part(name, cells, exact, Interval.sum([part.possible for part in found]))


def execution_rate_in(indicator: Indicator) -> Figure | None:
    """Return the percentage an indicator named 预算执行率 states as reached."""
    named = indicator.level3 and squeeze(indicator.level3.text).endswith(_RATES)
    actual = indicator.actual.value if indicator.actual else None
    if not named or actual is None or len(actual.quantities) != 1:
        return None
    figure = actual.quantities[0].figure
    return figure if figure.unit == "%" else None


def _repeated(form: SelfEvaluation, summary: Summary) -> Iterator[Repeated]:
    computed = None if unscored(form) else total(form)
    yield from _pair("总分", summary.total, form.total, computed.exact if computed else None)
    for part in summary.parts:
        if (table := repeated_part(form, part.name)) and fully_scored(form, part.name):
            figure = _sum_figure(table)
            yield Repeated(f"{part.name}得分", part.score, figure, table.possible, table.cells)
    if line := form.funding.total:
        rate = line_rate(form.funding, line)
        yield from _pair("预算数", summary.budget, form.funding.base(line))
        yield from _pair("执行数", summary.executed, line.executed)
        exact = rate.exact if rate else None
        yield from _pair("执行率", summary.execution_rate, line.execution_rate, exact)


def _pair(
    name: str,
    summary: Stated[Figure] | None,
    table: Stated[Figure] | None,
    right: Fraction | None = None,
) -> Iterator[Repeated]:
    if summary and summary.value and table and table.value:
        yield Repeated(name, summary, table.value, table.value.interval(), (table,), right)


def _sum_figure(part: Part) -> Figure:
    quantum = min(cell.value.quantum for cell in part.cells if cell.value)
    return Figure(plain(part.exact), part.exact, min(quantum, Decimal(1)), "分")
