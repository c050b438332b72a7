"""PI16: marks for an indicator that has no full marks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.cells import score_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure


@rule(
    "PI16",
    title="没有分值而有得分",
    about=(
        "有分值列的表，得了分的指标分值不应空白或为0。上面一行的分值够几行得分之和的，视为几行共用。"
    ),
    advice="请补填分值，或取消得分。",
    severity=Severity.NOTE,
    basis="表内栏目“分值”：计分的指标都应设定分值",
    bad={
        "indicators.2.full_marks": "0",
        "indicators.2.score": "5",
        "indicators.4.full_marks": "15",
        "indicators.4.score": "10",
        "indicators.4.reason": "雨季停工，验收推迟三天",
    },
    good={
        "indicators.2.full_marks": "0",
        "indicators.2.score": "0",
        "indicators.4.full_marks": "15",
        "indicators.4.score": "15",
    },
    sample="mof",
)
def scored_without_full_marks(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Who gives marks says how many there are.

    A blank below full marks that its score and those above it do not use up may have been
    meant as one cell with them.
    """
    left = Decimal(0)
    for cell in score_cells(form) if any(_worth(i) for i in form.indicators) else ():
        worth = sum({i.full_marks.at: _worth(i) for i in cell.indicators if i.full_marks}.values())
        blank = all(i.full_marks and i.full_marks.empty for i in cell.indicators)
        left = (left if blank else worth) - cell.marks.value
        full = cell.indicators[0].full_marks
        if full and not worth and cell.marks.value > 0 and not (blank and left >= 0):
            yield Problem(
                f"{cell.name}得分 {cell.marks}，分值{_instead(full)}",
                at=full,
                related=(cell.score,),
                confidence=Confidence.MEDIUM,
            )


def _worth(indicator: Indicator) -> Decimal:
    full = indicator.full_marks.value if indicator.full_marks else None
    return full.value if full else Decimal(0)


def _instead(full: Stated[Figure]) -> str:
    return "没有填写" if full.empty else f"填“{full.text.strip()}”"
