"""FM13: the project is none of those the office asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.names import nearest, same_project, unit_names
from hebiao.rules.policy import Policy
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation


@rule(
    "FM13",
    title="项目不在应填报的清单里",
    about=(
        "设定了项目清单时，表内项目名称应在清单里；前面多出编码、地名或单位名不算不同。没有设定"
        "就不核对。"
    ),
    advice="请核对项目名称是否写错、写了简称，或清单是否漏了这个项目。",
    severity=Severity.WARNING,
    basis="财政部门设定的项目清单",
    settings=("projects",),
    policy=Policy(projects=("社区图书室设备更新项目", "文化馆消防改造项目")),
    bad={
        "project": "社区图书馆设备更新项目",
        "title": "《2024年度社区图书馆设备更新项目绩效自评表》",
        "heading": "《2024年度社区图书馆设备更新项目自评结果》摘要版",
        "summary.subject": "滨江市文化和旅游局社区图书馆设备更新项目",
    },
    good={"project": "42120024T000012-社区图书室设备更新"},
)
def project_not_in_list(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """The project of the form is one of the list, by whatever code or place in front."""
    project = form.project
    if not policy.projects or not project or not project.value:
        return
    if not any(same_project(project.value, each, *unit_names(form)) for each in policy.projects):
        yield Problem(
            f"清单里没有“{project.value}”{nearest(project.value, policy.projects)}", at=project
        )
