"""
A clause with one number in it → its parts, in the order they are written.

    项目实际完成率应达到75%以上      label 项目实际完成率 · 达到 · 75 % · 以上
    培训3-5个村                      label 培训 · 3 – 5 个 · rest 村
    每季度两场                       label 每季度 · 2 场

What the parts amount to is for `quantity` to say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hebiao.values.number import NUMBER, Number, exactly
from hebiao.values.numerals import NUMERAL, NUMERAL_SIGNS, numeral
from hebiao.values.operators import SUFFIX, left
from hebiao.values.spelling import TO
from hebiao.values.units import UNIT
from hebiao.values.units import unit as known_unit

_NUMBER = re.compile(
    rf"""
    (?: 百分之 \s* )?
    (?: (?<! [0-9A-Za-z.,] ) (?P<low> {NUMBER} )
        \s* (?P<low_unit> [^\s0-9.,;:~至到—–-]{{1,8}}? )? {TO} (?: 百分之 \s* )? )?
    (?: (?<! [0-9A-Za-z.,] ) | (?<= \A[ZW] ) ) (?P<number> {NUMBER} ) (?! [0-9] | [.,][0-9] )
    """,
    re.VERBOSE,
)
_RIGHT = re.compile(
    rf"""
    \s* (?: (?P<power> [百千万亿] )? (?P<more> [余多] ) )?
    \s* (?P<unit> {UNIT} )?
    \s* (?: 之间 )? (?P<after> {SUFFIX} )?
    (?P<rest> .* )
    """,
    re.VERBOSE | re.DOTALL,
)
_EVERY = re.compile(r"每\w{1,3}$")
PUNCTUATION = " \t\n。.,;:、!"


class Term(NamedTuple):
    """A number, its unit as written, and both as written."""

    number: Number
    unit: str
    text: str


class Clause(NamedTuple):
    """The parts of a clause; `low` only where a range begins with it, `more` for 100多人."""

    label: str
    comparisons: tuple[str, ...]
    low: Term | None
    high: Term
    more: str
    after: str
    rest: str


def clause(words: str, written: str) -> Clause | None:
    """
    Take a clause apart around its only number or range.

    `words` is plain text, `written` the same positions as typed. None where no number stands,
    or more than one, or one that is part of a name: G20, COVID-19, 2023.1.1.
    """
    found = list(_NUMBER.finditer(words))
    if not found:
        return _spelled_out(words, written)
    if len(found) > 1 or known_unit(found[0]["low_unit"] or "") is None:
        return None
    return _around(found[0], words, written)


def _around(found: re.Match[str], words: str, written: str) -> Clause | None:
    head = words[: found.start()].rstrip()
    sign = head[-1:] if head[-1:] in {"+", "-"} else ""
    before = left(head.removesuffix(sign))
    right = _RIGHT.match(words, found.end())
    if right is None or (sign and before.label):
        return None
    return Clause(
        label="".join(before.label.split()).strip(PUNCTUATION),
        comparisons=before.words,
        low=_low(found, written),
        high=_high(found, right, sign, written),
        more=right["more"] or "",
        after=right["after"] or "",
        rest="".join(right["rest"].split()).strip(PUNCTUATION),
    )


def _low(found: re.Match[str], written: str) -> Term | None:
    if found["low"] is None:
        return None
    end = found.end("low_unit") if found["low_unit"] else found.end("low")
    text = written[found.start("low") : end]
    return Term(exactly(found["low"]), found["low_unit"] or "", text)


def _high(found: re.Match[str], right: re.Match[str], sign: str, written: str) -> Term:
    unit = right["unit"] or ("%" if found[0].startswith("百分之") else "")
    end = right.end("unit") if right["unit"] else found.end()
    start = found.start() if found["low"] is None else found.start("number")
    text = sign + written[start:end].strip()
    return Term(exactly(sign + found["number"]), (right["power"] or "") + unit, text)


@cache
def _spelled() -> re.Pattern[str]:
    """Compile the pattern of 不超过三天 when a text first needs it: it is large."""
    return re.compile(
        rf"""
        (?P<head> .*? )
        (?P<per_cent> 百分之 \s* )? (?P<numeral> {NUMERAL} )
        \s* (?P<unit> (?! 月 ) {UNIT} )? \s* (?P<after> {SUFFIX} )?
        """,
        re.VERBOSE | re.DOTALL,
    )


def _spelled_out(words: str, written: str) -> Clause | None:
    """
    Read 两栋, 半小时, 不超过三天, 每月一次, 百分之九十以上.

    Words like 一 and 两 are everywhere (统一, 一次性, 两个维护), so the clause must be the
    numeral and a known unit, with nothing behind them and only comparisons or 每月 before.
    """
    if NUMERAL_SIGNS.isdisjoint(words):
        return None
    found = _spelled().fullmatch(words.strip(PUNCTUATION))
    read = numeral(found["numeral"]) if found else None
    if found is None or read is None:
        return None
    before = left(found["head"])
    unit = "%" if found["per_cent"] else found["unit"]
    if not unit or not (found["per_cent"] or not before.label or _EVERY.match(before.label)):
        return None
    text = written.strip()
    return Clause(
        before.label, before.words, None, Term(read, unit, text), "", found["after"] or "", ""
    )
