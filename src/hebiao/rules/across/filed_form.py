"""
What rules across forms need of one form: little enough to hold thousands of them at once.

Every value is a `Stated` that was read; None where the form has no such field or it is not
filled in. Amounts are in 万元, as precisely as they are written: 1300000元 is 130.0000 万元.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.rules.across.keys import project_key, unit_key

if TYPE_CHECKING:
    from hebiao.records import Stated
    from hebiao.values.figure import Figure


@dataclass(frozen=True, slots=True)
class Spending:
    """A budget and what was executed of it."""

    budget: Stated[Figure] | None = None
    executed: Stated[Figure] | None = None


@dataclass(frozen=True, slots=True)
class IndicatorBlock:
    """
    The indicators as far as a copy of them is known by.

    `digest` is the same where names, targets, actuals and scores are, to the last sign.
    `figures` counts the actuals with a figure, `weight` says how telling they are together
    (`telling.py`), `first` is the most telling of them.
    """

    digest: str
    rows: int
    figures: int
    weight: int
    first: Stated[str]


@dataclass(frozen=True, slots=True)
class FiledForm:
    """
    One form that was submitted.

    `path` is the file's as reports name it, `index` the form's number in it, from 1. `unit_above`
    is the unit named above the table. `filled` is False where nobody has filled the form in,
    `guessed` True where no known layout fitted. `transfer`: its money goes to lower governments.
    `whole`: it is on a department as a whole (部门整体), with its `basic` spending and that on
    `projects` apart, and no project.
    """

    path: str
    sha256: str
    index: int
    table: int
    layout: str
    project: Stated[str] | None
    department: Stated[str] | None
    implementing_unit: Stated[str] | None
    unit_above: Stated[str] | None
    year: Stated[int] | None
    money: Spending
    total: Stated[Figure] | None
    indicators: IndicatorBlock | None
    filled: bool
    guessed: bool
    transfer: bool
    whole: bool
    basic: Spending
    projects: Spending

    @property
    def project_text(self) -> str:
        """The project's name as written, or what the form is on instead."""
        return _text(self.project) or ("部门整体支出" if self.whole else "")

    @property
    def units(self) -> tuple[Stated[str], ...]:
        """The units it names, the department first; that above the table if there is no other."""
        inside = tuple(unit for unit in (self.department, self.implementing_unit) if unit)
        return inside or ((self.unit_above,) if self.unit_above else ())

    @property
    def unit_text(self) -> str:
        """The unit that spends the money, as written."""
        return _text(self.units[-1]) if self.units else ""

    @property
    def unit_keys(self) -> tuple[str, ...]:
        """What the units are compared by: the department's, then that of the implementing unit."""
        return tuple(unit_key(_text(unit)) for unit in self.units)

    @property
    def own_units(self) -> tuple[str, str]:
        """What both units are compared by; "" where one is not named, so that it equals none."""
        if self.department or self.implementing_unit:
            return unit_key(_text(self.department)), unit_key(_text(self.implementing_unit))
        return unit_key(_text(self.unit_above)), ""

    @property
    def of_department(self) -> bool:
        """Whether the department itself reports: for itself, or summing up what its units did."""
        department, own = self.own_units
        return own in {"", department}

    @property
    def project_key(self) -> str:
        """What the project is compared by; "" where none is named."""
        return "部门整体支出" if self.whole else project_key(_text(self.project))

    @property
    def fiscal_year(self) -> int | None:
        """The year, if it states one."""
        return self.year.value if self.year else None


def _text(stated: Stated[str] | None) -> str:
    return (stated.value or "").strip() if stated else ""
