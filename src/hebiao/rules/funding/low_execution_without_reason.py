"""FD06: little of the budget was spent and the form does not say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.explained import anywhere, funding_reasons, told
from hebiao.rules.reasons.marks_lost_without_reason import marks_lost_without_reason
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import line_rate
from hebiao.scoring.sources import disputed_split

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD06",
    title="执行率偏低而没有说明原因",
    about=(
        "执行率低于90%应说明原因：表内印明这一要求的，资金栏的原因一格空白报警告；没有印明的，"
        "全表一处原因也没有才提示，界限可设。"
    ),
    advice="请在原因栏说明执行率偏低的原因。",
    severity=Severity.WARNING,
    basis="表内原因栏“未达到90%的需说明原因”",
    sample="transfer",
    bad={
        "funding.1.executed": "200",
        "funding.1.execution_rate": "76.92%",
        "funding.2.executed": "160",
        "funding.2.execution_rate": "80%",
    },
    good={
        "funding.1.executed": "234",
        "funding.1.execution_rate": "90%",
        "funding.3.executed": "32",
        "funding.3.execution_rate": "64%",
    },
    settings=("reason_below_percent",),
)
def low_execution_without_reason(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    A low rate of execution is explained, in the cell the form has for it or anywhere else.

    A form that prints the request is held to its own cell. On the others it is a note, and
    only where neither a reason is given at all nor RS01 asks for one already.
    """
    line, printed = form.funding.total, form.standards.reason_below_percent
    limit = policy.reason_below_percent if printed is None else printed
    rate = line_rate(form.funding, line) if line else None
    if line is None or line.executed is None or rate is None or rate.exact >= limit:
        return
    stated = line.execution_rate.value if line.execution_rate else None
    if stated and stated.value >= limit:
        return
    if _silent(form, policy):
        cells = funding_reasons(form)
        where = "原因一格没有填写" if cells else "表内没有说明原因"
        yield Problem(
            f"预算执行率 {_percent(stated.value) if stated else rate.formula}，"
            f"低于 {_percent(limit)}，{where}",
            at=cells[0] if cells else line.execution_rate or line.executed,
            formula=f"{rate.formula} < {_percent(limit)}",
            related=tuple(cell for cell in (line.execution_rate, line.executed) if cell),
            severity=None if printed is not None and cells else Severity.NOTE,
        )


def _silent(form: SelfEvaluation, policy: Policy) -> bool:
    """Return whether no reason is given where one belongs, and no other rule says so."""
    if disputed_split(form, form.funding.denominator, "executed"):
        return False
    if cells := funding_reasons(form):
        return not any(told(cell) for cell in cells)
    return not anywhere(form) and not any(marks_lost_without_reason.check(form, policy))


def _percent(value: Decimal) -> str:
    return f"{plain(value)}%"
