"""FM05: the titles and the summary of one form name different years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.rules.years import named_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM05",
    title="前后年度不一致",
    about="表题、摘要标题、摘要正文写的年度应当相同，以表题为准。",
    advice="请核对年度，常见原因是沿用了上年的文件。",
    severity=Severity.WARNING,
    basis="同一张自评表只对应一个年度",
    bad={"heading": "《2023年度社区图书室设备更新项目自评结果》摘要版"},
    good={"heading": "《２０２４年度社区图书室设备更新项目自评结果》摘要版"},
)
def fiscal_year_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The title, the heading of the summary and its first sentence must name one year.

    The title over the table is taken as the measure: it belongs to the table most closely.
    """
    years = named_years(form)
    if not years:
        return
    first = years[0]
    for year in years[1:]:
        if year.value != first.value:
            message = f"这里写的是 {year.value} 年度，表题写的是 {first.value} 年度"
            yield Problem(message, at=year, expected=str(first.value), related=(first,))
