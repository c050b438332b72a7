"""All forms that were submitted in, what the rules across forms have in common out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from hebiao.rules.across.keys import project_code
from hebiao.rules.across.matching import Matching, match
from hebiao.rules.policy import DEFAULT_POLICY, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.rules.across.listed import ProjectList

Identity: TypeAlias = tuple[str, str, tuple[str, str], int | None]
"""Project, its code, its units and its year: forms that have these in common are of one project."""


@dataclass(frozen=True)
class Filed:
    """
    Everything there is to look at together: the forms in order, and the office's list.

    The office's list is compared with the forms of the year it asks for, where it sets one.
    """

    forms: tuple[FiledForm, ...]
    listed: ProjectList | None = None
    policy: Policy = DEFAULT_POLICY

    @cached_property
    def files(self) -> tuple[tuple[FiledForm, ...], ...]:
        """The first form of each file, by what is in the file: several where it has more names."""
        by_content: defaultdict[str, dict[str, FiledForm]] = defaultdict(dict)
        for form in self.forms:
            by_content[form.sha256 or form.path].setdefault(form.path, form)
        return tuple(tuple(files.values()) for files in by_content.values())

    @cached_property
    def once(self) -> tuple[FiledForm, ...]:
        """The forms, those of a file that was sent under several names only once."""
        first = {files[0].path for files in self.files}
        return tuple(form for form in self.forms if form.path in first)

    @cached_property
    def projects(self) -> tuple[tuple[FiledForm, ...], ...]:
        """The forms of each project, and of each whole department, that name what they are on."""
        named = [form for form in self.once if form.project_key and any(form.own_units)]
        return tuple(map(tuple, _by_identity(named).values()))

    @cached_property
    def matching(self) -> Matching | None:
        """Which form belongs to which row of the list, if there is a list."""
        if self.listed is None:
            return None
        year = self.policy.fiscal_year
        wanted = (form for form in self.once if form.fiscal_year in {year, None} or year is None)
        forms = tuple(form for form in wanted if form.project_key and not form.whole)
        return match(self.listed.projects, forms)


def _by_identity(forms: Iterable[FiledForm]) -> dict[Identity, list[FiledForm]]:
    """
    Group the forms of one project.

    Where fiscal systems print different codes before one name, they are different projects; a
    form without a code is of the one with a code, if there is only one.
    """
    by_name: defaultdict[tuple[str, tuple[str, str], int | None], list[FiledForm]]
    by_name = defaultdict(list)
    for form in forms:
        by_name[form.project_key, form.own_units, form.fiscal_year].append(form)
    groups: defaultdict[Identity, list[FiledForm]] = defaultdict(list)
    for (project, units, year), same in by_name.items():
        codes = {code for form in same if (code := project_code(form.project_text))}
        only = codes.pop() if len(codes) == 1 else ""
        for form in same:
            code = project_code(form.project_text) or only
            groups[project, code, units, year].append(form)
    return groups
