"""PI04: far more was reached than was aimed at."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import achievements
from hebiao.scoring.computed import plain, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_PERCENT = 100


@rule(
    "PI04",
    title="实际完成值远超目标值",
    about="完成值超过目标值130%（可设）的，可能是目标定得偏低。",
    advice="请核对数字和单位，属实的请说明原因。",
    severity=Severity.NOTE,
    basis="超额完成较多的，应核对目标是否偏低并说明原因",
    bad={"indicators.2.actual": "6501册"},
    good={"indicators.2.actual": "6500册"},
    settings=("exceeded_percent",),
)
def target_far_exceeded(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    Far more than a target to be reached asks for a reason: it may have been set too low.

    Targets not to be exceeded, such as costs, are not judged here.
    """
    limit = Fraction(policy.exceeded_percent) / _PERCENT
    for indicator in form.indicators:
        reached = achievements(form)[indicator.number]
        if reached.ratio is None or reached.ratio <= limit or indicator.actual is None:
            continue
        percent = plain(rounded(_PERCENT * reached.ratio, Decimal("0.1")))
        yield Problem(
            f"“{indicator.name}”{reached.explained}，是目标的 {percent}%",
            at=indicator.actual,
            formula=f"{reached.formula} = {percent}%",
            related=(indicator.target,) if indicator.target else (),
            confidence=Confidence.MEDIUM if reached.sure else Confidence.LOW,
        )
