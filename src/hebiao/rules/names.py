"""Two names in, whether they name the same project or the same unit out."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.records import SelfEvaluation, Stated

_QUOTES = re.compile(r"[《》“”\"'()\[\]【】]")
_CODE = re.compile(r"^(?:\[[0-9A-Za-z]+\]|[0-9A-Za-z]{3,}[-—_])(?=[\u4e00-\u9fff])")
"""What fiscal systems print before a name: 219001-某单位, [155]某单位."""

_REMARK = re.compile(r"\([^()]*\)")
_UNIT = re.compile(r"..(?:政府|街道|中心|[局委办厅院校会站所处队馆部室社司团园学])$")
_KIND = re.compile(r"(?:项目)?(?:支出)?$")
_PLACES = frozenset("省市县区州盟旗镇乡村")
_LONGEST_PLACE = 12
_SHORTEST_NAME = 4


def same_project(one: str, other: str, *units: str) -> bool:
    """
    Return whether two names name one project.

    Spaces and brackets do not count, nor does 项目 at the end, nor the name of a place or of
    one of the units in front: 政法智能化建设项目 is 某市政法智能化建设项目. A title that says
    no more than 项目支出 names no project, and so no other one.
    """
    if not _bare(one) or not _bare(other):
        return True
    bare_units = [_bare(unit) for unit in units]
    return not set(_cores(one, bare_units)).isdisjoint(_cores(other, bare_units))


def same_unit(one: str, other: str) -> bool:
    """
    Return whether two names name one unit.

    A remark in brackets or a longer form is no other, nor is a short one whose characters
    stand in the long one in their order: 市文旅局 is 滨江市文化和旅游局.
    """
    short, long = sorted((_unit_name(one), _unit_name(other)), key=len)
    rest = iter(long)
    return bool(short) and all(sign in rest for sign in short)


def unit_before(named: str, project: str) -> str:
    """Return the unit that a text names in front of the project's name, or nothing."""
    bare = _bare(named)
    for core in sorted(_cores(project, []), key=len, reverse=True):
        if bare.endswith(core) and _UNIT.search(before := bare.removesuffix(core)):
            return before
    return ""


def unit_names(form: SelfEvaluation) -> list[str]:
    """Return the units a form names; any of them may stand in front of the project's name."""
    stated = (form.unit_name, form.department, form.implementing_unit)
    return [unit.value for unit in stated if unit and unit.value]


def named_in_summary(form: SelfEvaluation) -> Iterator[tuple[str, Stated[str]]]:
    """Yield where the summary names the project, and what stands there."""
    summary = form.summary
    if summary and summary.heading and summary.heading.project:
        yield "摘要标题", summary.heading.project
    if summary and summary.subject:
        yield "摘要正文", summary.subject


def nearest(name: str, listed: Sequence[str]) -> str:
    """Return in words which entry of a list is nearest to a name, or nothing if none is near."""
    bare = {_bare(each): each for each in listed}
    near = get_close_matches(_bare(name), bare, 1)
    return f"，最接近的是“{bare[near[0]]}”" if near else ""


def bare_name(name: str) -> str:
    """Return a name without spaces, quotes, brackets, a code in front, and 项目 at its end."""
    return _bare(name)


def code_before(name: str) -> str:
    """Return the code that a fiscal system printed before a name, or nothing."""
    found = _CODE.match(squeeze(name))
    return found[0].strip("[]-—_") if found else ""


def cores_of(project: str, *units: str) -> frozenset[str]:
    """Return what `same_project` compares: two names with one of them in common are one project."""
    return frozenset(filter(None, _cores(project, [_bare(unit) for unit in units])))


def _cores(name: str, units: list[str]) -> Iterator[str]:
    """Yield the name, and the name without a unit and without a place in front."""
    bare = _bare(name)
    for start in {0, *(len(unit) for unit in units if bare.startswith(unit))}:
        rest = bare[start:]
        yield rest
        longest = min(_LONGEST_PLACE, len(rest) - _SHORTEST_NAME)
        yield from (rest[end:] for end in range(2, longest + 1) if rest[end - 1] in _PLACES)


@lru_cache(maxsize=65536)
def _unit_name(name: str) -> str:
    """Kept, since thousands of units are compared with each other."""
    return _bare(_REMARK.sub("", squeeze(name)))


def _bare(name: str) -> str:
    return _KIND.sub("", _QUOTES.sub("", _CODE.sub("", squeeze(name))))
