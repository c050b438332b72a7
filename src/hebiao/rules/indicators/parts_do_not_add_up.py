"""PI13: the parts of an indicator are more than the whole, or do not add up to it."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.breakdown import breakdowns
from hebiao.scoring.comparison import room, single
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.scoring.breakdown import Breakdown
    from hebiao.values.figure import Figure
    from hebiao.values.target import Statement

_SEVERAL = 2
"""The whole and one part; that one part is not all of it is what 其中 says."""


@rule(
    "PI13",
    title="“其中”各项与总项不符",
    about=(
        "单位相同时，“其中”的一项不会多于总项；各项的目标值之和等于总项目标值的，完成值之和也应等于"
        "总项完成值。百分数和每人、每月一类的数不相加。"
    ),
    advice="请核对总项和“其中”各项的完成值。",
    severity=Severity.NOTE,
    basis="“其中”各项是总项的一部分",
    bad={
        "indicators.1.level3": "清淤渠道长度",
        "indicators.1.target": "≥30公里",
        "indicators.1.actual": "31公里",
        "indicators.2.level3": "其中：支渠",
        "indicators.2.target": "≥25公里",
        "indicators.2.actual": "32公里",
    },
    good={
        "indicators.1.level3": "清淤渠道长度",
        "indicators.1.target": "≥30公里",
        "indicators.1.actual": "31公里",
        "indicators.2.level3": "其中：支渠",
        "indicators.2.target": "≥25公里",
        "indicators.2.actual": "31公里",
    },
    sample="mof",
)
def parts_do_not_add_up(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    No part is more than the whole; parts that are all of it in the targets are so in the actuals.

    Whether the rows named 其中 are all parts there are, and do not overlap, only the targets
    can tell: where these add up to the whole.
    """
    for group in form.groups:
        for broken_down in breakdowns(group):
            too_much = list(_more_than_the_whole(broken_down))
            yield from too_much or _sum(broken_down)


def _more_than_the_whole(broken_down: Breakdown) -> Iterator[Problem]:
    whole = _amount(broken_down.whole.actual)
    for part in broken_down.parts:
        one = _amount(part.actual)
        if not whole or not one or not part.actual or one.unit != whole.unit:
            continue
        if room(one).low > room(whole).high:
            yield Problem(
                f"“{part.name}”完成值“{part.actual.text.strip()}”，"
                f"多于总项“{broken_down.whole.name}”的“{_text(broken_down.whole)}”",
                at=part.actual,
                related=(broken_down.whole.actual,) if broken_down.whole.actual else (),
                confidence=Confidence.MEDIUM,
            )


def _sum(broken_down: Breakdown) -> Iterator[Problem]:
    """Yield the problem where the parts are all of the target and not all of the actual."""
    rows = (broken_down.whole, *broken_down.parts)
    aimed = [figure for row in rows if (figure := _amount(row.target))]
    reached = [figure for row in rows if (figure := _amount(row.actual))]
    complete = len(aimed) == len(reached) == len(rows) > _SEVERAL
    if not complete or len({figure.unit for figure in aimed + reached}) > 1:
        return
    if aimed[0].value != _total(aimed[1:]) or not broken_down.whole.actual:
        return
    possible = reduce(add, (room(figure) for figure in reached[1:]))
    if not possible.meets(room(reached[0])):
        total = plain(_total(reached[1:]))
        terms = " + ".join(plain(figure.value) for figure in reached[1:])
        yield Problem(
            f"“{broken_down.whole.name}”完成值“{_text(broken_down.whole)}”，"
            f"“其中”各项合计是 {total}",
            at=broken_down.whole.actual,
            expected=total,
            formula=f"{terms} = {total}",
            related=tuple(part.actual for part in broken_down.parts if part.actual),
            confidence=Confidence.MEDIUM,
        )


def _amount(stated: Stated[Statement] | None) -> Figure | None:
    """Return a quantity that can be added: no share, no rate, no range, no difference."""
    quantity = single(stated)
    if quantity is None or quantity.upper or quantity.change:
        return None
    figure = quantity.figure
    return None if figure.unit == "%" or "/" in figure.unit else figure


def _total(figures: list[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def _text(indicator: Indicator) -> str:
    return indicator.actual.text.strip() if indicator.actual else ""
