"""SC11: the weights printed in the labels do not add up to 100."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.totals import EXECUTION
from hebiao.scoring.weights import label_marks, several_goals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy

_Weight: TypeAlias = "tuple[str, Decimal, Stated[Any]]"

_FULL = Decimal(100)


@rule(
    "SC11",
    title="标签里印明的分值合计不是100分",
    about=(
        "预算执行的分值，加各年度绩效目标标签里印明的分值，应为100分；目标没有印明分值而只有一个"
        "目标的，加各一级指标标签里印明的分值。有一个标签没有印明的，不核对；有分值一列的，按分值"
        "一列核对。"
    ),
    advice="请核对各目标、各一级指标标签里的分值。",
    severity=Severity.ERROR,
    basis="表内标签印明的分值：预算执行情况（20分）、年度绩效目标（80分）、产出指标（40分）",
    bad={
        "indicators.1.goal": "年度绩效目标1（40分）",
        "indicators.6.goal": "年度绩效目标2（30分）",
    },
    good={
        "indicators.1.goal": "年度绩效目标1（40分）",
        "indicators.6.goal": "年度绩效目标2（40分）",
    },
)
def goal_weights_not_100(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A form without a column of full marks says in its labels what there is to score.

    Goals come before groups: the groups of several goals may be weighted within their goal.
    """
    budget = execution_weight(form.funding)
    if budget is None or budget.value is None:
        return
    weights = _goals(form) or _groups(form)
    whole = budget.value.value + sum((marks for _, marks, _ in weights), Decimal(0))
    if not weights or whole == _FULL:
        return
    terms = [f"{EXECUTION} {plain(budget.value.value)}"]
    terms += [f"{name} {plain(marks)}" for name, marks, _ in weights]
    yield Problem(
        f"标签印明的分值合计 {plain(whole)}，应为 100",
        at=weights[0][2],
        expected="100",
        formula=f"{' + '.join(terms)} = {plain(whole)}",
        related=(*(cell for _, _, cell in weights[1:]), budget),
    )


def _goals(form: SelfEvaluation) -> list[_Weight]:
    """Return the goals with the marks in their labels; none unless all of them print some."""
    goals = {group.goal.at: group.goal for group in form.groups if group.goal}.values()
    weights = [
        ("".join(goal.text.split()).partition("（")[0].partition("(")[0], marks, goal)
        for goal in goals
        if (marks := label_marks(goal))
    ]
    return weights if len(weights) == len(goals) else []


def _groups(form: SelfEvaluation) -> list[_Weight]:
    """Return the groups with the marks in their labels, where there is nothing else to go by."""
    if several_goals(form) or any(indicator.full_marks for indicator in form.indicators):
        return []
    weights = [
        (group.name, group.weight.value.value, group.weight)
        for group in form.groups
        if group.weight and group.weight.value
    ]
    return weights if len(weights) == len(form.groups) else []
