"""PI11: marks for an indicator of which nothing says what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.cells import score_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "PI11",
    title="没有填写完成值而有得分",
    about="得了分的指标应写明实际完成值；填“/”“不适用”的不算空白，合并的得分有一项写明即可。",
    advice="请补填实际完成值，没有完成的请改正得分。",
    severity=Severity.WARNING,
    basis="表内栏目“实际完成值”：得分依据完成值",
    bad={"indicators.2.actual": ""},
    good={
        "indicators.2.actual": "",
        "indicators.2.score": "0",
        "indicators.2.reason": "渠道清淤改在次年实施",
        "total": "87",
    },
    sample="mof",
)
def scored_without_actual(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """Marks are given for what was reached, which the form therefore has to say."""
    for cell in score_cells(form):
        blank = [i for i in cell.indicators if i.actual and i.actual.empty]
        if cell.marks.value <= 0 or len(blank) < len(cell.indicators):
            continue
        first = blank[0]
        if first.actual:
            yield Problem(
                f"{cell.name}{_what(first)}没有填写，得分 {cell.marks}",
                at=first.actual,
                related=(cell.score,),
            )


def _what(indicator: Indicator) -> str:
    target = indicator.target
    if target is None or target.empty:
        return "目标值、完成值都"
    return f"目标“{' '.join(target.text.split())}”，完成值"
