"""
The text of a cell in, the label it may be out: spelling, spacing and brackets set aside.

    预算执行情况（万元）⏎（20分）   →  core 预算执行情况, asides 万元, 20分
    得分（20分*执行率）            →  core 得分,        asides 20分*执行率
    年度绩效目标2（40分)           →  core 年度绩效目标,  asides 40分
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hebiao.word import Cell

LONGEST_LABEL = 60

_SPACE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_ASIDE = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)(?:[)\]】〕]|$)")
_CIRCLED = re.compile(r"\s*[①-⑳]")
_COUNT = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_ORDINAL = re.compile(rf"(?:[★☆※*]+|(?:{_COUNT})[、.)]|[(](?:{_COUNT})[)])+(?=\D)")
_TAIL = re.compile(r"[:;,.、*★☆※]+$")
_WEIGHT = re.compile(r"^(?:权重)?(\d+(?:\.\d+)?)(?:分|%)?$")
_FORMULA_WEIGHT = re.compile(r"^(\d+(?:\.\d+)?)分?[*×xX]")
UNITS_OF_MONEY = ("亿元", "万元", "元")


@dataclass(frozen=True, slots=True)
class Label:
    """A cell's text as a label: the words that decide, and what stands in brackets behind them."""

    core: str
    asides: tuple[str, ...] = ()

    @property
    def weight(self) -> Decimal | None:
        """The marks printed in the label: 40 in 产出指标（40分）, 20 in 得分（20分*执行率）."""
        for aside in self.asides:
            if found := _WEIGHT.match(aside) or _FORMULA_WEIGHT.match(aside):
                return Decimal(found[1])
        return None

    @property
    def formula(self) -> str | None:
        """The formula printed in the label: 20分*执行率."""
        return next((aside for aside in self.asides if _FORMULA_WEIGHT.match(aside)), None)

    @property
    def money(self) -> str | None:
        """The unit of money printed in the label: 万元 or 元."""
        units = (unit for unit in UNITS_OF_MONEY for aside in self.asides if unit in aside)
        return next(units, None)


def squeeze(text: str) -> str:
    """Return the text in half width, without white space and without what nobody can see."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def read_label(text: str) -> Label | None:
    """Return what the text says if it is a label, or None where it is too long to be one."""
    if len(text) > LONGEST_LABEL:
        return None
    words = _without(_ORDINAL, squeeze(_without(_CIRCLED, text)))
    core = _TAIL.sub("", _ASIDE.sub("", words))
    return Label(_without(_ORDINAL, core), tuple(_ASIDE.findall(words)))


def _without(beginning: re.Pattern[str], text: str) -> str:
    """Return the text without what it begins with; looked for at its beginning only."""
    found = beginning.match(text)
    return text[found.end() :] if found else text


def core_of(cell: Cell | None) -> str:
    """Return the words that decide which label a cell is; none for no cell or a long text."""
    label = read_label(cell.typed) if cell else None
    return label.core if label else ""


def unnumbered(core: str) -> str:
    """Return 年度绩效目标 for 年度绩效目标2."""
    return core.rstrip("0123456789")
