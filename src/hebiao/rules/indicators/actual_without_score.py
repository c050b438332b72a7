"""PI12: an indicator says what was reached and has no marks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.breakdown import is_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, IndicatorGroup, SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "PI12",
    title="填了完成值而没有得分",
    about=(
        "其他指标都有得分时，填了完成值、有分值的指标也应有得分。“其中”各行、合并的得分单元格和不"
        "适用的指标不算。"
    ),
    advice="请补填得分，没有得分的填0。",
    severity=Severity.WARNING,
    basis="表内栏目“得分”：每项指标都应计分",
    bad={"indicators.6.score": ""},
    good={"indicators.6.actual": "0户", "indicators.6.score": "0", "total": "83.5"},
    sample="mof",
)
def actual_without_score(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    An indicator with full marks and an actual has a score, were it 0.

    Without a column of full marks only a group that has marks left to give can lack one: the
    score above may be meant for the rows below it as well.
    """
    for group in form.groups:
        for indicator in group.indicators if group.scores else ():
            score, actual = indicator.score, indicator.actual
            if not score or not score.empty or not actual or not actual.value:
                continue
            if is_part(indicator) or not _worth_marks(indicator, group):
                continue
            yield Problem(
                f"“{indicator.name}”完成值“{' '.join(actual.text.split())}”，得分没有填写",
                at=score,
                related=(actual, *((indicator.full_marks,) if indicator.full_marks else ())),
                confidence=Confidence.HIGH if indicator.full_marks else Confidence.MEDIUM,
            )


def _worth_marks(indicator: Indicator, group: IndicatorGroup) -> bool:
    """Return whether the form has marks for an indicator that are not given elsewhere."""
    full = indicator.full_marks
    if full is None:
        weight = group.weight.value if group.weight else None
        given = sum((cell.value.value for cell in group.scores if cell.value), Decimal(0))
        return weight is not None and given < weight.value
    others = [other for other in group.indicators if other.number != indicator.number]
    merged = any(other.full_marks and other.full_marks.at == full.at for other in others)
    return full.value is not None and full.value.value > 0 and not merged
