"""The office's list of projects as values: what it expects, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.rules.across.keys import project_key, unit_key

if TYPE_CHECKING:
    from hebiao.values.figure import Figure


@dataclass(frozen=True, slots=True)
class ListedProject:
    """A row of the list: `row` as the office counts it, amounts in 万元; "" and None are blank."""

    row: int
    project: str
    unit: str = ""
    budget: Figure | None = None
    executed: Figure | None = None

    @property
    def project_key(self) -> str:
        """What the project is compared by."""
        return project_key(self.project)

    @property
    def unit_key(self) -> str:
        """What the unit is compared by."""
        return unit_key(self.unit)


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The list, and the file it stands in."""

    source: str
    projects: tuple[ListedProject, ...]
