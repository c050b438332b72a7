"""
The forms before and the forms after in, which of them are of one project out.

Four rounds, each with what the one before left over:

    same      project and unit are the same
    unit      the project is; the unit is blank on one side, or the same unit written otherwise
    similar   the unit is the same, and the names of the projects are alike
    file      the unit does not differ, file name and place in the file are the same, and the
              names of the projects are half alike, or one is blank

Where several could be meant, those of the same year, then of the same file and place in it belong
together. Equal names of different units are never taken for one project: every office buys
equipment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hebiao.diff.alike import ALIKE, HALF_ALIKE, percent_alike
from hebiao.diff.side import How
from hebiao.layouts.label import squeeze
from hebiao.rules.names import same_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hebiao.diff.side import SubmittedForm

Key: TypeAlias = "Callable[[SubmittedForm], tuple[object, ...]]"
Likeness: TypeAlias = "Callable[[SubmittedForm, SubmittedForm], int | None]"
"""How much alike two forms are in per cent, or None where they cannot be of one project."""

_SEPARATORS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Match:
    """A form before and the one after, by their positions."""

    old: int
    new: int
    how: How
    percent: int


def matches(old: Sequence[SubmittedForm], new: Sequence[SubmittedForm]) -> tuple[Match, ...]:
    """Return which forms are of one project, in the order of the forms before."""
    found: list[Match] = []
    rounds: list[tuple[How, Key, Likeness]] = [
        (How.SAME, _project_and_unit, lambda *_: 100),
        (How.UNIT, _project, _unit_otherwise),
        (How.SIMILAR, _unit, _alike),
        (How.FILE, _place_in_file, _same_place),
    ]
    for how, key, likeness in rounds:
        left = _buckets(old, {match.old for match in found}, key)
        right = _buckets(new, {match.new for match in found}, key)
        for each in left.keys() & right.keys():
            ranked = _ranked(old, new, left[each], right[each], likeness)
            found += (Match(a, b, how, percent) for a, b, percent in _free(ranked))
    return tuple(sorted(found, key=lambda match: match.old))


def _buckets(
    forms: Sequence[SubmittedForm], taken: set[int], key: Key
) -> dict[tuple[object, ...], list[int]]:
    buckets: dict[tuple[object, ...], list[int]] = {}
    for number, form in enumerate(forms):
        if number not in taken and (own := key(form)):
            buckets.setdefault(own, []).append(number)
    return buckets


def _ranked(
    old: Sequence[SubmittedForm],
    new: Sequence[SubmittedForm],
    left: Iterable[int],
    right: Sequence[int],
    likeness: Likeness,
) -> list[tuple[int, int, int]]:
    """Return the pairs that may belong together, the likeliest first."""
    pairs = [
        (a, b, percent)
        for a in left
        for b in right
        if (percent := likeness(old[a], new[b])) is not None
    ]
    pairs.sort(key=lambda pair: (-pair[2], *_circumstances(old[pair[0]], new[pair[1]])))
    return pairs


def _circumstances(old: SubmittedForm, new: SubmittedForm) -> tuple[bool, ...]:
    """Return what tells two pairs apart that are equally alike; False sorts first."""
    names = _file_name(old.path) != _file_name(new.path)
    return old.year != new.year, names, old.index != new.index


def _free(ranked: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Take each form once."""
    left: set[int] = set()
    right: set[int] = set()
    taken = []
    for a, b, percent in ranked:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            taken.append((a, b, percent))
    return taken


def _project_and_unit(form: SubmittedForm) -> tuple[object, ...]:
    return (*_project(form), *_unit(form)) if form.project else ()


def _project(form: SubmittedForm) -> tuple[object, ...]:
    return (squeeze(form.project),) if form.project else ()


def _unit(form: SubmittedForm) -> tuple[object, ...]:
    return (squeeze(form.units[0]) if form.units else "",)


def _place_in_file(form: SubmittedForm) -> tuple[object, ...]:
    return (_file_name(form.path), form.index)


def _file_name(path: str) -> str:
    """Return the name without folders: the report may have been written on Windows."""
    return _SEPARATORS.split(path)[-1].casefold()


def _same_place(old: SubmittedForm, new: SubmittedForm) -> int | None:
    if old.units and new.units and not _share_a_unit(old, new):
        return None
    percent = percent_alike(squeeze(old.project), squeeze(new.project))
    return percent if percent >= HALF_ALIKE or not (old.project and new.project) else None


def _unit_otherwise(old: SubmittedForm, new: SubmittedForm) -> int | None:
    return 100 if not (old.units and new.units) or _share_a_unit(old, new) else None


def _share_a_unit(old: SubmittedForm, new: SubmittedForm) -> bool:
    return any(same_unit(one, other) for one in old.units for other in new.units)


def _alike(old: SubmittedForm, new: SubmittedForm) -> int | None:
    """Return how much alike the names of two projects of one unit are, if they are enough."""
    percent = percent_alike(squeeze(old.project), squeeze(new.project))
    return percent if old.project and percent >= ALIKE else None
