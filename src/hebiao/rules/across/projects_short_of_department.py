"""BT07: the projects of a department that were sent in are less than all of its projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.department_sum import compared, departments, formula
from hebiao.rules.rule import Confidence, Severity
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across.department_sum import Compared, Department
    from hebiao.rules.across.filed import Filed

_PROJECTS = (Sent(), Sent({"project": "流动图书车购置"}))


@across_rule(
    "BT07",
    title="项目合计少于部门整体的项目支出",
    about=(
        "报送的项目加起来少于整体自评表上的项目支出时提示一声，写明少多少：可能有项目没有报送，也"
        "可能不要求全部报送。整体表没有写项目支出、有项目没有写金额、有转移支付项目，或别的表上的"
        "部门名称可能是本部门的，都不判断。"
    ),
    advice="请核对是否还有项目没有报送自评表。",
    severity=Severity.NOTE,
    basis="部门整体的项目支出包括本部门的各个项目",
    bad=AcrossExample(
        (*_PROJECTS, Sent({"funding.3.budget": "260", "funding.1.budget": "560"}, "whole"))
    ),
    good=AcrossExample((*_PROJECTS, Sent({"department": "滨江市文化馆"}, "whole"))),
)
def projects_short_of_department(filed: Filed) -> Iterator[AcrossProblem]:
    """Even the greatest sum that the written figures allow is less than the least whole."""
    for department in departments(filed):
        short = [column for column in compared(department) if _short(column, department)]
        if short:
            yield AcrossProblem(
                f"{department.whole.unit_text}报送的项目{'；'.join(map(_said, short))}",
                tuple(place(department.whole, column.stated) for column in short),
                formula="；".join(f"{each.name} {formula(each.picked(max))}" for each in short),
                confidence=Confidence.MEDIUM,
            )


def _short(column: Compared, department: Department) -> bool:
    if column.blank or column.line != "项目支出":
        return False
    whole = column.figure.interval()
    less = not column.sum.meets(whole) and column.sum.high <= whole.low
    return less and department.complete


def _said(column: Compared) -> str:
    total, whole = column.added(max), column.figure.value
    return (
        f"{column.name}合计 {plain(total)} 万元（{len(column.terms)} 个），整体自评表的项目支出是"
        f" {plain(whole)} 万元，少 {plain(whole - total)} 万元"
    )
