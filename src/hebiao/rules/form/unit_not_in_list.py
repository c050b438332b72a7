"""FM14: the unit is none of those the office asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import nearest, same_unit
from hebiao.rules.policy import Policy
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation


@rule(
    "FM14",
    title="单位不在应填报的清单里",
    about=(
        "设定了单位清单时，表内的实施单位、主管部门或表头的单位名称应有一个在清单里；编码、括号里"
        "的说明和简称不算不同。没有设定就不核对。"
    ),
    advice="请核对单位名称是否写错，或清单是否漏了这个单位。",
    severity=Severity.WARNING,
    basis="财政部门设定的单位清单",
    settings=("units",),
    policy=Policy(units=("滨江市文化和旅游局", "滨江市水利局")),
    bad={
        "department": "滨江市文化体育局",
        "caption.unit_name": "滨江市文化体育局",
        "summary.subject": "滨江市文化体育局社区图书室设备更新项目",
    },
    good={"department": "219-滨江市文化和旅游局（本级）"},
)
def unit_not_in_list(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """
    One of the units the form names is in the list.

    A list may hold departments or the units under them, so any of the names will do.
    """
    stated = (form.implementing_unit, form.department, form.unit_name)
    named = [unit for unit in stated if unit and unit.value]
    if not policy.units or not named:
        return
    if not any(same_unit(unit.value or "", each) for unit in named for each in policy.units):
        names = dict.fromkeys(unit.value or "" for unit in named)
        listed = "、".join(f"“{name}”" for name in names)
        message = f"清单里没有{listed}{nearest(named[0].value or '', policy.units)}"
        yield Problem(message, at=named[0], related=tuple(named[1:]))
