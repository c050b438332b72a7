"""
A text in, what was left standing in it of the template out: the words, or None.

    指标2：            →  指标2：        受益人口数（≥**人）   →  **
    ≥X%                →  ≥X%            20XX年XX月完工        →  XX
    （100字以内）      →  （100字以内）  {项目名称}            →  {项目名称}

Names made unreadable on purpose are none: 王**、138****5678、王XX等人. Nor is a prompt that
was answered: 存在问题（200字以内）：一是…
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from hebiao.values.reading import absent
from hebiao.values.spelling import plain, visible

_NUMBERED: Final = r"指标 (?: 值 )? \s* [0-9一二三四五六七八九十]* \s* [:.…]*"
_LIMIT: Final = r"(?: 限 | 不超过 )? [0-9]+ 字 (?: 以?内 | 左右 )"
_UNIT: Final = "(?: 年 | 月 | 日 | % | 万?元 | 个 | 人 | 次 | 件 | 亩 | 公里 | 场 | 套 | 项 )"
_THING: Final = "(?: 项目 | 单位 | 部门 | 局 | 乡 | 镇 | 县 | 市 | 区 | 指标 | 工程 )"

_WHOLE = re.compile(
    rf"""
      (?: {_NUMBERED} | […\s] )+                            # 指标1：⏎指标2：⏎……
    | [≥≤<>=]+ \s* [×Xx*] \s* {_UNIT}?                     # ≥X%
    | [≥≤<>=]* \s* [×Xx*]{{2,}} \s* {_UNIT}? | [×Xx*] \s* {_UNIT}
    | [(\[]? {_LIMIT} [)\]]?
    | [(\[]? 请 (?: 在此 )? (?: 填写 (?! 人 ) | 输入 ) .*
    """,
    re.VERBOSE | re.DOTALL,
)
_WITHIN = re.compile(
    rf"""
      (?<= [≥≤<>=] ) \s* \*{{2,}}                           # (≥**人)
    | (?<! [0-9A-Za-z*] ) \*{{2,}} (?= \s* {_UNIT} )        # 完成**个, but not 138****5678
    | (?<! [A-Za-z] ) (?: [Xx]{{2,}} | ×{{2,}} ) (?= \s* (?: {_UNIT} | {_THING} ) )
    | (?<! [\w-] ) (?: [Xx]{{2,}} | ×{{2,}} ) (?! [\w-] )   # 指标1：XX
    | \{{ [^{{}}]* [\u4e00-\u9fff…] [^{{}}]* \}}
    | [(\[] {_LIMIT} [)\]] (?= [。.:\s]* \Z )
    """,
    re.VERBOSE,
)


_SIGNS: Final = frozenset("指…×Xx*字请{")
"""No text without one of these signs has anything of a template in it."""


@lru_cache(maxsize=8192)
def placeholder(text: str) -> str | None:
    """Return the first thing in a text that only a template would say."""
    if absent(text):
        return None
    words, shown = plain(text), visible(text)
    if _SIGNS.isdisjoint(words):
        return None
    if _WHOLE.fullmatch(words):
        return shown
    found = _WITHIN.search(words)
    return shown[found.start() : found.end()].strip() if found else None
