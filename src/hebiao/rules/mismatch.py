"""
A written figure and the ways to compute it in, the problem out, if there is one.

    CONTRADICTION  →  填 69.47%，应为 67.94%                         as grave as the rule says
    ROUNDING       →  填 80%，只有把 2、3 都当作取整后的数才说得通      a note of low confidence
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity
from hebiao.scoring.computed import Verdict, judge, plain, rounded

if TYPE_CHECKING:
    from hebiao.records import Stated
    from hebiao.scoring.computed import Way
    from hebiao.values.figure import Figure

_CENT = Decimal("0.01")


def mismatch(
    stated: Stated[Figure] | None,
    ways: tuple[Way, ...],
    *,
    what: str,
    related: tuple[Stated[Figure] | None, ...] = (),
) -> Problem | None:
    """Return what is wrong with a figure that follows from others, named `what`, or None."""
    if stated is None or stated.value is None or not ways:
        return None
    verdict = judge(stated.value, ways)
    if verdict is Verdict.CONSISTENT:
        return None
    way = ways[0]
    expected = expected_figure(stated.value, way)
    unit = "%" if stated.value.unit == "%" else ""
    known = tuple(figure for figure in related if figure)
    formula = f"{way.formula} = {expected}{unit}"
    if verdict is Verdict.CONTRADICTION:
        message = f"{what}填 {stated.value}，应为 {expected}{unit}"
        return Problem(
            message,
            at=stated,
            expected=expected,
            formula=formula,
            related=known,
            otherwise=f"{what}填 {stated.value}，按所填数字算是 {expected}{unit}",
        )
    return Problem(
        f"{what}填 {stated.value}，按所填数字算是 {expected}{unit}；"
        "只有参与计算的数字本身经过取整，两者才不矛盾",
        at=stated,
        expected=expected,
        formula=formula,
        related=known,
        severity=Severity.NOTE,
        confidence=Confidence.LOW,
    )


def expected_figure(written: Figure, way: Way) -> str:
    """Return what the figure should be, to at least the cent and as precisely as it was written."""
    return plain(rounded(way.exact, min(written.quantum, _CENT)))
