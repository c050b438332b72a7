"""
A sum stated in words in, what its parts add up to out, if that is something else.

    共100万元，其中：甲60万元、乙30万元     90万元
    共100万元，其中甲60万元、乙30万元       may be all right: the list need not be complete
    共100万元，其中：中央70万元、地方30万元，设备80万元、培训20万元   all right, twice
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.scoring.computed import Verdict, Way, judge
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from hebiao.values.enumeration import StatedSum


def other_sum(stated: StatedSum) -> Way | None:
    """Return the sum of the parts in 元 where it cannot be the whole."""
    exact, possible = Decimal(0), Interval.exactly(Decimal(0))
    for number, part in enumerate(stated.parts, start=1):
        exact += part.figure.value
        possible += part.figure.interval()
        way = Way(Fraction(exact), possible, _formula(stated, number))
        if number > 1 and judge(stated.whole.figure, (way,)) is not Verdict.CONTRADICTION:
            return None
    return None if exact < stated.whole.figure.value and not stated.complete else way


def _formula(stated: StatedSum, number: int) -> str:
    return " + ".join(part.figure.text for part in stated.parts[:number])
