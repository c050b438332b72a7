"""
Words about time → the stretch they name, and the same text with those words masked.

    2020年6月-2021年6月     from June 2020 to June 2021
    2023年12月30日前        up to 30 December 2023
    1-12月                  January to December of a year left unsaid

Dates look like figures (2020, 12, 30), so they are found first and hidden from the grammar
of quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from hebiao.values.spelling import TO


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year, as far as it is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment to another; `start` is None when only the end is stated, as in 6月底前."""

    start: Moment | None
    end: Moment


@dataclass(frozen=True, slots=True)
class Masked:
    """Plain text in which each date is one MASK and a tail of HIDDEN, and what the dates name."""

    words: str
    periods: tuple[Period, ...] = ()


MASK, HIDDEN = "\ue000", "\ue001"
"""Stand for the first and each further character of a date; positions stay what they were."""

MASKED = f"{MASK}{HIDDEN}*"

_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_IN_MONTH = rf"{_MONTH} \s* 月份? (?: \s* {_DAY} \s* [日号] | [底末初] | [上中下]旬 )?"
_IN_YEAR = rf"(?:{_YEAR} \s* 年度? \s*)"

_DATE = re.compile(
    rf"""
    (?= [0-9年第一二三四上下全当本] ) (?<! [0-9.,] )
    (?: (?P<numeric>
          {_YEAR} (?P<sign> [-/.] ) {_MONTH} (?P=sign) {_DAY} 日? (?! [0-9] )  # 2023/12/30
        | {_YEAR} [-/] {_MONTH} (?! [-/0-9] )                                  # 2020-12
        | {_YEAR} \. {_MONTH} (?= {TO} {_YEAR} \. | \s* [前底末] )             # 2020.6-2021.6
        | (?<= [-—–~至到] ) {_YEAR} \. {_MONTH} (?! [.0-9] ) )
      | (?P<years>
          {_YEAR} {TO} {_YEAR} \s* 年度? (?! \s* {_MONTH} \s* 月 )            # 2021-2023年
        | \A {_YEAR} {TO} {_YEAR} \Z )
      | (?P<months> {_IN_YEAR}? {_MONTH} {TO} {_MONTH} \s* 月份? )             # 1-12月
      | (?P<named>
          {_IN_YEAR}? (?: 第? [一二三四1-4] 季度 | [上下]半年 | 全年度? (?! 龄 ) )
        | {_YEAR} \s* 年年? [底末终初]
        | (?<! [一二两三四五六七八九十几多数每半近] ) (?: 年 [底末终初内] | 年度内 ) )
      | (?P<written>                                                           # 2020年6月30日
          (?: {_IN_YEAR} | [当本] 年度? ) (?: {_IN_MONTH} )?
        | {_IN_MONTH} )
    )
    """,
    re.VERBOSE,
)
_INTEGER = re.compile("[0-9]+")
_FIRST_YEAR: Final = 1900
_MONTHS: Final = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "1季度": (1, 3),
    "2季度": (4, 6),
    "3季度": (7, 9),
    "4季度": (10, 12),
    "底": (12, 12),
    "末": (12, 12),
    "终": (12, 12),
    "初": (1, 1),
}
"""How a name ends, and the first and last month it covers; any other is the whole year."""

_PHRASE = re.compile(
    rf"""
    (?: 截[止至] [至到]? | [在于从自] )? \s* {MASKED} (?: {TO} {MASKED} )? \s*
    (?: 之前 | 以前 | 前 | 为?止 | 期间 | 之?内 )?
    """,
    re.VERBOSE,
)


def mask(words: str) -> Masked:
    """Find every date in plain text and hide it."""
    words = words.replace(MASK, " ")
    found = list(_DATE.finditer(words))
    for date in reversed(found):
        filler = MASK + HIDDEN * (date.end() - date.start() - 1)
        words = words[: date.start()] + filler + words[date.end() :]
    return Masked(words, tuple(_period(date.lastgroup, date[0]) for date in found))


def without_dates(masked: Masked) -> str:
    """Blank each date with the words that tie it to its sentence: 截止至…, 在…前, 从…到…."""
    return _PHRASE.sub(lambda phrase: " " * len(phrase[0]), masked.words)


def joined(first: Period, second: Period) -> Period:
    """Join the two ends of 2023年1月1日至12月31日; an end without a year has the other's."""
    start = first.start
    end = second.end
    if start and end.year is None:
        end = replace(end, year=start.year)
    return Period(start, end)


def _period(kind: str | None, written: str) -> Period:
    integers = [int(digits) for digits in _INTEGER.findall(written)]
    year = integers[0] if integers and integers[0] >= _FIRST_YEAR else None
    rest = integers if year is None else integers[1:]
    if kind == "years":
        return Period(Moment(year), Moment(rest[0]))
    if kind == "months":
        return Period(Moment(year, rest[0]), Moment(year, rest[1]))
    if kind == "named" or not integers:
        first, last = next(
            (months for name, months in _MONTHS.items() if written.endswith(name)), (1, 12)
        )
        return Period(Moment(year, first), Moment(year, last))
    moment = Moment(year, *rest)
    return Period(moment, moment)
