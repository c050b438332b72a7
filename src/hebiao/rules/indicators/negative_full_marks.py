"""PI17: full marks below zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "PI17",
    title="分值为负数",
    about="每项指标的分值都大于0。",
    advice="请核对分值，多半是多写了负号。",
    severity=Severity.ERROR,
    basis="表内栏目“分值”：各项分值合计为100分",
    sample="mof",
    bad={"indicators.2.full_marks": "-10"},
    good={"indicators.2.full_marks": "10.0"},
)
def negative_full_marks(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """No indicator takes marks away; a minus sign in front of 分值 is a slip of the hand."""
    cells = {i.full_marks.at: i.full_marks for i in form.indicators if i.full_marks}
    for cell in cells.values():
        if cell.value and cell.value.value < 0:
            yield Problem(f"分值填 {cell.value}，不应为负数", at=cell)
