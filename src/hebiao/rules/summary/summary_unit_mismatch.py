"""SM07: the summary names a unit that the table does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import named_in_summary, same_unit, unit_before, unit_names
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM07",
    title="摘要单位与表内单位不一致",
    about=(
        "摘要标题和正文写在项目名称前面的单位，应是表内的主管部门、实施单位或表头的单位名称；"
        "简称不算不同。主管部门、实施单位有空白时不判断。"
    ),
    advice="请核对摘要是否属于这张表，常见原因是沿用了别的单位的文件。",
    severity=Severity.WARNING,
    basis="摘要与自评表应反映同一单位",
    bad={"summary.subject": "滨江市体育局社区图书室设备更新项目"},
    good={"summary.subject": "市文旅局社区图书室设备更新项目"},
)
def summary_unit_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    What stands in front of the project's name, and reads like a unit, is one of the form's.

    Not judged while department or unit is blank: the blank one may be the one named.
    """
    units = [unit for unit in (form.department, form.implementing_unit) if unit]
    if not form.project or not form.project.value or any(not unit.value for unit in units):
        return
    for where, named in named_in_summary(form):
        before = unit_before(named.value or "", form.project.value)
        if before and units and not any(same_unit(before, unit) for unit in unit_names(form)):
            listed = "、".join(f"{unit.label}“{unit.value}”" for unit in units)
            message = f"{where}写的单位是“{before}”，表内是{listed}"
            yield Problem(message, at=named, related=tuple(units))
