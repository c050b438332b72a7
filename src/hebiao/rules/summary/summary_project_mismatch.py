"""SM04: the summary speaks of another project than the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import named_in_summary, same_project, unit_before, unit_names
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM04",
    title="摘要与表内项目名称不一致",
    about="摘要标题和摘要正文应写本表的项目；前面多出地名或单位名不算不同。",
    advice="请核对摘要是否属于这张表，常见原因是复制了前一个项目的标题。",
    severity=Severity.WARNING,
    basis="摘要与自评表应反映同一项目",
    bad={"heading": "《2024年度文化馆消防改造项目自评结果》摘要版"},
    good={"summary.subject": "滨江市文化和旅游局社区图书室设备更新"},
)
def summary_project_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The heading of the summary and its first sentence must name the table's project.

    A heading copied from the form before is the usual slip. The name of a place or of the
    unit in front is no other project; that it is another unit is another finding.
    """
    if not form.project or not form.project.value:
        return
    units = unit_names(form)
    for where, named in named_in_summary(form):
        if not named.value or unit_before(named.value, form.project.value):
            continue
        if not same_project(named.value, form.project.value, *units):
            message = f"{where}写的是“{named.value}”，表内项目名称是“{form.project.value}”"
            yield Problem(message, at=named, expected=form.project.value, related=(form.project,))
