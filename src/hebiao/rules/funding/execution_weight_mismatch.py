"""FD10: the 分值 of budget execution is not what the label prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD10",
    title="预算执行的分值与标签印明的不符",
    about="标签里印明了预算执行的分值的，分值（权重）一格应填同样的数。",
    advice="请把分值改为标签印明的数。",
    severity=Severity.ERROR,
    basis="表内标签“预算执行情况（10分）”印明的分值",
    sample="sichuan",
    bad={"funding.1.full_marks": "1"},
    good={"funding.1.full_marks": "10.0"},
)
def execution_weight_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """The cell of 分值 beside the total line repeats the marks that the label prints."""
    printed, line = form.funding.weight, form.funding.total
    cell = line.full_marks if line else None
    if printed and printed.value and cell and cell.value:
        marks = printed.value.value
        if cell.value.value != marks:
            yield Problem(
                f"预算执行的分值填 {cell.value}，标签印明 {plain(marks)} 分",
                at=cell,
                expected=plain(marks),
                formula=f"标签印明 {plain(marks)} 分",
                related=(printed,),
            )
