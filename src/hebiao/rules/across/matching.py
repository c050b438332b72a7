"""
The rows of the office's list and the forms in, which form belongs to which row out.

Three rounds, each with what the one before left over:

    own unit     project and the unit that spends the money are the same
    any unit     the project is, and the department is the unit of the row
    alike        the project may have a place or a unit in front, the unit may be written short
                 or be blank on one side

Where a row fits forms of several units or years, or a form several rows, nothing is guessed: they
are `unclear`. A project that was submitted twice belongs to its row with both its forms.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from hebiao.rules.across.keys import may_be_one_unit, unit_key
from hebiao.rules.names import cores_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.rules.across.listed import ListedProject

Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the list and the forms that belong to it, or may."""

    row: ListedProject
    forms: tuple[FiledForm, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the rows and of the forms, each in their order."""

    matched: tuple[Pair, ...]
    unclear: tuple[Pair, ...]
    missing: tuple[ListedProject, ...]
    extra: tuple[FiledForm, ...]


@dataclass
class _Draft:
    """Collects what belongs together, and knows what is left over."""

    rows: Sequence[ListedProject]
    forms: Sequence[FiledForm]
    matched: dict[int, tuple[int, ...]] = field(default_factory=dict)
    unclear: dict[int, tuple[int, ...]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def free_rows(self) -> list[int]:
        gone = self.matched.keys() | self.unclear.keys()
        return [number for number in range(len(self.rows)) if number not in gone]

    def free_forms(self) -> list[int]:
        return [number for number in range(len(self.forms)) if number not in self.taken]

    def settle(self, meant: dict[int, list[int]]) -> None:
        """Take each row with the forms it may mean, where that is clear."""
        rivals: defaultdict[int, int] = defaultdict(int)
        for numbers in meant.values():
            for number in numbers:
                rivals[number] += 1
        for row, numbers in meant.items():
            of_one = len({(self.forms[n].own_units, self.forms[n].fiscal_year) for n in numbers})
            clear = of_one == 1 and all(rivals[number] == 1 for number in numbers)
            (self.matched if clear else self.unclear)[row] = tuple(numbers)
        self.taken.update(rivals)

    def pairs(self, found: dict[int, tuple[int, ...]]) -> tuple[Pair, ...]:
        return tuple(
            Pair(self.rows[row], tuple(self.forms[n] for n in found[row])) for row in sorted(found)
        )


def match(rows: Sequence[ListedProject], forms: Sequence[FiledForm]) -> Matching:
    """Return which form belongs to which row."""
    draft = _Draft(rows, forms)
    draft.settle(_by_key(draft, lambda form: form.unit_keys[-1:]))
    draft.settle(_by_key(draft, lambda form: form.unit_keys))
    draft.settle(_alike(draft))
    return Matching(
        draft.pairs(draft.matched),
        draft.pairs(draft.unclear),
        tuple(rows[number] for number in draft.free_rows()),
        tuple(_not_covered(draft)),
    )


def _not_covered(draft: _Draft) -> Iterator[FiledForm]:
    """Yield what is left over of the forms, but for those of units below that of a row."""
    gone = draft.matched.keys() | draft.unclear.keys()
    covered = {(draft.rows[n].project_key, draft.rows[n].unit_key) for n in gone}
    for number in draft.free_forms():
        form = draft.forms[number]
        if (form.project_key, form.own_units[0]) not in covered:
            yield form


def _by_key(draft: _Draft, units: Callable[[FiledForm], Iterable[str]]) -> dict[int, list[int]]:
    """Return for each row the forms with the same project, and its unit among the given."""
    by_key: defaultdict[Key, list[int]] = defaultdict(list)
    for number in draft.free_forms():
        form = draft.forms[number]
        for unit in dict.fromkeys(units(form)):
            by_key[form.project_key, unit].append(number)
    meant = {}
    for number in draft.free_rows():
        row = draft.rows[number]
        if row.unit_key and (found := by_key.get((row.project_key, row.unit_key))):
            meant[number] = found
    return meant


def _alike(draft: _Draft) -> dict[int, list[int]]:
    """Return for each row the forms whose project and unit may be its own, if written otherwise."""
    by_core: defaultdict[str, list[int]] = defaultdict(list)
    for number in draft.free_forms():
        form = draft.forms[number]
        names = (unit.text for unit in form.units)
        for core in cores_of(form.project_text, *names):
            by_core[core].append(number)
    meant = {}
    for number in draft.free_rows():
        row = draft.rows[number]
        cores = cores_of(row.project, row.unit)
        near = sorted({n for core in cores for n in by_core.get(core, ())})
        found = [n for n in near if _may_be_of(draft.forms[n], row)]
        same = [n for n in found if draft.forms[n].project_key == row.project_key]
        if found:
            meant[number] = same or found
    return meant


def _may_be_of(form: FiledForm, row: ListedProject) -> bool:
    """Return whether a unit of the form may be that of the row; a blank one may be any."""
    if not row.unit_key or not form.units:
        return True
    signs = frozenset(row.unit_key)
    return any(
        (signs <= frozenset(key) or signs >= frozenset(key)) and may_be_one_unit(key, row.unit_key)
        for key in map(unit_key, (unit.text for unit in form.units))
    )
