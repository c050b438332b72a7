"""BT01: two forms for the same project of one unit and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.rule import Severity
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hebiao.records import Stated
    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.values.figure import Figure

_FIGURES: dict[str, Callable[[FiledForm], Stated[Figure] | None]] = {
    "总分": lambda form: form.total,
    "预算数": lambda form: form.money.budget,
    "执行数": lambda form: form.money.executed,
}


@across_rule(
    "BT01",
    title="同一个项目报了不止一次",
    about=(
        "同一单位、同一年度、同一个项目名称应只有一张自评表。名称里的空格、括号、引号、编码和末尾"
        "的“项目”不算不同；一期、二期，编码不同的，不同单位、不同年度的，都不算重复。没有写年度"
        "的，内容也相同才算。内容完全相同的文件另由 BT02 报告。"
    ),
    advice="请确认以哪一张为准，其余的作废。",
    severity=Severity.WARNING,
    basis="一个项目一个年度报送一张自评表",
    bad=AcrossExample(
        (Sent({"project": "社区图书室设备更新"}), Sent({"total": "95.06分"})),
    ),
    good=AcrossExample(
        (
            Sent({"project": "社区图书室设备更新（一期）"}),
            Sent({"project": "社区图书室设备更新（二期）"}),
            Sent({"implementing_unit": "滨江市文化馆"}),
            Sent({"title": "《2023年度社区图书室设备更新项目绩效自评表》"}),
        )
    ),
)
def project_submitted_twice(filed: Filed) -> Iterator[AcrossProblem]:
    """Units are compared as written, not as short forms: 第一小学 is not 第十一小学."""
    for forms in filed.projects:
        if len(forms) > 1 and (forms[0].year or _all_alike(forms)):
            year = f"，{forms[0].fiscal_year} 年度" if forms[0].year else ""
            yield AcrossProblem(
                f"“{forms[0].project_text}”（{forms[0].unit_text}{year}）有 {len(forms)} 张自评表，"
                f"{_compared(forms)}",
                tuple(place(form, form.project or form.department) for form in forms),
            )


def _all_alike(forms: Sequence[FiledForm]) -> bool:
    """Return whether the forms are one and the same, as far as is known of them."""
    blocks = {form.indicators.digest if form.indicators else "" for form in forms}
    return len(blocks) == 1 and "" not in blocks and not list(_differences(forms))


def _compared(forms: Sequence[FiledForm]) -> str:
    blank = [form for form in forms if not form.filled]
    if blank:
        return f"其中 {len(blank)} 张还没有填报"
    if different := list(_differences(forms)):
        return f"数字不同：{'；'.join(different)}"
    return "内容相同" if _all_alike(forms) else "总分、预算数、执行数相同，指标内容不同"


def _differences(forms: Sequence[FiledForm]) -> Iterator[str]:
    """Yield the figures of which no true value rounds to what all the forms say."""
    for name, figure_of in _FIGURES.items():
        stated = [figure_of(form) for form in forms]
        figures = [each.value for each in stated if each and each.value]
        unequal = bool(figures) and any(
            not one.interval().meets(figures[0].interval()) for one in figures
        )
        if unequal or 0 < len(figures) < len(forms):
            texts = (plain(each.value.value) if each and each.value else "空白" for each in stated)
            yield f"{name} {'、'.join(dict.fromkeys(texts))}"
