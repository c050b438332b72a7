"""SC05: the full marks of a group are not those printed in its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.weights import misweighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SC05",
    title="指标分值之和与标签里的分值不符",
    about=(
        "一级、二级指标标签里印明分值的，其下各项指标的分值之和应等于它；有分值空白或写“/”而"
        "合计不足的，不核对。"
    ),
    advice="请核对这一类各项指标的分值。",
    severity=Severity.ERROR,
    basis="一级、二级指标标签内印明的分值；下级指标分值合计应等于上级设置数",
    sample="mof",
    bad={"indicators.8.level2": "服务对象满意度指标（20分）"},
    good={"indicators.8.level2": "服务对象满意度指标（10分）"},
)
def group_full_marks_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The 分值 below a label add up to the marks the label prints.

    A first-level label is reported only for what its second-level ones leave unexplained.
    """
    for wrong in misweighed(form):
        cells = wrong.found.cells
        yield Problem(
            f"{wrong.name}各项分值合计 {plain(wrong.found.exact)}，"
            f"标签印明 {plain(wrong.printed)} 分",
            at=wrong.label,
            expected=plain(wrong.found.exact),
            formula=f"{' + '.join(str(cell.value) for cell in cells)} = {plain(wrong.found.exact)}",
            related=cells,
        )
