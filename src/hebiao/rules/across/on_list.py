"""What the rules on the office's list have in common: rows as places, names that are alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import AcrossPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.rules.across.listed import ListedProject, ProjectList

BASIS = "财政部门或主管部门的项目清单"
SETTINGS = ("project_list", "fiscal_year")
LIST = """\
项目名称,单位,预算数（万元）,执行数（万元）
社区图书室设备更新,滨江市图书馆,100.00,85.31
"""


def of_row(listed: ProjectList, row: ListedProject) -> AcrossPlace:
    """Return the place of a row of the list: it is in no form, so its index is 0."""
    return AcrossPlace(listed.source, 0, row.project, row.unit, None, f"第 {row.row} 行")


def by_project(forms: Iterable[FiledForm]) -> dict[str, list[FiledForm]]:
    """Group forms by the name of their project, whatever unit it is of."""
    groups: defaultdict[str, list[FiledForm]] = defaultdict(list)
    for form in forms:
        groups[form.project_key].append(form)
    return groups


def named(row: ListedProject) -> str:
    """Return how a message names a row of the list."""
    unit = f"（{row.unit}）" if row.unit else ""
    return f"清单第 {row.row} 行的“{row.project}”{unit}"
