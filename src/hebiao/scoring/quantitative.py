"""
A target that was missed in, the share of its full marks that the formulas give out.

    ≥ 3000户   2700户    2700 ÷ 3000 = 0.9
    ≤ 5300元   5830元    5300 ÷ 5830 = 0.9091, or 1 - (5830 - 5300) ÷ 5300 = 0.9
    ≤ 5300元   10600元   5300 ÷ 10600 = 0.5, or 0: twice the limit is worth nothing
    = 0起      2起       0

分值×B/A and, for limits, 分值×A/B are printed on the forms of Hubei, of the rural funds and of
Beijing; 分值×(1-(B-A)/A) is what deployed fiscal systems compute for limits. They take an
actual below zero for zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Literal, TypeAlias

from hebiao.scoring.comparison import UPPER_BOUNDS
from hebiao.scoring.computed import plain, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hebiao.scoring.comparison import Comparison
    from hebiao.values.figure import Figure

AtMost: TypeAlias = Literal["ratio", "linear"] | None
"""How marks for exceeding a limit are printed on the form, None where they are not."""

_Share: TypeAlias = "Callable[[Fraction, Fraction], Fraction]"

_NOTHING, _ALL = Fraction(0), Fraction(1)
_PERCENT = 100
_SHOWN = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Marks:
    """
    What one formula gives.

    `share` is that of the full marks for the actual as written, `most` the greatest share for
    a true actual that may have been rounded to it; `formula` shows the figures.
    """

    share: Fraction
    most: Fraction
    formula: str


def share_reached(target: Fraction, actual: Fraction) -> Fraction:
    """Return B/A for a target to be reached: never more than all, never less than nothing."""
    if target <= 0:
        return _ALL if actual >= target else _NOTHING
    return min(max(actual / target, _NOTHING), _ALL)


def share_ratio(limit: Fraction, actual: Fraction) -> Fraction:
    """Return A/B for a limit that was exceeded; a limit of nothing leaves nothing."""
    return _ALL if actual <= limit else max(limit, _NOTHING) / actual


def share_linear(limit: Fraction, actual: Fraction) -> Fraction:
    """Return 1-(B-A)/A for a limit that was exceeded, nothing from twice the limit on."""
    if actual <= limit:
        return _ALL
    return max(2 - actual / limit, _NOTHING) if limit > 0 else _NOTHING


def marks(both: Comparison, at_most: AtMost = None) -> tuple[Marks, ...]:
    """
    Return what the formulas give, the most first.

    For a limit there are two formulas unless the form prints one. Of a range it is the end
    that was missed that counts.
    """
    target, actual = _bound(both), both.reached
    ends = (Fraction(both.possible.low), Fraction(both.possible.high))
    given = (
        Marks(formula(target, actual), max(formula(target, end) for end in ends), words)
        for formula, words in _formulas(both, at_most)
    )
    return tuple({each.share: each for each in given}.values())


def gives(full: Decimal, share: Fraction, written: Figure) -> bool:
    """
    Return whether marks are a share of the full ones, exactly or of the share in per cent.

    Many first write down how much was reached as 97% or 96.8%, and take the marks of that.
    """
    room, whole = written.interval(), Fraction(full)
    return room.contains(whole * share) or any(
        room.contains(whole * each) for each in _in_per_cent(share)
    )


def _in_per_cent(share: Fraction) -> Iterator[Fraction]:
    """Yield the share as a percentage of up to two decimals, rounded or cut off."""
    for steps in (_PERCENT, 10 * _PERCENT, 100 * _PERCENT):
        yield Fraction(floor(share * steps), steps)
        yield Fraction(floor(share * steps + Fraction(1, 2)), steps)


def _bound(both: Comparison) -> Fraction:
    end = both.upper if both.operator in UPPER_BOUNDS else None
    return Fraction(both.aimed if end is None else end)


def _formulas(both: Comparison, at_most: AtMost) -> Iterator[tuple[_Share, str]]:
    target, actual = _shown(_bound(both)), _shown(both.reached)
    if both.operator not in UPPER_BOUNDS and both.aimed > 0:
        yield share_reached, f"{actual} ÷ {target}"
        return
    if at_most != "linear":
        yield share_ratio, f"{target} ÷ {actual}"
    if at_most != "ratio":
        yield share_linear, f"(1 - ({actual} - {target}) ÷ {target})"


def _shown(value: Fraction) -> str:
    return plain(rounded(value, _SHOWN))
