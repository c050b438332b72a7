"""FM12: the form is for another year than the office asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.policy import Policy
from hebiao.rules.rule import NotChecked, Problem, Severity, rule
from hebiao.rules.years import named_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation


@rule(
    "FM12",
    title="不是应填报的年度",
    about="设定了应填报的年度时，表题和摘要写的年度应是这一年；没有设定就不核对。",
    advice="请核对是否报错了年度的文件，或沿用了上年的表。",
    severity=Severity.WARNING,
    basis="财政部门设定的填报年度",
    settings=("fiscal_year",),
    policy=Policy(fiscal_year=2024),
    bad={
        "title": "《2023年度社区图书室设备更新项目绩效自评表》",
        "heading": "《2023年度社区图书室设备更新项目自评结果》摘要版",
        "summary.year": "2023",
        "caption.form_date": "2024年03月18日",
    },
    good={"title": "《二〇二四年度社区图书室设备更新项目绩效自评表》"},
)
def fiscal_year_unexpected(form: SelfEvaluation, policy: Policy) -> Iterator[Problem | NotChecked]:
    """
    The forms an office collects are all for one year.

    Where a form names several years of which one is the right one, that they differ is
    another finding, and enough.
    """
    if policy.fiscal_year is None:
        return
    years = named_years(form)
    if not years:
        yield NotChecked("表题和摘要都没有写明年度")
    elif policy.fiscal_year not in {year.value for year in years}:
        yield Problem(
            f"表上写的是 {years[0].value} 年度，应填报 {policy.fiscal_year} 年度",
            at=years[0],
            expected=str(policy.fiscal_year),
            related=years[1:],
        )
