"""SC02: the indicators of a group have more marks than its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import plain
from hebiao.scoring.totals import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SC02",
    title="指标得分之和超过本类权重",
    about="同一类指标得分之和不能超过标签里印明的分值。",
    advice="请核对这一类各项指标的得分。",
    severity=Severity.ERROR,
    basis="一级指标标签内印明的分值",
    bad={
        "indicators.6.score": "12",
        "total": "98.06",
        "summary.total": "98.06",
        "summary.parts.效益指标": "41",
    },
    good={
        "indicators.7.score": "10",
        "indicators.7.actual": "3.2万人次",
        "total": "97.06",
        "summary.total": "97.06",
        "summary.parts.效益指标": "40",
    },
)
def group_score_over_weight(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The scores of a first-level group may not add up to more than the weight in its label.

    It is the only bound there is on forms without a column of full marks. Where a score is over
    its own full marks, PI05 says so, and here is nothing to add.
    """
    over = {cell.score.at for cell in score_cells(form) if cell.over}
    sums = {part.cells: part for part in parts(form)}
    for group in form.groups:
        part = sums.get(group.scores)
        weight = group.weight.value if group.weight else None
        if part is None or not over.isdisjoint(cell.at for cell in part.cells):
            continue
        if group.weight and weight and part.possible.low > weight.value:
            yield Problem(
                f"{group.name}各项得分合计 {plain(part.exact)}，超过权重 {plain(weight.value)}",
                at=part.cells[0],
                expected=f"不超过 {plain(weight.value)}",
                formula=f"{' + '.join(str(cell.value) for cell in part.cells)}"
                f" = {plain(part.exact)} > {plain(weight.value)}",
                related=(group.weight, *part.cells[1:]),
            )
