"""
A total and the least total of each grade in, the grades it may have out.

    95  →  优        90  →  优, 良      right on a bound, either reading of it is kept
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

_LONGEST_GRADE = 3


def named_grade(text: str, bounds: Mapping[str, Decimal]) -> str | None:
    """Return the grade a text names, 优 for 优秀 and 优等; None for anything else."""
    if len(text) > _LONGEST_GRADE:
        return None
    return next((name for name in bounds if text.startswith(name)), None)


def fitting_grades(total: Decimal | Fraction, bounds: Mapping[str, Decimal]) -> tuple[str, ...]:
    """Return the grade of a total, and the one below where the total is right on its bound."""
    falling = sorted(bounds, key=lambda name: bounds[name], reverse=True)
    reached = [name for name in falling if total >= bounds[name]]
    if not reached:
        return tuple(falling[-1:])
    return tuple(reached[:2] if total == bounds[reached[0]] else reached[:1])
