"""
The relations of the funding block: a rate to its amounts, and marks to a rate.

    Ratio     67.94 % = 97.15 ÷ 143
    Product   13.59 = 20 × 67.94 %, or 20 × 97.15 ÷ 143
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.scoring.computed import Verdict, Way, judge
from hebiao.scoring.execution import rate_of, scores_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.diagnosis.relation import Values
    from hebiao.values.figure import Figure

_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A rate in per cent is one amount over another."""

    rate: int
    base: int
    executed: int

    @property
    def cells(self) -> tuple[int, ...]:
        """The rate and the two amounts."""
        return (self.rate, self.base, self.executed)

    def verdict(self, values: Values) -> Verdict:
        """Return whether the amounts may give the rate; a budget of zero has none."""
        way = rate_of(values[self.executed], values[self.base])
        return judge(values[self.rate], (way,)) if way else Verdict.CONSISTENT

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return the rate the amounts give, or the amount the rate and the other one give."""
        rate, base, executed = (values[each] for each in self.cells)
        if cell == self.rate:
            way = rate_of(executed, base)
        elif cell == self.base:
            way = rate_of(executed, rate)
        else:
            product = base.interval() * rate.interval()
            exact = Fraction(base.value) * Fraction(rate.value) / 100
            way = Way(exact, product.scale(1 / _PERCENT), "")
        return (way,) if way else ()

    def fixes(self, cell: int, values: Values) -> bool:  # noqa: ARG002 - as every relation has it
        """The amounts fix the rate; a rate is too coarse to fix an amount."""
        return cell == self.rate


@dataclass(frozen=True, slots=True)
class Product:
    """Marks are a weight times a rate, taken as written or of the amounts."""

    score: int
    weight: int
    rate: int | None
    base: int | None
    executed: int | None

    @property
    def cells(self) -> tuple[int, ...]:
        """The marks, the weight and what the rate is taken of."""
        numbers = (self.score, self.weight, self.rate, self.base, self.executed)
        return tuple(number for number in numbers if number is not None)

    def verdict(self, values: Values) -> Verdict:
        """Return whether one way of taking the rate may give the marks."""
        ways = self._scores(values)
        return judge(values[self.score], ways) if ways else Verdict.CONSISTENT

    def ways(self, cell: int, values: Values) -> tuple[Way, ...]:
        """Return the marks, or what one of their factors would have to be."""
        if cell == self.score:
            return self._scores(values)
        score, weight = values[self.score], values[self.weight]
        if cell == self.weight:
            return tuple(self._weights(score, values))
        rate = rate_of(score, weight)
        return tuple(self._solved(cell, rate, values)) if rate else ()

    def fixes(self, cell: int, values: Values) -> bool:  # noqa: ARG002 - as every relation has it
        """The factors fix the marks."""
        return cell == self.score

    def _weights(self, score: Figure, values: Values) -> Iterator[Way]:
        written = None if self.rate is None else values[self.rate]
        stated = written and Way(Fraction(written.value), written.interval(), "")
        for rate in (stated, self._exact(values)):
            share = score.interval() / rate.possible if rate and rate.exact else None
            if rate and share:
                exact = 100 * Fraction(score.value) / rate.exact
                yield Way(exact, share.scale(_PERCENT), "")

    def _solved(self, cell: int, rate: Way, values: Values) -> list[Way]:
        """Return what the rate, or an amount behind it, is where the marks tell the rate."""
        if cell == self.rate:
            return [rate]
        if self.base is None or self.executed is None:
            return []
        if cell == self.executed:
            base = values[self.base]
            exact = rate.exact * Fraction(base.value) / 100
            return [Way(exact, (base.interval() * rate.possible).scale(1 / _PERCENT), "")]
        executed = values[self.executed]
        quotient = executed.interval() / rate.possible
        if quotient is None or not rate.exact:
            return []
        return [Way(100 * Fraction(executed.value) / rate.exact, quotient.scale(_PERCENT), "")]

    def _scores(self, values: Values) -> tuple[Way, ...]:
        written = None if self.rate is None else values[self.rate]
        return scores_of(values[self.weight], written, self._exact(values))

    def _exact(self, values: Values) -> Way | None:
        if self.base is None or self.executed is None:
            return None
        return rate_of(values[self.executed], values[self.base])
