"""SC09: the total is more than all the marks there are."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.full_marks import group_weight
from hebiao.scoring.totals import EXECUTION, parts, total, unscored
from hebiao.scoring.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_FULL = Decimal(100)
_BENEFITS = {f"indicators.{n}.level1": "效益指标" for n in (6, 7, 8, 9)}


@rule(
    "SC09",
    title="总分超过满分",
    about=(
        "总分不能超过总分栏所填的分值，没有填的不能超过100分；超出是因为加错，或某一项得分超过"
        "它的分值、分值合计超过100分的，由那几条规则报。"
    ),
    advice="请核对各项得分和总分。",
    severity=Severity.ERROR,
    basis="表内“总分”一行的分值；总分为百分制",
    bad=_BENEFITS
    | {
        "indicators.6.score": "15",
        "total": "101.06",
        "summary.total": "101.06",
        "summary.parts.效益指标": "44",
    },
    good=_BENEFITS
    | {
        "indicators.6.score": "13.94",
        "total": "100",
        "summary.total": "100",
        "summary.parts.效益指标": "42.94",
    },
)
def total_over_full_marks(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    No total is above its full marks.

    Most such totals have another cause, which its own rule names: a sum that is wrong, a part
    with more marks than its weight, or weights of more than 100. What is left stands here.
    """
    stated = form.total_full_marks.value if form.total_full_marks else None
    most = stated.value if stated else _FULL
    written = form.total.value if form.total else None
    if form.total is None or written is None or written.value <= most or _has_a_cause(form, most):
        return
    yield Problem(
        f"总分填 {written}，超过满分 {plain(most)}",
        at=form.total,
        expected=f"不超过 {plain(most)}",
        formula=f"{written} > {plain(most)}",
        related=tuple(cell for part in parts(form) for cell in part.cells),
    )


def _has_a_cause(form: SelfEvaluation, most: Decimal) -> bool:
    written, computed = form.total.value if form.total else None, total(form)
    if written and computed and not written.agrees(computed.exact) and not unscored(form):
        return True
    return _over_weight(form) or weigh(form.indicators).exact + _budget(form) > most


def _budget(form: SelfEvaluation) -> Decimal:
    weight = execution_weight(form.funding)
    return weight.value.value if weight and weight.value else Decimal(0)


def _over_weight(form: SelfEvaluation) -> bool:
    """Return whether a part of the total, or an indicator, has more marks than there are for it."""
    weights = {group.scores: group_weight(group) for group in form.groups}
    for part in parts(form):
        weight = _budget(form) if part.name == EXECUTION else weights.get(part.cells)
        if weight and part.exact > weight:
            return True
    both = ((i.score, i.full_marks) for i in form.indicators if i.score and i.full_marks)
    return any(s.value and f.value and s.value.value > f.value.value for s, f in both)
