"""
Two names of units in, whether one is the other misspelt out.

    滨江市文化和旅游局   滨江市文化与旅游局     yes: 和 and 与 are one
    滨江市卫生健康局     滨江市卫生健康委员会   yes: one body by two words
    滨江市文化和旅游局   滨江市文化和游旅局     yes: two signs in the wrong order
    滨江市财政局         滨江市民政局           no: one sign makes another unit
    第一小学 第二小学，张家湾村 李家湾村，东城区 西城区   no

Most units differ from some other one by a single sign, so only ways of writing that never tell
two units apart count.
"""

from __future__ import annotations

import re

_AND = re.compile("[和与及、暨]")
_BODY = re.compile("(?:委员会|委|局)$")
_LOOK_ALIKE = str.maketrans("巿帐己巳", "市账已已")
"""Signs that a glance does not tell apart; each is put down as the one that names use."""

_TELLS_APART = frozenset("一二三四五六七八九十百东南西北中上下前后左右大小新老甲乙丙丁0123456789")
_PLACES = frozenset("省市县区州盟旗镇乡村街")

_SHORTEST = 5


def respelt(one: str, other: str) -> bool:
    """Return whether two different names are one, written otherwise."""
    if one == other or min(len(one), len(other)) < _SHORTEST:
        return False
    ours, theirs = _canonical(one), _canonical(other)
    return ours == theirs or _swapped(ours, theirs)


def _canonical(name: str) -> str:
    """Return a name as it would be without ways of writing that mean nothing."""
    plain = name.translate(_LOOK_ALIKE)
    stem = _BODY.sub("局", plain)
    return _AND.sub("和", stem)


def _swapped(one: str, other: str) -> bool:
    """
    Return whether two neighbouring signs stand in the wrong order, and nothing else differs.

    Not in the name of a place, and not signs that tell units apart: 江南小学 is not 南江小学.
    """
    if len(one) != len(other):
        return False
    wrong = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    in_place = any(sign in _PLACES for sign in one[first:])
    if in_place or not _TELLS_APART.isdisjoint(one[first : second + 1]):
        return False
    return one[first] == other[second] and one[second] == other[first]
