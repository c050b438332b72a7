"""FD07: the budget was changed in the year and the form does not say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.explained import funding_reasons, told
from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.sources import disputed_split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_CHANGE = ("调整", "追加", "调增", "调减", "核减", "收回")


@rule(
    "FD07",
    title="年中调整预算而没有说明理由",
    about=(
        "表内印明年中调整预算应单独说明理由的，年初预算与调整后预算数不同，而资金栏的原因一格"
        "空白（只有印好的要求也算空白）、别处也没有提到调整，报警告。"
    ),
    advice="请在原因栏说明年中调整预算的理由。",
    severity=Severity.WARNING,
    basis="表内原因栏“年中发生预算调整的应单独说明理由”",
    sample="sichuan",
    bad={
        "funding.1.initial_budget": "80.00",
        "funding.2.initial_budget": "80.00",
        "funding.1.reason": "2.年中发生预算调整的应单独说明理由",
    },
    good={
        "funding.1.initial_budget": "80.00",
        "funding.2.initial_budget": "80.00",
        "funding.1.reason": "年中追加第二批救助资金。",
    },
)
def budget_adjustment_unexplained(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Where the form asks for it, a budget that was changed in the year is explained.

    The reason may stand elsewhere, for the form says no more than 单独: then nothing is asked.
    """
    line, cells = form.funding.total, funding_reasons(form)
    if line is None or not form.standards.adjustment_explained:
        return
    first, last = line.initial_budget, line.budget
    if not first or not last or not first.value or not last.value:
        return
    if first.value.interval().meets(last.value.interval()):
        return
    if disputed_split(form, "initial_budget", "budget"):
        return
    if any(told(cell) for cell in cells) or _mentioned(form):
        return
    yield Problem(
        f"年初预算 {first.value}，调整后预算 {last.value}，"
        f"{'原因一格没有写调整的理由' if cells else '表内没有写调整的理由'}",
        at=cells[0] if cells else last,
        related=(first, last),
        confidence=Confidence.MEDIUM,
    )


def _mentioned(form: SelfEvaluation) -> bool:
    notes = (note.value for note in (*form.notes, form.measures) if note and note.value)
    return any(word in note for note in notes for word in _CHANGE)
