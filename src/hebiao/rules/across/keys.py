"""
A name as written in, what it is compared by out: equal only where the names are one.

    社区图书室设备更新项目、[42-1]社区图书室设备更新   →  社区图书室设备更新
    219001-滨江市文化和旅游局（本级）                →  滨江市文化和旅游局

Stricter than `same_unit`, which takes 第一小学 for a short form of 第十一小学: across thousands
of forms a name that merely resembles another one is most likely another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hebiao.layouts.label import squeeze
from hebiao.rules.names import bare_name, code_before, same_unit

_OF_THE_UNIT_ITSELF = re.compile(r"\((?:本级|机关|局机关|本部|盖章|公章|签章|单位盖章)\)$")
_NUMBER = re.compile(r"[0-9]+|[零一二三四五六七八九十百]+|[东南西北]")


@lru_cache(maxsize=65536)
def project_key(name: str) -> str:
    """Return what a project's name is compared by: without quotes, code, and 项目 at its end."""
    return bare_name(name)


@lru_cache(maxsize=65536)
def project_code(name: str) -> str:
    """Return the code that a fiscal system printed before a project's name."""
    return code_before(name)


@lru_cache(maxsize=65536)
def unit_key(name: str) -> str:
    """Return what a unit's name is compared by; of remarks in brackets 本级 and such go."""
    return bare_name(_OF_THE_UNIT_ITSELF.sub("", squeeze(name)))


def may_be_one_unit(one: str, other: str) -> bool:
    """Return whether one name may be short for the other: not where their numbers differ."""
    if not same_unit(one, other):
        return False
    numbers = (_NUMBER.findall(unit_key(name)) for name in sorted((one, other), key=len))
    short, long = numbers
    return not (short and long) or set(short) <= set(long)
