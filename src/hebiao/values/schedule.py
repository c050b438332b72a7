"""
Text whose only figures are dates → the deadline or the period it sets.

    2020年度                      a period         11月底前完成              a deadline
    2020年6月-2021年6月           a period         截止2021年3月             a deadline
    项目期间：2023年1-12月        a period         2023/11/30                a deadline
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hebiao.values.period import MASK, MASKED, Masked, Period, joined
from hebiao.values.spelling import TO

_SCHEDULE = re.compile(
    rf"(?P<before>[^0-9{MASK}]*)  {MASKED}(?:{TO}{MASKED})?  (?P<after>[^0-9{MASK}]*)", re.VERBOSE
)
_MENTION = re.compile(rf"{MASKED}(?P<second>{TO}{MASKED})?")
_UNTIL = re.compile(r"(?:截[止至][至到]?|不晚于|不迟于|不超过|最迟|早于|≤|≦|<=?)\s*$")
_BY = re.compile(r"\s*(?:之前|以前|前|为?止)(?!期)")
_INTRODUCES = re.compile(
    r"""
    (?: .* (?: [:于在从自] | 时间 | 日期 | 期间 | 期限 | 周期 | 工期 | 时限 | 计划 | 预计 ) )?
    \s* \(?
    """,
    re.VERBOSE,
)
_WITHIN = re.compile(r"\s*(?:期间|之?内)?\s*")
_COMPLETED = re.compile(
    r"""
    \s* (?: 期间 | 之?内 )? \s*
    (?: 能 | 全部 | 按时 | 已 | 已经 | 均已 | 项目 | 工程 )*
    (?: 完成 | 完工 | 竣工 | 验收 | 交付 | 到位 | 发放 | 支付 | 拨付 | 建成 | 结项 | 投入使用
      | 实施完毕 ) [^0-9]*
    """,
    re.VERBOSE,
)


class Schedule(NamedTuple):
    """A period, and whether only its end counts."""

    period: Period
    deadline: bool


def schedule(masked: Masked) -> Schedule | None:
    """
    Read a text that says when and nothing countable; None for any other.

    A single day is a deadline even without 前: nobody's work takes place on one day only.
    """
    found = _SCHEDULE.fullmatch(masked.words)
    if found is None:
        return None
    single = len(masked.periods) == 1
    period = masked.periods[0] if single else joined(*masked.periods)
    if _UNTIL.search(found["before"]) or _BY.match(found["after"]):
        return _due(period)
    if not _INTRODUCES.fullmatch(found["before"]):
        return None
    if _WITHIN.fullmatch(found["after"].strip("。.;, )")):
        return _due(period) if single and period.end.day else Schedule(period, deadline=False)
    if _COMPLETED.fullmatch(found["after"]):
        return _due(period) if single else Schedule(period, deadline=False)
    return None


def _due(period: Period) -> Schedule:
    return Schedule(Period(None, period.end), deadline=True)


def mentioned(masked: Masked) -> Period | None:
    """Return the first time a sentence names: 截止至2021年3月项目完成率应达到75%."""
    found = _MENTION.search(masked.words)
    if found is None:
        return None
    first, *later = masked.periods
    period = joined(first, later[0]) if found["second"] else first
    until = _UNTIL.search(masked.words[: found.start()]) or _BY.match(masked.words, found.end())
    return Period(None, period.end) if until else period
