"""
The funding line in, its execution rate and its score out.

    rate  = executed ÷ budget                    执行率（B/A）
    score = weight × rate, at most the weight    得分（20分*执行率）
"""

from __future__ import annotations

from dataclasses import replace
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
    return rate_of(executed.value, base.value)


@lru_cache(maxsize=1024)
def rate_of(spent: Figure, budget: Figure) -> Way | None:
    """Return what per cent one figure is of another, or None where that is undefined."""
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
    written = line.execution_rate.value if line.execution_rate else None
    return scores_of(weight, written, line_rate(funding, line))


def scores_of(weight: Figure, written: Figure | None, exact: Way | None) -> tuple[Way, ...]:
    """Return the ways to the marks where the rate is written so, and of the amounts so."""
    return tuple(way for rate in _rates(written, exact) for way in _scored_by(weight, rate))


def _rates(written: Figure | None, exact: Way | None) -> tuple[Way, ...]:
    """
    Return the rates a score may be taken of: the written one, and the exact one.

    The exact rate is any that both the amounts and the written rate allow: 0.9 ÷ 0.9 beside
    97.76% is no 100 %. Where no rate is both, one of the figures is wrong, and either may be.
    """
    amounts = (replace(exact, formula=f"({exact.formula})"),) if exact else ()
    if written is None:
        return amounts
    stated = Way(Fraction(written.value), written.interval(), str(written))
    both = exact.possible.overlap(stated.possible) if exact else None
    if exact is None or both is None:
        return (stated, *amounts)
    point = replace(stated, possible=Interval.exactly(written.value))
    if not both.contains(exact.exact):
        return (point, replace(stated, possible=both))
    return (point, *(replace(way, possible=both) for way in amounts))


def _scored_by(weight: Figure, rate: Way) -> tuple[Way, ...]:
    """Return the marks a rate in per cent gives, and where they are too many, those it may give."""
    factor = weight.value / _PERCENT
    formula = f"{plain(weight.value)} × {rate.formula}"
    scored = Way(Fraction(factor) * rate.exact, rate.possible.scale(factor), formula)
    if scored.exact <= weight.value:
        return (scored,)
    full = Interval.exactly(weight.value)
    most = Way(Fraction(weight.value), full, f"{formula}，最高 {plain(weight.value)}")
    return (scored, most)
