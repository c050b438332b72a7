"""
numbering.xml and the paragraphs in order → the automatic number each of them shows.

    <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0">
        <w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>
      </w:lvl>
    </w:abstractNum>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>

A paragraph with numId 2 shows 一、, the next 二、. Such a number is nowhere in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hebiao.word.names import (
    ABSTRACT_NUM,
    ABSTRACT_NUM_ID,
    FORMAT,
    ILVL,
    IS_LGL,
    LVL,
    LVL_OVERRIDE,
    LVL_RESTART,
    LVL_TEXT,
    NUM,
    NUM_FMT,
    NUM_ID,
    NUM_STYLE_LINK,
    P_STYLE,
    R_PR,
    START,
    START_OVERRIDE,
    SUFF,
    VAL,
    Element,
    first,
    is_on,
    number,
    value,
)
from hebiao.word.numerals import numeral
from hebiao.word.package import parse
from hebiao.word.story import children
from hebiao.word.styles import Style, Styles, own_style
from hebiao.word.symbols import in_symbol_font

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Level:
    """A w:lvl: how the paragraphs of one level of a list are numbered."""

    start: int
    num_fmt: str
    padded: int  # the least number of figures
    text: str  # "%1.%2、"
    separator: str
    restart: int | None  # the level (from 1) that restarts it; 0 never; None any higher one
    legal: bool  # all numerals Arabic
    p_style: str | None
    font: str
    vanish: bool


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A w:num. Those of one w:abstractNum count on together unless they start anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts_anew: frozenset[int]  # the levels that begin again with this w:num


@dataclass(slots=True)
class Counts:
    """How far each list has counted, by w:abstractNum and level; the w:num seen so far."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)


def read_numbering(data: bytes | None, styles: Styles) -> dict[str, NumberedList]:
    """Read numbering.xml: its lists by w:numId."""
    if data is None:
        return {}
    root = parse(data)
    abstracts = {e.get(ABSTRACT_NUM_ID, ""): e for e in root.iterchildren(ABSTRACT_NUM)}
    nums = {e.get(NUM_ID, ""): e for e in root.iterchildren(NUM)}
    return {
        num_id: _read_num(num, _defining(num, abstracts, nums, styles))
        for num_id, num in nums.items()
    }


def label(
    place: Style, style_id: str | None, lists: Mapping[str, NumberedList], counts: Counts
) -> str:
    """Count one paragraph and return the number in front of it, its separator included."""
    numbered = lists.get(place.num_id or "0")
    if numbered is None:
        return ""
    ilvl = _level_of(place, style_id, numbered)
    level = numbered.levels.get(ilvl)
    if level is None:
        return ""
    values = _count(place.num_id or "", ilvl, numbered, counts)
    if level.vanish or not level.text:
        return ""
    return _written(level, numbered.levels, values) + level.separator


def _level_of(place: Style, style_id: str | None, numbered: NumberedList) -> int:
    """A level that names the paragraph's style is meant for it, whatever its w:ilvl says."""
    linked = (i for i, level in numbered.levels.items() if level.p_style == style_id is not None)
    return next(linked, place.level or 0)


def _count(num_id: str, ilvl: int, numbered: NumberedList, counts: Counts) -> dict[int, int]:
    """
    Count one up at a level; return the values of all.

    The deeper levels restart from here. A higher one that has not been used counts as used:
    where 1.1 comes first, the next paragraph of the first level is 2.
    """
    values = counts.values.setdefault(numbered.abstract, {})
    if num_id not in counts.seen:
        counts.seen.add(num_id)
        for i in numbered.starts_anew:
            values.pop(i, None)
    for i, level in numbered.levels.items():
        if i < ilvl:
            values.setdefault(i, level.start)
        elif i > ilvl and (level.restart is None or ilvl < level.restart):
            values.pop(i, None)
    values[ilvl] = values[ilvl] + 1 if ilvl in values else numbered.levels[ilvl].start
    return values


def _written(level: Level, levels: Mapping[int, Level], values: Mapping[int, int]) -> str:
    """Fill "%1.%2" with the values; a higher level not yet used shows its start."""

    def fill(match: re.Match[str]) -> str:
        ilvl = int(match[1]) - 1
        shown = levels.get(ilvl, level)
        text = numeral(values.get(ilvl, shown.start), "decimal" if level.legal else shown.num_fmt)
        return text.zfill(shown.padded) if text.isascii() else text

    if level.num_fmt == "bullet":
        return in_symbol_font(level.text, level.font) if level.font else level.text
    return re.sub(r"%([1-9])", fill, level.text)


def _defining(
    num: Element, abstracts: Mapping[str, Element], nums: Mapping[str, Element], styles: Styles
) -> Element | None:
    """Find the w:abstractNum of a w:num; one with a w:numStyleLink is defined at that style."""
    abstract = abstracts.get(value(num, ABSTRACT_NUM_ID) or "")
    link = None if abstract is None else value(abstract, NUM_STYLE_LINK)
    if link is None:
        return abstract
    linked = nums.get(styles.of_run(link).num_id or "")
    return abstract if linked is None else abstracts.get(value(linked, ABSTRACT_NUM_ID) or "")


def _read_num(num: Element, abstract: Element | None) -> NumberedList:
    levels: dict[int, Level] = {}
    starts_anew: set[int] = set()
    for lvl in () if abstract is None else abstract.iterchildren(LVL):
        levels[number(lvl.get(ILVL)) or 0] = _read_level(lvl)
    for override in num.iterchildren(LVL_OVERRIDE):
        ilvl = number(override.get(ILVL)) or 0
        lvl_of_num = first(override, LVL)
        if lvl_of_num is not None:
            levels[ilvl] = _read_level(lvl_of_num)
        start = number(value(override, START_OVERRIDE))
        if start is not None and ilvl in levels:
            starts_anew.add(ilvl)
            levels[ilvl] = replace(levels[ilvl], start=start)
    key = "" if abstract is None else abstract.get(ABSTRACT_NUM_ID, "")
    return NumberedList(key, levels, frozenset(starts_anew))


def _read_level(lvl: Element) -> Level:
    settings = {child.tag: child for child in children(lvl)}
    texts = {tag: child.get(VAL) for tag, child in settings.items()}
    num_fmt = settings.get(NUM_FMT)
    pattern = "" if num_fmt is None else num_fmt.get(FORMAT, "")  # "001, 002, 003, ..."
    style = own_style(None, settings.get(R_PR))
    return Level(
        start=number(texts.get(START)) or 0,
        num_fmt=texts.get(NUM_FMT) or "decimal",
        padded=len(pattern.partition(",")[0]),
        text=texts.get(LVL_TEXT) or "",
        separator="" if texts.get(SUFF) == "nothing" else " ",
        restart=number(texts.get(LVL_RESTART)),
        legal=IS_LGL in settings and is_on(settings[IS_LGL]),
        p_style=texts.get(P_STYLE),
        font=style.font or "",
        vanish=style.vanish or False,
    )
