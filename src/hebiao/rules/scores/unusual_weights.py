"""SC06: the marks are not shared out among the parts as the form prescribes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.totals import EXECUTION
from hebiao.scoring.weights import misweighed, several_goals, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure

_FULL = Decimal(100)


@rule(
    "SC06",
    title="各部分分值与表式规定不同",
    about=(
        "表式规定预算执行、产出、效益、满意度各占多少分而所填不同的，提示一次，可以按项目情况"
        "调整；一级指标与表式所列不完全相同、或合计不是100分的，不比较。"
    ),
    advice="请核对是否按规定设置分值；确需调整的，请保留依据。",
    severity=Severity.NOTE,
    basis="表内注：一级指标分值统一设置为产出指标50分、效益指标30分、满意度指标10分、预算执行10分",
    sample="mof",
    bad={
        "indicators.1.full_marks": "10",
        "indicators.1.score": "10",
        "indicators.7.full_marks": "20",
        "indicators.7.score": "20",
    },
    good={
        "indicators.1.full_marks": "10",
        "indicators.1.score": "10",
        "indicators.2.full_marks": "15",
        "indicators.2.score": "15",
    },
    settings=("weights",),
)
def unusual_weights(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    The usual weights may be changed, so this is a note, and one for the form.

    Only forms that have just the parts the weights are prescribed for are compared: where one
    is missing or another was added, the others must differ.
    """
    standard = policy.weights or form.standards.weights
    found = _found(form)
    if len(standard) < 2 or found.keys() != standard.keys():
        return
    whole = sum((marks for marks, _ in found.values()), Decimal(0))
    other = [name for name, marks in standard.items() if found[name][0] != marks]
    if whole != _FULL or not other or misweighed(form) or several_goals(form):
        return
    yield Problem(
        f"分值为{_listed({name: marks for name, (marks, _) in found.items()})}，"
        f"{'本单位' if policy.weights else '表式'}规定为{_listed(standard)}",
        at=found[other[0]][1][0],
        expected=plain(standard[other[0]]),
        related=tuple(cell for name in other for cell in found[name][1]),
        confidence=Confidence.MEDIUM,
    )


def _found(form: SelfEvaluation) -> dict[str, tuple[Decimal, tuple[Stated[Figure], ...]]]:
    """Return the full marks and their cells by the part of the total; {} where some are open."""
    found: dict[str, tuple[Decimal, tuple[Stated[Figure], ...]]] = {}
    weight = execution_weight(form.funding)
    if weight and weight.value:
        found[EXECUTION] = (weight.value.value, (weight,))
    for group in form.groups:
        weighed = weigh(group.indicators)
        if not weighed.cells or weighed.blank:
            return {}
        marks, cells = found.get(group.name, (Decimal(0), ()))
        found[group.name] = (marks + weighed.exact, cells + weighed.cells)
    return found


def _listed(weights: dict[str, Decimal]) -> str:
    return "、".join(f"{name} {plain(marks)}" for name, marks in weights.items())
