"""
A wrong figure and what it should be in, where the wrong one may come from out.

    总分 81.67 for 91.67      漏加了一项 10       a part of the sum was left out, or added twice
    执行率 90% for 85%        抄成了其中:当年财政拨款执行率      the figure of another row
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.diagnosis.relation import Sum
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from decimal import Decimal

    from hebiao.diagnosis.web import Web

_COPIED = ("执行率", "预算数", "执行数")
_LIKE_BY_CHANCE = (0, 100)
_LEAST = 10
"""Amounts and rates of a single digit are alike by chance, too."""


def origin(web: Web, cells: tuple[int, ...], value: Decimal) -> str:
    """Return where a figure that should be `value` may come from, or nothing."""
    return _sum_slip(web, cells, value) or _other_row(web, cells)


def _sum_slip(web: Web, cells: tuple[int, ...], value: Decimal) -> str:
    """Say which part of a sum was left out of it or added twice."""
    missing = value - web.variables[cells[0]].figure.value
    for relation in web.relations:
        if isinstance(relation, Sum) and relation.whole in cells:
            alike = [p for p in relation.parts if web.variables[p].figure.value == abs(missing)]
            if missing and alike:
                one = len(alike) == 1
                name = web.variables[alike[0]].name if one else f"一项 {plain(abs(missing))}"
                return f"漏加了{name}" if missing > 0 else f"{name} 加了两次"
    return ""


def _other_row(web: Web, cells: tuple[int, ...]) -> str:
    """Say of which other row an amount or a rate was copied."""
    wrong = web.variables[cells[0]]
    kind = next((kind for kind in _COPIED if wrong.name.endswith(kind)), None)
    value = wrong.figure.value
    if kind is None or value in _LIKE_BY_CHANCE or value < _LEAST:
        return ""
    others = (each for n, each in enumerate(web.variables) if n not in cells)
    alike = [each.name for each in others if each.figure.value == value]
    rows = [name for name in alike if name.endswith(kind) and not name.startswith("摘要")]
    return f"抄成了{rows[0]}" if len(rows) == 1 else ""
