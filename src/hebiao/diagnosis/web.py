"""The figures of a form by number, and the relations between them: what `repair` works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hebiao.layouts.place import CellPlace

if TYPE_CHECKING:
    from hebiao.diagnosis.relation import Relation
    from hebiao.records import Stated
    from hebiao.values.figure import Figure


@dataclass(frozen=True, slots=True)
class Variable:
    """A figure of the form; one that is printed on it, such as a weight in a label, is fixed."""

    name: str
    stated: Stated[Any]
    figure: Figure
    fixed: bool = False


@dataclass(slots=True)
class Web:
    """
    The figures of a form by number, and the relations between them.

    `hints` are relations that need not hold but mostly do, such as marks by the formula.
    """

    variables: list[Variable] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    hints: list[Relation] = field(default_factory=list)
    numbers: dict[object, int] = field(default_factory=dict)

    def add(
        self, name: str, stated: Stated[Any] | None, figure: Figure | None, *, fixed: bool = False
    ) -> int | None:
        """Return the number of a figure; None where there is none."""
        if stated is None or figure is None:
            return None
        key = _key(stated)
        if key not in self.numbers:
            self.numbers[key] = len(self.variables)
            self.variables.append(Variable(name, stated, figure, fixed))
        return self.numbers[key]

    def stated(
        self, name: str, stated: Stated[Figure] | None, *, fixed: bool = False
    ) -> int | None:
        """Return the number of a figure that is a cell's whole value."""
        return self.add(name, stated, stated.value if stated else None, fixed=fixed)

    def number(self, stated: Stated[Any] | None) -> int | None:
        """Return the number of a figure that has one."""
        return self.numbers.get(_key(stated)) if stated else None


def _key(stated: Stated[Any]) -> object:
    """Cells are told apart by their place, figures within one paragraph by themselves."""
    return stated.at if isinstance(stated.at, CellPlace) else id(stated)
