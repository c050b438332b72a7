"""PI01: an indicator repeats the execution rate with another figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.mismatch import expected_figure
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.execution import line_rate
from hebiao.scoring.repeated import execution_rate_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import FundingLine, SelfEvaluation
    from hebiao.rules.policy import Policy
    from hebiao.scoring.computed import Way
    from hebiao.values.figure import Figure


@rule(
    "PI01",
    title="指标中的预算执行率与资金栏不一致",
    about="名为“预算执行率”的指标，其实际完成值应与资金栏的执行率相同（允许取整）。",
    advice="请核对两处执行率哪一处填错。",
    severity=Severity.ERROR,
    basis="同一张表内的预算执行率只有一个",
    bad={
        "indicators.5.level3": "预算执行率",
        "indicators.5.target": "不低于85%",
        "indicators.5.actual": "88.31%",
    },
    good={
        "indicators.5.level3": "预算执行率",
        "indicators.5.target": "不低于85%",
        "indicators.5.actual": "85%",
    },
)
def repeated_rate_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    An indicator named 预算执行率 must state the rate of the funding block, rounded at most.

    It agrees when it is the rate as stated or the exact one: where the funding block is wrong,
    only the funding block is reported.
    """
    line = form.funding.total
    for indicator in form.indicators:
        actual = execution_rate_in(indicator)
        if line is None or actual is None or indicator.actual is None:
            continue
        way = line_rate(form.funding, line)
        right = expected_figure(actual, way) if way else _stated_rate(line)
        if right and not _agrees(actual, line, way):
            cells = (line.execution_rate, form.funding.base(line), line.executed)
            yield Problem(
                f"指标“{indicator.name}”实际完成值填 {actual}，资金栏的执行率是 {right}%",
                at=indicator.actual,
                expected=right,
                formula=f"{way.formula} = {right}%" if way else None,
                related=tuple(cell for cell in cells if cell),
            )


def _stated_rate(line: FundingLine) -> str | None:
    rate = line.execution_rate.value if line.execution_rate else None
    return f"{rate.value:f}" if rate else None


def _agrees(actual: Figure, line: FundingLine, way: Way | None) -> bool:
    if way and actual.agrees(way.exact):
        return True
    rate = line.execution_rate.value if line.execution_rate else None
    return rate is not None and actual.interval().meets(rate.interval())
