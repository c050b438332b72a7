"""BT03: two projects report the same figures for the same indicators."""

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
from hebiao.rules.rule import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm

_FEWEST_ROWS = 3
_WORTH_A_LOOK, _CERTAIN = 4, 6
_SHOWN = 3
_UNUSUAL = {
    "indicators.2.actual": "5213册",
    "indicators.3.actual": "98.64%",
    "indicators.7.actual": "2.7135万人次",
}
_OTHER = {"project": "流动图书车购置", "implementing_unit": "滨江市文化馆"}


@across_rule(
    "BT03",
    title="不同项目的指标数字完全相同",
    about=(
        "两个项目（或两个单位、两个年度）的指标名称、目标值、完成值、得分全部相同，而完成值里又有"
        "几个不寻常的数（如 97.36%、1241.5亩），多半是抄来的。按同一个模板填 100%、整数或目标值的"
        "不算，主管部门汇总下属单位的表不算。四位以上的数算2分，三位的算1分，目标值里已有的和日期不算；满6分报警告，4、5分只作"
        "提示。"
    ),
    advice="请核对各项目的完成值，常见原因是在别的项目的表上改了名称，没有改数字。",
    severity=Severity.WARNING,
    basis="各项目应按各自的实际完成情况填报",
    bad=AcrossExample((Sent(_UNUSUAL), Sent(_UNUSUAL | _OTHER))),
    good=AcrossExample((Sent(), Sent(_OTHER))),
)
def figures_copied(filed: Filed) -> Iterator[AcrossProblem]:
    """One finding for all forms that are alike, however many; the forms of a project are one."""
    alike: defaultdict[str, list[FiledForm]] = defaultdict(list)
    for forms in filed.projects:
        block = forms[0].indicators
        if block and forms[0].filled and block.rows >= _FEWEST_ROWS:
            alike[block.digest].append(forms[0])
    for every in alike.values():
        same = list(_not_summed_up(every))
        block = same[0].indicators
        if block and len(same) > 1 and block.weight >= _WORTH_A_LOOK:
            certain = block.weight >= _CERTAIN
            yield AcrossProblem(
                f"{_named(same)}的 {block.rows} 项指标，目标值、完成值、得分全部相同",
                tuple(place(form, form.indicators.first) for form in same if form.indicators),
                severity=None if certain else Severity.NOTE,
                confidence=Confidence.HIGH if certain else Confidence.MEDIUM,
            )


def _not_summed_up(forms: Sequence[FiledForm]) -> Iterator[FiledForm]:
    """Leave out a department's form that repeats what its unit reports on the same project."""
    of_units = {_project(form) for form in forms if not form.of_department}
    for form in forms:
        if not (form.of_department and _project(form) in of_units):
            yield form


def _project(form: FiledForm) -> tuple[str, str, int | None]:
    return form.project_key, form.own_units[0], form.fiscal_year


def _named(forms: Sequence[FiledForm]) -> str:
    """Name the projects, by what tells them apart: the name, the unit or the year."""
    names = dict.fromkeys(form.project_text for form in forms)
    if len(names) == 1:
        kind = "单位" if len({form.own_units for form in forms}) > 1 else "年度"
        return f"“{next(iter(names))}”在 {len(forms)} 个{kind}"
    shown = "、".join(f"“{name}”" for name in list(names)[:_SHOWN])
    return f"{shown}{' 等' if len(names) > _SHOWN else ''} {len(forms)} 张表"
