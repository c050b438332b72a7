"""BT08: a project of the office's list for which no form was submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.on_list import BASIS, LIST, SETTINGS, by_project, named, of_row
from hebiao.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across.filed import Filed

_TWO = LIST + "灌溉泵站维修,灌区管理处,,\n"


@across_rule(
    "BT08",
    title="清单上的项目没有报送",
    about=(
        "给了项目清单时，清单上的每个项目都应有自评表。项目名称前多出编码、地名、单位名，单位写"
        "简称的，算同一个；别的单位的同名项目不算。没有给清单就不核对。"
    ),
    advice="请催报，或核对清单和表上的项目名称、单位名称是否写得不同。",
    severity=Severity.WARNING,
    basis=BASIS,
    settings=SETTINGS,
    bad=AcrossExample((Sent({"project": "社区图书室设备更新"}),), _TWO),
    good=AcrossExample((Sent(), Sent({"project": "2024T12-滨江市灌溉泵站维修"}, "mof")), _TWO),
)
def listed_project_missing(filed: Filed) -> Iterator[AcrossProblem]:
    """Every row has its form; where another unit sent one of that name, that is said."""
    if filed.listed is None or filed.matching is None:
        return
    extra = by_project(filed.matching.extra)
    for row in filed.matching.missing:
        alike = extra.get(row.project_key, [])
        other = f"；报送的同名项目，单位是“{alike[0].unit_text}”" if alike else ""
        yield AcrossProblem(
            f"{named(row)}没有报送自评表{other}",
            (of_row(filed.listed, row), *(place(form, form.project) for form in alike[:1])),
        )
