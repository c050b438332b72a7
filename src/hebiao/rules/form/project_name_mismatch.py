"""FM04: the title over the table names another project than the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import same_project
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM04",
    title="表题与项目名称不一致",
    about=("表格上方标题里的项目名称应与表内“项目名称”相同；前面多出地名或单位名不算不同。"),
    advice="请核对是标题还是表内写错，常见原因是从别的表复制了标题。",
    severity=Severity.WARNING,
    basis="同一张自评表只对应一个项目",
    bad={"title": "《2024年度文化馆消防改造项目绩效自评表》"},
    good={"title": "《2024年度滨江市社区图书室设备更新项目绩效自评表》"},
)
def project_name_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The title over the table and the cell 项目名称 must name the same project.

    The name of a place or of the unit in front is no other project.
    """
    named = form.title.project if form.title else None
    if not named or not named.value or not form.project or not form.project.value:
        return
    units = [stated.text for stated in (form.department, form.implementing_unit) if stated]
    if not same_project(named.value, form.project.value, *units):
        message = f"表题写的是“{named.value}”，表内项目名称是“{form.project.value}”"
        yield Problem(message, at=named, expected=form.project.value, related=(form.project,))
