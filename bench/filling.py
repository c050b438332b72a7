"""A form that is being filled in: its texts so far, and the true values behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from decimal import Decimal

    from bench.written import Hand

    from hebiao.layouts import Layout
    from hebiao.sample import Content


@dataclass
class Form:
    """A form being filled in: its texts, and the true values behind its scores."""

    hand: Hand
    layout: Layout
    drawn: frozenset[str]
    content: Content = field(default_factory=dict)
    truths: dict[str, Fraction] = field(default_factory=dict)
    scores: dict[str, dict[str, Decimal]] = field(default_factory=dict)
    rounded: set[str] = field(default_factory=set)
    rate: Fraction = Fraction(0)
    written_rate: Decimal | None = None
    weight: int = 0

    @property
    def chance(self) -> random.Random:
        """Return what chooses for the form."""
        return self.hand.chance

    def has(self, name: str) -> bool:
        """Return whether the form has the field, or a row that is repeated has it."""
        return name in self.drawn or re.sub(r"\.\d+\.", ".n.", name) in self.drawn

    def put(self, name: str, text: str) -> None:
        """Write a text where the form has a place for it."""
        if self.has(name):
            self.content[name] = text

    def score(self, part: str, name: str, true: Fraction, *, computed: bool) -> Decimal:
        """Write marks with the part of the total they belong to; computed ones are rounded."""
        places = self.chance.randint(0, 2)
        figure = self.hand.rounded(true, places) if computed else self.hand.exactly(true, places)
        self.put(name, self.hand.points(figure))
        self.truths[name] = true
        self.scores.setdefault(part, {})[name] = figure
        if computed and figure != true:
            self.rounded.add(name)
        return figure
