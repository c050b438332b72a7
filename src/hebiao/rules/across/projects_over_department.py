"""BT06: the projects of a department spend more than the department as a whole says."""

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
from hebiao.rules.rule import Severity
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across.department_sum import Compared, Department
    from hebiao.rules.across.filed import Filed

_PROJECTS = (Sent(), Sent({"project": "流动图书车购置"}))


@across_rule(
    "BT06",
    title="项目合计超过部门整体的项目支出",
    about=(
        "同一部门、同一年度既有部门整体支出自评表，又有项目自评表的，各项目预算数、执行数之和不应"
        "超过整体表上的项目支出；没有写项目支出的，不应超过合计。按各数写出的位数比较，取整造成的"
        "不同不算。报了两次的项目只算一次，转移支付项目不算，没有写年度的不判断。"
    ),
    advice="请核对整体自评表和各项目的金额，看有没有不属于本部门的项目、上年结转或其他资金。",
    severity=Severity.WARNING,
    basis="部门整体的项目支出包括本部门的各个项目",
    bad=AcrossExample(
        (
            *_PROJECTS,
            Sent({"funding.3.executed": "150.00", "funding.1.executed": "450.00"}, "whole"),
        )
    ),
    good=AcrossExample(
        (*_PROJECTS, Sent({"funding.3.executed": "171", "funding.1.executed": "471"}, "whole"))
    ),
)
def projects_over_department(filed: Filed) -> Iterator[AcrossProblem]:
    """Even the least sum that the written figures allow is more than the greatest whole."""
    for department in departments(filed):
        wrong = [column for column in compared(department) if _over(column)]
        if wrong:
            yield _problem(department, wrong)


def _over(column: Compared) -> bool:
    whole = column.figure.interval()
    return not column.sum.meets(whole) and column.sum.low >= whole.high


def _problem(department: Department, wrong: list[Compared]) -> AcrossProblem:
    first = wrong[0]
    return AcrossProblem(
        f"{department.whole.unit_text}的{'；'.join(map(_said, wrong))}",
        (
            *(place(department.whole, column.stated) for column in wrong),
            *(place(form, cell) for form, cell in first.cells),
        ),
        formula="；".join(f"{column.name} {formula(column.picked(min))}" for column in wrong),
    )


def _said(column: Compared) -> str:
    total, whole = column.added(min), column.figure.value
    return (
        f"{len(column.terms)} 个项目的{column.name}合计 {plain(total)} 万元，"
        f"整体自评表的{column.line}是 {plain(whole)} 万元，多 {plain(total - whole)} 万元"
    )
