"""BT09: a form was submitted for a project that is not on the office's list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.keys import unit_key
from hebiao.rules.across.on_list import BASIS, LIST, SETTINGS
from hebiao.rules.names import nearest
from hebiao.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.listed import ListedProject

_BOTH = LIST + "社区图书室设备更新（二期）,滨江市图书馆,,\n"


@across_rule(
    "BT09",
    title="报送的项目不在清单上",
    about=(
        "给了项目清单时，报送的项目都应在清单上；部门整体支出的表不算，没有写项目名称的不判断。"
        "设定了年度的，只看那个年度的表。没有给清单就不核对。"
    ),
    advice="请核对项目名称、单位名称是否写错，或清单是否漏了这个项目。",
    severity=Severity.WARNING,
    basis=BASIS,
    settings=SETTINGS,
    bad=AcrossExample((Sent(), Sent({"project": "社区图书室设备更新（二期）"})), LIST),
    good=AcrossExample((Sent(), Sent({"project": "社区图书室设备更新（二期）"})), _BOTH),
)
def unlisted_project(filed: Filed) -> Iterator[AcrossProblem]:
    """Every project is on the list; of what is missing there, the nearest name is told."""
    if filed.matching is None:
        return
    of_unit: defaultdict[str, list[str]] = defaultdict(list)
    of_others: dict[str, ListedProject] = {}
    for row in filed.matching.missing:
        of_unit[row.unit_key].append(row.project)
        of_others[row.project_key] = row
    for form in filed.matching.extra:
        alike = of_others.get(form.project_key)
        keys = {"", *map(unit_key, (unit.text for unit in form.units))}
        near = nearest(form.project_text, [name for key in keys for name in of_unit.get(key, ())])
        other = f"；清单第 {alike.row} 行的同名项目，单位是“{alike.unit}”" if alike else near
        unit = f"（{form.unit_text}）" if form.unit_text else ""
        message = f"清单上没有“{form.project_text}”{unit}{other}"
        yield AcrossProblem(message, (place(form, form.project),))
