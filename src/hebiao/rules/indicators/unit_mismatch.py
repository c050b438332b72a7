"""PI08: target and actual are in units that differ by a factor, and their figures are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import explained
from hebiao.scoring.comparison import comparisons, single
from hebiao.scoring.computed import plain
from hebiao.values.units import unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.target import Statement


@rule(
    "PI08",
    title="目标值与完成值单位不一致",
    about=(
        "两处都写明单位、单位可以换算而又不同，数字却相近的，多半有一处单位写错。没有写单位的不算。"
    ),
    advice="请核对两处的单位，统一后重新判断是否完成。",
    severity=Severity.WARNING,
    basis="完成值应与指标值使用同一计量单位",
    bad={"indicators.5.actual": "7.6元"},
    good={"indicators.5.actual": "76000元"},
    sample="mof",
)
def unit_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Figures that are alike in units that are not, 50亩 and 52公顷, are a slip of the pen.

    116.27万元 beside 1162700元 is none. Where this is found the other rules do not compare.
    """
    for indicator in form.indicators:
        both, actual = comparisons(form)[indicator.number], indicator.actual
        if not both or not both.slip or not actual:
            continue
        ours, theirs = _unit(indicator.target), _unit(actual)
        yield Problem(
            f"“{indicator.name}”{explained(indicator)}，数字相近，单位却相差"
            f" {_times(ours, theirs)} 倍（{ours}、{theirs}）",
            at=actual,
            related=(indicator.target,) if indicator.target else (),
            confidence=Confidence.MEDIUM,
        )


def _unit(stated: Stated[Statement] | None) -> str:
    quantity = single(stated)
    return quantity.written_unit if quantity else ""


def _times(*written: str) -> str:
    """Return how many of the smaller unit make one of the larger: 10000 for 万元 and 元."""
    factors = sorted(known.factor for known in map(unit, written) if known)
    return plain(factors[-1] / factors[0])
