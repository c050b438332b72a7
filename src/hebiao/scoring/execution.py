"""
The funding line in, its execution rate and its score out.

    rate  = executed ÷ budget                    执行率（B/A）
    score = weight × rate, at most the weight    得分（20分*执行率）
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import Way, plain
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from hebiao.records import Funding, FundingLine, Stated
    from hebiao.values.figure import Figure

_PERCENT = 100


def execution_rate(base: Stated[Figure] | None, executed: Stated[Figure] | None) -> Way | None:
    """
    Return the rate in per cent, or None where it is undefined.

    It is undefined without both amounts and for a budget of zero, where published forms
    print 0.00% or nothing and neither is wrong.
    """
    if not base or not executed or not base.value or not executed.value:
        return None
    return _rate(executed.value, base.value)


@lru_cache(maxsize=1024)
def _rate(spent: Figure, budget: Figure) -> Way | None:
    possible = spent.interval() / budget.interval() if budget.value else None
    if possible is None:
        return None
    exact = _PERCENT * Fraction(spent.value) / Fraction(budget.value)
    return Way(exact, possible.scale(Decimal(_PERCENT)), f"{spent} ÷ {budget}")


def line_rate(funding: Funding, line: FundingLine) -> Way | None:
    """Return the execution rate of a funding line."""
    return execution_rate(funding.base(line), line.executed)


def execution_weight(funding: Funding) -> Stated[Figure] | None:
    """Return the full marks for budget execution, from the label or from the line's 分值."""
    return funding.weight or (funding.total.full_marks if funding.total else None)


def execution_score(funding: Funding, line: FundingLine, weight: Figure) -> tuple[Way, ...]:
    """
    Return the ways to the score of a line.

    It may be taken of the rate as written or of the exact rate, and a rate above 100 % may
    count in full or only up to the weight: published systems do either.
    """
    ways = []
    if line.execution_rate and (rate := line.execution_rate.value):
        ways.append(_scored(weight, Fraction(rate.value), rate.interval(), str(rate)))
    if exact := line_rate(funding, line):
        ways.append(_scored(weight, exact.exact, exact.possible, f"({exact.formula})"))
    return tuple(way for scored in ways for way in (scored, *_capped(scored, weight)))


def _scored(weight: Figure, rate: Fraction, possible: Interval, text: str) -> Way:
    factor = weight.value / _PERCENT
    return Way(Fraction(factor) * rate, possible.scale(factor), f"{plain(weight.value)} × {text}")


def _capped(scored: Way, weight: Figure) -> tuple[Way, ...]:
    if scored.exact <= weight.value:
        return ()
    full = Interval.exactly(weight.value)
    return (Way(Fraction(weight.value), full, f"{scored.formula}，最高 {plain(weight.value)}"),)
