"""
The text of a target or of an actual → the statement it makes.

    ≥90%                          QUANTITY        2020年6月-2021年6月      PERIOD
    提升50%                       DELTA           2023年12月30日前         DEADLINE
    3-5天                         RANGE           达成预期指标             OUTCOME
    每季度≧2场                    FREQUENCY       效果显著                 TEXT
    手册3000张；景点10处          SEVERAL         ≥**人                    PLACEHOLDER

Targets and actuals are written in the same words (an actual may repeat 不低于90%), so they
share this grammar. What cannot be read with confidence stays TEXT, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from hebiao.values.numerals import year_in_digits
from hebiao.values.outcome import Grade, done, grade
from hebiao.values.period import Masked, Period, mask, without_dates
from hebiao.values.placeholder import placeholder
from hebiao.values.quantity import Quantity, quantity
from hebiao.values.reading import Status, absent
from hebiao.values.schedule import mentioned, schedule
from hebiao.values.spelling import plain, visible
from hebiao.values.units import unit


class Kind(StrEnum):
    """What sort of statement a cell makes."""

    QUANTITY = "quantity"
    RANGE = "range"
    DEADLINE = "deadline"
    PERIOD = "period"
    FREQUENCY = "frequency"
    DELTA = "delta"
    SEVERAL = "several"
    OUTCOME = "outcome"
    TEXT = "text"
    PLACEHOLDER = "placeholder"
    NOT_APPLICABLE = "not_applicable"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Statement:
    """
    What a target or an actual states.

    `quantities` holds one, for SEVERAL more; `period` a time that was named, also beside a
    quantity; `grade` is set for OUTCOME; `done` is True or False where the words plainly say
    whether the work is done. `reason` is Chinese: what was guessed, left unread, or why a text
    with figures in it states no quantity.
    """

    text: str
    kind: Kind
    quantities: tuple[Quantity, ...] = ()
    period: Period | None = None
    grade: Grade | None = None
    done: bool | None = None
    reason: str = ""


_REMARK = re.compile(r"\([^()]*\)")
_NOTEWORTHY = re.compile(r"\( (?! \s* 不?含 ) [^0-9]* [0-9]", re.VERBOSE)
"""A remark with figures, unless it only says whether the bound counts: 90%以上（含90%）."""

_BREAK = re.compile(r"[;。]|(?<![0-9]),|,(?![0-9])")
_LIST_BREAK = re.compile(rf"[、\n\t|]|{_BREAK.pattern}")
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_DIGIT = re.compile("[0-9]")
_LONGEST: Final = 1000
"""Characters; what is longer is a report, and no figure in it is the target."""

_ABSENT: Final = {Status.EMPTY: Kind.EMPTY, Status.NOT_APPLICABLE: Kind.NOT_APPLICABLE}


@lru_cache(maxsize=8192)
def statement(text: str) -> Statement:
    """Read what a target or actual cell states; any text at all has a statement."""
    if status := absent(text):
        return Statement(text, _ABSENT[status])
    words = plain(text)
    if placeholder(text):
        return Statement(text, Kind.PLACEHOLDER)
    if graded := grade(words.strip("。.;, ")):
        return Statement(text, Kind.OUTCOME, grade=graded)
    if len(words) > _LONGEST:
        return Statement(text, Kind.TEXT, reason=f"超过{_LONGEST}字，未从中读取数量")
    masked = mask(year_in_digits(words))
    if when := schedule(masked):
        kind = Kind.DEADLINE if when.deadline else Kind.PERIOD
        return Statement(text, kind, period=when.period)
    return _measured(text, masked) or _words(text, words, masked)


def _measured(text: str, masked: Masked) -> Statement | None:
    """Read every clause that has figures; one that cannot be read leaves the cell unread."""
    words, notes = _without_remarks(without_dates(masked))
    shown = visible(text)
    spans = _clauses(words)
    counting = [(start, end) for start, end in spans if _DIGIT.search(words, start, end)]
    read = [quantity(words[start:end], shown[start:end]) for start, end in counting or spans]
    quantities = tuple(found for found in read if found)
    if not quantities or len(quantities) < len(read):
        return None
    unread = [shown[start:end].strip() for start, end in spans if (start, end) not in counting]
    notes += [f"另有文字“{other}”" for other in unread if other and counting]
    notes += [found.guess for found in quantities if found.guess]
    return Statement(
        text,
        _kind(quantities),
        quantities,
        period=mentioned(masked),
        done=done(words),
        reason="；".join(notes),
    )


def _kind(quantities: tuple[Quantity, ...]) -> Kind:
    first, *others = quantities
    if others:
        return Kind.SEVERAL
    if first.upper:
        return Kind.RANGE
    if first.change:
        return Kind.DELTA
    return Kind.FREQUENCY if first.recurs else Kind.QUANTITY


def _without_remarks(words: str) -> tuple[str, list[str]]:
    """
    Blank what stands in brackets, positions kept: 3个（公众号甲、乙） is 3个.

    A unit in brackets, 100（百分比）, is no remark. Where only the brackets hold figures,
    满意（≥90%）, it is they that are read, and that is noted.
    """
    if "(" not in words:
        return words, []
    outside = _REMARK.sub(_blanked, words)
    inside = [
        remark
        for remark in _REMARK.finditer(words)
        if _NOTEWORTHY.match(remark[0]) and _blanked(remark).isspace()
    ]
    if not inside:
        return outside, []
    if _DIGIT.search(outside) or len(inside) > 1 or quantity(outside, outside):
        return outside, ["括号内的数字未读"]
    start, end = inside[0].start() + 1, inside[0].end() - 1
    alone = " " * start + words[start:end] + " " * (len(words) - end)
    return alone, ["数字写在括号内"] if outside.strip() else []


def _blanked(remark: re.Match[str]) -> str:
    """Return blanks for a remark, for the unit of the number before it the unit itself."""
    inside = remark[0][1:-1]
    counts = _DIGIT.match(remark.string[: remark.start()].rstrip()[-1:])
    if counts and inside.strip() and unit(inside):
        return f" {inside} "
    return " " * len(remark[0])


def _clauses(words: str) -> list[tuple[int, int]]:
    """Return where each clause begins and ends; one figure is not torn from its unit below it."""
    breaks = _LIST_BREAK if len(_FIGURE.findall(words)) > 1 else _BREAK
    starts = [0]
    ends = []
    for separator in breaks.finditer(words):
        ends.append(separator.start())
        starts.append(separator.end())
    return list(zip(starts, [*ends, len(words)], strict=True))


def _words(text: str, words: str, masked: Masked) -> Statement:
    """Keep the text as words; figures in it that state nothing readable are owned up to."""
    figures = _DIGIT.search(without_dates(masked))
    return Statement(
        text,
        Kind.TEXT,
        period=mentioned(masked),
        done=done(words),
        reason="文中的数字未能读作数量" if figures else "",
    )
