"""
A text → the sums it states beside what they are made of.

    共支出100万元，其中：设备60万元、培训30万元。     whole 100万元, parts 60万元 30万元
    设备60万元、培训30万元，合计100万元。             the same

A list with a gap is no sum, and one that may have a gap is none: where 等, 主要, 其余, 约 or the
like stands in it, or a figure without a unit, nothing is returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hebiao.values.money import AMOUNT, amount_at, amounts_in
from hebiao.values.numerals import NUMERAL
from hebiao.values.spelling import plain, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.values.money import Money

_SENTENCE = re.compile(r"[^。\n]+")
_CUE: Final = r"(?:共计|合计|总计|总共|(?<![公中])共|总(?:额|投资|预算|支出|金额|资金|经费|成本))"
_WHOLE_FIRST = re.compile(
    rf"{_CUE}(?P<what>[^,。;:0-9]{{0,12}}?)(?P<whole>{AMOUNT})\s*[,;:]?\s*(?P<bracket>\()?\s*"
    rf"其中(?P<all>\s*:)?"
)
_WHOLE_LAST = re.compile(
    rf"[,;]\s*(?:以上)?(?:共计|合计|总计)(?:为|金额|资金)?(?P<whole>{AMOUNT})\s*(?:[,;]|\Z)"
)
_CUES: Final = ("其中", "共计", "合计", "总计")
"""Words without one of which neither pattern finds a sum; most texts have none."""

_NUMBERING = re.compile(r"(?:(?<=[:;,])|\A)\s*(?:\(?[0-9]{1,2}[.、)]|[①-⑳])(?![0-9])")
_REMARK = re.compile(r"\([^()]*\)")
_ABOUT = re.compile("约|近|余|超|逾|不足|每|均|各|增|减")
_GAP = re.compile(
    "等|主要|包括|包含|其中|如|约|近|余|多万|多元|超|逾|左右|以上|以下|以内|不足|另|各项|各|每"
    "|[人户日月平]均|单价|标准|不含|扣|实际|已|执行|预算|计划|较|比|增[加收长]|减少|核减|累计"
    "|年初|上年|去年|同期|带动|节[约省支]|产值|收入|收益|利[润息]|税|(?<!公)共(?!同)|合计|总"
)
"""What a list may say that makes it more or less than the parts of a sum."""

_BARE = re.compile(r"[0-9]\s*(?:[、;:。)]|,(?![0-9]{3}(?![0-9]))|\Z)")
_SPELLED = re.compile(rf"{NUMERAL}\s*万?元")
_LONGEST_LABEL: Final = 24


@dataclass(frozen=True, slots=True)
class StatedSum:
    """
    A sum as a text states it: the words, the whole, its parts.

    `complete` says that the list claims to be all of the whole (其中：…, …合计); else it may
    name only some of it, and only parts that exceed the whole are wrong.
    """

    words: str
    whole: Money
    parts: tuple[Money, ...]
    complete: bool


@lru_cache(maxsize=1024)
def stated_sums(text: str) -> tuple[StatedSum, ...]:
    """Return every sum that a text states with its parts beside it."""
    words, shown = plain(text), visible(text)
    if not any(cue in words for cue in _CUES):
        return ()
    found = []
    for sentence in _SENTENCE.finditer(words):
        here = shown[sentence.start() : sentence.end()].strip()
        found += _whole_first(sentence[0], here) or _whole_last(sentence[0], here)
    return tuple(found)


def _whole_first(words: str, shown: str) -> list[StatedSum]:
    cues = list(_WHOLE_FIRST.finditer(words))
    if len(cues) != 1 or _GAP.search(cues[0]["what"]):
        return []
    cue = cues[0]
    closing = words.find(")", cue.end()) if cue["bracket"] else -1
    parts = _parts(words[cue.end() : closing if closing >= 0 else len(words)])
    whole = amount_at(words, cue.start("whole"))
    if whole is None or parts is None:
        return []
    return [StatedSum(shown, whole, parts, complete=bool(cue["all"]))]


def _whole_last(words: str, shown: str) -> list[StatedSum]:
    cues = list(_WHOLE_LAST.finditer(words))
    if len(cues) != 1:
        return []
    listed = words[: cues[0].start()]
    parts = _parts(listed[listed.rfind(":") + 1 :])
    whole = amount_at(words, cues[0].start("whole"))
    if whole is None or parts is None:
        return []
    return [StatedSum(shown, whole, parts, complete=True)]


def _parts(listed: str) -> tuple[Money, ...] | None:
    """Return the amounts of a list of two or more, or None where it may have a gap."""
    remarks = _REMARK.findall(listed)
    words = _NUMBERING.sub(_blank, _REMARK.sub(_blank, listed))
    if any(_has_money(remark) for remark in remarks) or _GAP.search(words):
        return None
    if "(" in words or ")" in words or _BARE.search(words) or _SPELLED.search(words):
        return None
    parts = tuple(amounts_in(words))
    labels = list(_labels(words, parts))
    if len(parts) < 2 or any(len(label) > _LONGEST_LABEL for label in labels):
        return None
    return parts


def _labels(words: str, parts: tuple[Money, ...]) -> Iterator[str]:
    """Yield what stands before each amount."""
    start = 0
    for part in parts:
        yield words[start : part.start].strip()
        start = part.end


def _has_money(remark: str) -> bool:
    return next(amounts_in(remark), None) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
