"""
The text of a date cell → a date; the text of a title → its fiscal years.

    填报日期：2021年03月30日 → 2021-03-30      《2020年度…自评表》 → (2020,)
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from hebiao.values.numerals import NUMERAL, numeral, year_in_digits
from hebiao.values.reading import Reading, Status, absent
from hebiao.values.spelling import TO, plain, visible

_DATE = re.compile(
    rf"""
    (?<![0-9])    (?P<year>  [0-9]{{4}} )
    \s* [年/.、-] \s* (?P<month> [0-9]{{1,2}} | {NUMERAL} )
    \s* [月/.、-] \s* (?P<day>   [0-9]{{1,2}} | {NUMERAL} )
    (?![0-9]) (?: \s* [日号] )?
    """,
    re.VERBOSE,
)
_RUN_TOGETHER = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])")
_FORM_TO_FILL_IN = re.compile(r"(?:[^0-9:]*:)?\s*(?:(?:20)?\s*年\s*月\s*日?)?")

_YEAR = r"((?:19|20)[0-9]{2})"
_YEARS = rf"(?<![0-9]){_YEAR}\s*(?:年?{TO}{_YEAR}\s*)?"
_FISCAL_YEARS = re.compile(rf"{_YEARS}年度")
_PLAIN_YEARS = re.compile(rf"{_YEARS}年(?!\s*[0-9]{{1,2}}\s*月)")


@lru_cache(maxsize=1024)
def date(text: str) -> Reading[dt.date]:
    """
    Read the one date in the text, with its label or a signature beside it.

    Two different dates, a month without a day, and 2月30日 are unreadable: which day was meant
    is for the person who wrote it to say. `    年  月  日`, left blank, is empty.
    """
    if status := absent(text):
        return Reading(None, status)
    words = _RUN_TOGETHER.sub(r"\1-\2-\3", year_in_digits(plain(text)))
    if _FORM_TO_FILL_IN.fullmatch(words):
        return Reading(None, Status.EMPTY)
    written = {_day(found): found[0] for found in _DATE.finditer(words)}
    if not written:
        return Reading(None, Status.UNREADABLE, f"“{visible(text)}”中没有完整的年月日")
    if len(written) > 1:
        return Reading(None, Status.UNREADABLE, f"“{visible(text)}”中有不止一个日期")
    ((day, words),) = written.items()
    if day is None:
        return Reading(None, Status.UNREADABLE, f"日历上没有“{words}”这一天")
    return Reading(day, Status.READ)


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(found["year"]), _integer(found["month"]), _integer(found["day"]))
    except ValueError:
        return None


def _integer(written: str) -> int:
    """Read 3, 03 or 三; for a numeral that is none return 0, which no month or day is."""
    if written.isdigit():
        return int(written)
    spelled = numeral(written)
    return int(spelled.value) if spelled else 0


@lru_cache(maxsize=1024)
def fiscal_years(text: str) -> tuple[int, ...]:
    """
    Return the years a title or year line names, each once, in reading order.

    A year with 年度 is a fiscal year; only where no year has it does a plain 2020年 count, and
    a date such as 2021年3月 never does. Of 2021-2023年度 both ends are named.
    """
    words = year_in_digits(plain(text))
    named = _FISCAL_YEARS.findall(words) or _PLAIN_YEARS.findall(words)
    return tuple(dict.fromkeys(int(year) for ends in named for year in ends if year))
