"""PI10: a qualitative indicator does not say how far it was reached, and the others do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.values.target import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation
    from hebiao.rules.policy import Policy

_SEVERAL = 2


@rule(
    "PI10",
    title="定性指标没有写明完成程度",
    about=(
        "表内多数定性指标写明达成、部分达成或未达成的，其余定性指标也应写明。写“完成”“未完成”一类的"
        "话也可以。"
    ),
    advice="请写明达成、部分达成还是未达成。",
    severity=Severity.NOTE,
    basis="定性指标按达成、部分达成、未达成三档记分",
    bad={
        "indicators.3.target": "符合规范",
        "indicators.3.actual": "达成预期指标",
        "indicators.6.target": "明显改善",
        "indicators.6.actual": "达成预期指标",
        "indicators.8.target": "较高",
        "indicators.8.actual": "农户反映良好",
    },
    good={
        "indicators.3.target": "符合规范",
        "indicators.3.actual": "达成预期指标",
        "indicators.6.target": "明显改善",
        "indicators.6.actual": "达成预期指标",
        "indicators.8.target": "较高",
        "indicators.8.actual": "已完成",
    },
    sample="mof",
)
def qualitative_without_outcome(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Marks for words are given by how far they were reached, which one has to say.

    Most forms describe it in free words, and that is no finding: only one that states the
    outcome of most of its qualitative indicators has left out the rest. One finding a form.
    """
    judged = [i for i in form.indicators if _qualitative(i)]
    silent = [i for i in judged if _leaves_open(i)]
    stated = sum(1 for i in judged if i.actual and i.actual.value and i.actual.value.grade)
    if not silent or stated < _SEVERAL or stated <= len(silent):
        return
    cells = [i.actual for i in silent if i.actual]
    names = "、".join(f"“{i.name}”" for i in silent)
    yield Problem(
        f"{stated} 项定性指标写明了完成程度，{names}的完成值没有写明",
        at=cells[0],
        expected="达成、部分达成或未达成",
        related=tuple(cells[1:]),
        confidence=Confidence.LOW,
    )


def _qualitative(indicator: Indicator) -> bool:
    """Return whether the target is words without a figure or a time, and marks were given."""
    target = indicator.target.value if indicator.target else None
    scored = indicator.score and indicator.score.value and indicator.score.value.value > 0
    return bool(scored) and target is not None and target.kind is Kind.TEXT and not target.reason


def _leaves_open(indicator: Indicator) -> bool:
    said = indicator.actual.value if indicator.actual else None
    return said is not None and said.kind is Kind.TEXT and said.done is None and not said.reason
