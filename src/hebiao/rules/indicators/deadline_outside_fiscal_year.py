"""PI14: an indicator names a time outside the year of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.values.target import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.period import Period
    from hebiao.values.target import Statement

_TIMES = (Kind.DEADLINE, Kind.PERIOD)


@rule(
    "PI14",
    title="指标的时间不在填报年度",
    about=(
        "时效指标的目标和完成时间一般在填报年度之内。跨年建设常见，只有在填报年度之前就结束、或次年"
        "之后才开始的时间才提示。"
    ),
    advice="请核对年份，常见原因是沿用了上年的表。",
    severity=Severity.NOTE,
    basis="年度绩效指标考核填报年度的完成情况",
    bad={"indicators.4.target": "2023年10月底前"},
    good={"indicators.4.target": "2025年1月底前"},
    sample="mof",
)
def deadline_outside_fiscal_year(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A time that ends before the fiscal year is last year's form, or a slip in the year.

    Works go on over the end of a year and are finished before the form is due, so the year
    after is no finding, nor is a period that began before and ends after.
    """
    year = form.fiscal_year
    for indicator in form.indicators if year else ():
        for what, stated in (("目标", indicator.target), ("完成值", indicator.actual)):
            if stated and year and (where := _outside(stated, year)):
                yield Problem(
                    f"“{indicator.name}”{what}“{' '.join(stated.text.split())}”在{where}，"
                    f"本表是 {year} 年度的",
                    at=stated,
                    confidence=Confidence.LOW,
                )


def _outside(stated: Stated[Statement], year: int) -> str | None:
    """Return on which side of the year, and of the one after, a time lies; None if within."""
    said = stated.value
    if said is None or said.kind not in _TIMES or said.period is None:
        return None
    first, last = _years(said.period)
    if last is not None and last < year:
        return "填报年度之前"
    return "填报年度次年以后" if first is not None and first > year + 1 else None


def _years(period: Period) -> tuple[int | None, int | None]:
    """Return the years a time begins and ends in; a deadline has only its end."""
    start = period.start.year if period.start else period.end.year
    return start or period.end.year, period.end.year
