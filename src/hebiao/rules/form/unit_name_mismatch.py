"""FM06: the line over the table names a unit that the table does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import same_unit
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM06",
    title="单位名称前后不一致",
    about="表头的单位名称应是表内的主管部门或项目实施单位；两者有空白时不判断。",
    advice="请核对单位名称，常见原因是沿用了别的单位的文件。",
    severity=Severity.WARNING,
    basis="填报单位应为表内的主管部门或项目实施单位",
    bad={"caption.unit_name": "滨江市体育局"},
    good={"caption.unit_name": "滨江市文化和旅游局（盖章）"},
)
def unit_name_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The unit that fills in the form is its department or its implementing unit.

    Not judged while either cell is blank: the blank one may be the unit named above.
    """
    named = form.unit_name
    units = [stated for stated in (form.department, form.implementing_unit) if stated]
    if not named or not named.value or not units or any(not unit.value for unit in units):
        return
    if not any(same_unit(named.value, unit.value or "") for unit in units):
        listed = "、".join(f"{unit.label}“{unit.value}”" for unit in units)
        message = f"表头单位名称是“{named.value}”，表内是{listed}"
        yield Problem(message, at=named, related=tuple(units))
