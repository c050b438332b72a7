"""
An indicator in, whether it reached its target and by how much out.

    不低于28起    40起       MET      40起 ÷ 28起
    不超过30万元  32万元     MISSED
    =0起          2起        MISSED   = of a figure is reached by more as well, = of nothing is not
    >90%          90%        UNKNOWN  fiscal systems give full marks, the words do not
    3-5场         6场        UNKNOWN  more than a range need not be wrong
    ≤30万元       0元        UNKNOWN  nothing was spent: saved, or not done
    显著提升      完成       UNKNOWN  words are not compared
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.comparison import UPPER_BOUNDS, Comparison, comparisons, single
from hebiao.scoring.computed import FORMS_KEPT
from hebiao.scoring.quantitative import marks
from hebiao.values.operators import Operator

if TYPE_CHECKING:
    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.values.target import Statement


class Outcome(StrEnum):
    """Whether the target was reached."""

    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Achievement:
    """
    How an indicator stands to its target.

    `ratio` is the share of the target that was reached, for targets to be reached and not for
    those not to be exceeded; `shares` of the full marks are what the formulas in use give where
    it was missed; `sure` is False where direction or unit was guessed; `explained` and `formula`
    say it in words and figures.
    """

    outcome: Outcome
    ratio: Fraction | None = None
    shares: tuple[Fraction, ...] = ()
    sure: bool = True
    explained: str = ""
    formula: str = ""


UNKNOWN = Achievement(Outcome.UNKNOWN)


@lru_cache(maxsize=FORMS_KEPT)
def achievements(form: SelfEvaluation) -> dict[int, Achievement]:
    """Return how every indicator stands to its target, by its number."""
    both = comparisons(form)
    return {each.number: achievement(each, both[each.number]) for each in form.indicators}


def achievement(indicator: Indicator, both: Comparison | None) -> Achievement:
    """Return how the actual value stands to the target; a likely slip of units leaves it open."""
    if both is None or both.slip:
        return UNKNOWN
    to_be_reached = both.operator not in UPPER_BOUNDS and both.upper is None and both.aimed > 0
    outcome = Outcome.UNKNOWN if _unspent(indicator, both) else _outcome(both)
    return Achievement(
        outcome=outcome,
        ratio=both.reached / Fraction(both.aimed) if to_be_reached else None,
        shares=tuple(each.share for each in marks(both)) if outcome is Outcome.MISSED else (),
        sure=both.sure,
        explained=explained(indicator),
        formula=f"{_short(indicator.actual)} ÷ {_short(indicator.target)}",
    )


def explained(indicator: Indicator) -> str:
    """Return target and actual as they are written, on one line."""
    return f"目标“{_text(indicator.target)}”，实际“{_text(indicator.actual)}”"


def _outcome(both: Comparison) -> Outcome:
    limit = both.operator in UPPER_BOUNDS
    if both.upper is not None:
        if both.reached > both.upper and not limit:
            return Outcome.UNKNOWN
        met = both.reached <= both.upper and (limit or both.reached >= both.aimed)
    elif both.reached == both.aimed:
        strict = both.operator in (Operator.MORE, Operator.LESS)
        return Outcome.UNKNOWN if strict else Outcome.MET
    elif limit or (both.operator is Operator.EQUAL and both.aimed == 0):
        met = both.reached < both.aimed
    else:
        met = both.reached > both.aimed
    return Outcome.MET if met else Outcome.MISSED


def _unspent(indicator: Indicator, both: Comparison) -> bool:
    level2 = indicator.level2.text if indicator.level2 else ""
    cost = both.unit.startswith("元") or "成本" in level2
    return cost and both.operator in UPPER_BOUNDS and both.reached == 0 < both.aimed


def _text(stated: Stated[Statement] | None) -> str:
    return " ".join(stated.text.split()) if stated else ""


def _short(stated: Stated[Statement] | None) -> str:
    quantity = single(stated)
    if quantity is None:
        return ""
    return f"{quantity.figure}{quantity.figure.unit.removeprefix('%')}"
