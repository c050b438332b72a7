"""
The forms of a year in, for each department its form on the whole and the sums of its projects out.

A project that was submitted twice counts once, with whichever of its figures does less harm.
Where both the department and units below it report on a project, its own form may sum up theirs:
it alone counts. Money that goes to lower governments is not spent by the department.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from hebiao.rules.across.keys import may_be_one_unit
from hebiao.scoring.computed import plain
from hebiao.values.figure import Figure
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hebiao.records import Stated
    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm, Spending

    Column: TypeAlias = Callable[[Spending], Stated[Figure] | None]
    Group: TypeAlias = tuple[FiledForm, ...]

COLUMNS: dict[str, Column] = {
    "预算数": lambda spending: spending.budget,
    "执行数": lambda spending: spending.executed,
}
_TERMS = 8


@dataclass(frozen=True)
class Department:
    """
    A department's form on the whole, and its projects, each with the forms it was sent in.

    `left_out` says that some of its projects are not among these, `named` are by year the
    departments that any projects name, each with the characters of its name.
    """

    whole: FiledForm
    projects: tuple[Group, ...]
    left_out: bool
    named: Mapping[int | None, Mapping[str, frozenset[str]]]

    @property
    def complete(self) -> bool:
        """Whether no project is left out, and none of another name may be the department's, too."""
        own, year = self.whole.own_units[0], self.whole.fiscal_year
        others = [key for key in self._alike(year) if key != own] + self._alike(None)
        return not self.left_out and not any(may_be_one_unit(own, key) for key in others)

    def _alike(self, year: int | None) -> list[str]:
        """Return the names that may be short for its own or the other way round, found fast."""
        own = frozenset(self.whole.own_units[0])
        named = self.named.get(year, {}).items()
        return [key for key, signs in named if signs and (signs <= own or signs >= own)]


@dataclass(frozen=True)
class Compared:
    """
    A column of the projects beside what the whole form says of it.

    `line` is 项目支出, or 合计 where that is not stated; `blank` counts projects without a figure.
    """

    name: str
    line: str
    stated: Stated[Figure]
    figure: Figure
    terms: tuple[tuple[Figure, ...], ...]
    cells: tuple[tuple[FiledForm, Stated[Figure]], ...]
    blank: int

    @property
    def sum(self) -> Interval:
        """Every true sum of the projects."""
        return Interval.sum([reduce(Interval.hull, map(Figure.interval, t)) for t in self.terms])

    def added(self, pick: Callable[[Iterator[Decimal]], Decimal]) -> Decimal:
        """Return the sum, with the figure that is picked of a project that was sent twice."""
        return sum(self.picked(pick), Decimal(0))

    def picked(self, pick: Callable[[Iterator[Decimal]], Decimal]) -> list[Decimal]:
        """Return one figure of each project."""
        return [pick(figure.value for figure in term) for term in self.terms]


def formula(figures: Sequence[Decimal]) -> str:
    """Return how a sum is reached, the first of its terms if they are many."""
    shown = " + ".join(map(plain, figures[:_TERMS]))
    more = f" + …（共 {len(figures)} 项）" if len(figures) > _TERMS else ""
    return f"{shown}{more} = {plain(sum(figures, Decimal(0)))}"


def departments(filed: Filed) -> Iterator[Department]:
    """Yield the departments of which the whole and some projects were sent in for one year."""
    by_department: defaultdict[tuple[str, int | None], list[Group]] = defaultdict(list)
    for forms in filed.projects:
        if not forms[0].whole:
            by_department[forms[0].own_units[0], forms[0].fiscal_year].append(forms)
    named: defaultdict[int | None, dict[str, frozenset[str]]] = defaultdict(dict)
    for key, at in by_department:
        named[at][key] = frozenset(key)
    for forms in filed.projects:
        whole = forms[0]
        name, year = whole.own_units[0], whole.fiscal_year
        own = by_department.get((name, year))
        if not (whole.whole and whole.of_department and len(forms) == 1 and year and own):
            continue
        kept = tuple(group for group in _summed_up(own) if not any(f.transfer for f in group))
        if kept:
            yield Department(whole, kept, len(kept) < len(own), named)


def _summed_up(groups: list[Group]) -> Iterator[Group]:
    """Yield the forms of each project; where the department reports on one, not those of units."""
    own = {group[0].project_key for group in groups if group[0].of_department}
    yield from (g for g in groups if g[0].of_department or g[0].project_key not in own)


def compared(department: Department) -> Iterator[Compared]:
    """Yield the columns that the whole form states and some project has a figure in."""
    for name, column in COLUMNS.items():
        of_projects = column(department.whole.projects)
        stated = of_projects or column(department.whole.money)
        groups = [_cells(group, column) for group in department.projects]
        known = [group for group in groups if group]
        if stated and stated.value and known:
            yield Compared(
                name,
                "项目支出" if of_projects else "合计",
                stated,
                stated.value,
                tuple(tuple(c.value for _, c in group if c.value) for group in known),
                tuple(cell for group in known for cell in group),
                len(groups) - len(known),
            )


def _cells(group: Group, column: Column) -> list[tuple[FiledForm, Stated[Figure]]]:
    """Return the cells of one project that hold a figure, with their forms."""
    cells = ((form, column(form.money)) for form in group)
    return [(form, cell) for form, cell in cells if cell and cell.value]
