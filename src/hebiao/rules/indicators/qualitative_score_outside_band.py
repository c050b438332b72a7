"""PI09: the marks of a qualitative indicator do not fit the outcome it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import plain
from hebiao.scoring.qualitative import band, outside
from hebiao.values.target import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation
    from hebiao.rules.policy import Policy

_JUDGED = (Kind.TEXT, Kind.OUTCOME, Kind.DEADLINE, Kind.PERIOD)


@rule(
    "PI09",
    title="定性指标得分与完成程度不相称",
    about=(
        "完成值写明达成、部分达成、未达成的定性指标，得分应在相应一档之内（80%、50%两个界限可设，"
        "表内印明的以表内为准），正好在界限上的两档都可以。"
    ),
    advice="请核对完成程度和得分，使两者在同一档。",
    severity=Severity.WARNING,
    basis="定性指标按达成、部分达成、未达成三档记分",
    bad={
        "indicators.7.score": "10",
        "indicators.7.reason": "管护人员到位较晚",
        "total": "92",
    },
    good={
        "indicators.7.score": "12",
        "indicators.7.reason": "管护人员到位较晚",
        "total": "94",
    },
    settings=("outcome_bands",),
    sample="mof",
)
def qualitative_score_outside_band(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    Each of the three outcomes has its band of marks.

    Only where one of them is stated in so many words, and beside a target without a figure:
    what was reached of a figure is a matter of its figure.
    """
    printed = form.standards.outcome_bands
    bounds = printed or policy.outcome_bands
    for cell in score_cells(form):
        indicator, full = cell.alone, cell.full
        said = indicator.actual.value if indicator and indicator.actual else None
        if not indicator or not said or not said.grade or not full or not _in_words(indicator):
            continue
        allowed = band(said.grade, full, bounds)
        if not 0 <= cell.marks.value <= full or not outside(cell.marks, allowed):
            continue
        low, high = plain(allowed.low), plain(allowed.high)
        yield Problem(
            f"“{indicator.name}”完成值“{said.text.strip()}”，分值 {plain(full)}，"
            f"这一档得 {low} 至 {high} 分，填 {cell.marks} 分",
            at=cell.score,
            expected=f"{low}–{high}",
            related=tuple(each for each in (indicator.actual, *cell.full_cells) if each),
            confidence=Confidence.HIGH if printed else Confidence.MEDIUM,
        )


def _in_words(indicator: Indicator) -> bool:
    """Return whether the target is words or a time; an empty one leaves the outcome alone."""
    target = indicator.target.value if indicator.target else None
    return target is None or (target.kind in _JUDGED and not target.quantities)
