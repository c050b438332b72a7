"""FM09: the date the form was filled in does not fit its fiscal year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.rules.years import agreed_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM09",
    title="填报日期与年度不合",
    about=(
        "全年的执行和完成情况到年底才有，填报日期一般在次年；早于年度的最后一天，或晚于设定的"
        "月份，请核对。日期或年度读不准、前后年度不一致时不判断。"
    ),
    advice="请核对填报日期和年度，常见原因是日期沿用了上年的文件，或年份写错。",
    severity=Severity.NOTE,
    basis="年度自评在年度结束后填报",
    settings=("latest_form_month",),
    bad={"caption.form_date": "2024年03月18日"},
    good={"caption.form_date": "2024年12月31日"},
)
def form_date_outside_window(form: SelfEvaluation, policy: Policy) -> Iterator[Problem]:
    """A year is evaluated when it is over, and not years later."""
    date, year = form.form_date, agreed_year(form)
    if not date or not date.value or not year or not year.value:
        return
    first = dt.date(year.value, 12, 31)
    latest = (year.value + 1, policy.latest_form_month)
    written = f"填报日期是 {date.value:%Y-%m-%d}，{year.value} 年度"
    if date.value < first:
        yield Problem(f"{written}还没有结束", at=date, related=(year,))
    elif (date.value.year, date.value.month) > latest:
        message = f"{written}的自评一般不晚于 {latest[0]} 年 {latest[1]} 月填报"
        yield Problem(message, at=date, related=(year,))
