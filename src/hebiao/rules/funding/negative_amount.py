"""FD11: an amount below zero in the total line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD11",
    title="资金总额为负数",
    about="年度资金总额的预算数、执行数不会小于0；各资金来源因调减写成负数的不查。",
    advice="请核对金额，多半是多写了负号。",
    severity=Severity.WARNING,
    basis="表内“年度资金总额”一行",
    sample="mof",
    bad={
        "funding.1.initial_budget": "-100.00",
        "funding.2.initial_budget": "-100.00",
    },
    good={
        "funding.1.initial_budget": "0.00",
        "funding.2.initial_budget": "5.00",
        "funding.3.initial_budget": "-5.00",
    },
)
def negative_amount(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """No budget and no expenditure of a year is below zero; a source may be, where it was cut."""
    line = form.funding.total
    amounts = (line.initial_budget, line.budget, line.executed) if line else ()
    for amount in amounts:
        if amount and amount.value and amount.value.value < 0:
            yield Problem(f"年度资金总额填 {amount.value}，不应为负数", at=amount)
