"""BT05: the forms of a unit are of one year, but for one or two."""

from __future__ import annotations

from collections import Counter, defaultdict
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

_TIMES = 3


def _sent(project: str, year: int) -> Sent:
    return Sent({"project": project, "title": f"《{year}年度{project}绩效自评表》"})


_FOUR = ("流动图书车购置", "古籍修复", "展厅照明", "读者服务")


@across_rule(
    "BT05",
    title="同一单位有个别表的年度不同",
    about=(
        "一个单位的表都是同一年度的，个别表写了别的年度：前者至少是后者的三倍才报。同一个项目在多数"
        "表的年度里另有一张的，是另一年度的表，不是写错，不报；两个年度各报一套的也不报。没有写年度"
        "的不判断。"
    ),
    advice="请核对年度，常见原因是沿用了上年的文件。",
    severity=Severity.WARNING,
    basis="同一批报送的自评表属于同一年度",
    bad=AcrossExample((*(_sent(name, 2024) for name in _FOUR[:3]), _sent(_FOUR[3], 2023))),
    good=AcrossExample(
        (*(_sent(name, 2024) for name in _FOUR), *(_sent(name, 2023) for name in _FOUR[:1]))
    ),
)
def odd_fiscal_year(filed: Filed) -> Iterator[AcrossProblem]:
    """A year that hardly any form of the unit has, on a project that has no other form."""
    for forms in _by_unit(filed.once):
        years = Counter(form.fiscal_year for form in forms)
        usual, count = max(years.items(), key=lambda item: item[1])
        there = {form.project_key for form in forms if form.fiscal_year == usual}
        others = [form for form in forms if form.fiscal_year != usual]
        odd = [form for form in others if form.project_key not in there]
        if odd and len(others) * _TIMES <= count:
            others_are = f"{forms[0].units[0].text.strip()}另有 {count} 张表是 {usual} 年度"
            for form in odd:
                yield AcrossProblem(
                    f"“{form.project_text}”写的是 {form.fiscal_year} 年度，{others_are}",
                    (place(form, form.year),),
                    expected=str(usual),
                    confidence=Confidence.MEDIUM,
                )


def _by_unit(forms: Sequence[FiledForm]) -> Iterator[list[FiledForm]]:
    """Yield the forms of each department, or of the unit where no department is named."""
    units: defaultdict[str, list[FiledForm]] = defaultdict(list)
    for form in forms:
        if form.year and form.unit_keys and form.unit_keys[0]:
            units[form.unit_keys[0]].append(form)
    yield from units.values()
