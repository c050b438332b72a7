"""
What a form states in, what stands in a cell out: a number where there is one, else the text.

    1300000元    →   130          amounts in 万元, whatever the form counts in
    85.31％      →   0.8531       as Excel holds what it shows as 85.31%
    约八成       →   约八成       what is no figure stays as it is written
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hebiao.reports.columns import one_line
from hebiao.values.amount import amount

if TYPE_CHECKING:
    from decimal import Decimal

    from hebiao.records import Stated
    from hebiao.values.figure import Figure

MONEY = "万元"
_PER_CENT = -2


def text(stated: Stated[Any] | None) -> str:
    """Return what is written, on one line."""
    return one_line(stated.text) if stated else ""


def marks(stated: Stated[Figure] | None) -> Decimal | str:
    """Return marks as a number."""
    return stated.value.value if stated and stated.value else text(stated)


def rate(stated: Stated[Figure] | None) -> Decimal | str:
    """Return a rate as the share it is."""
    return stated.value.value.scaleb(_PER_CENT) if stated and stated.value else text(stated)


def money(stated: Stated[Figure] | None) -> Decimal | str:
    """Return an amount in 万元."""
    if stated is None or stated.value is None:
        return text(stated)
    figure = stated.value
    if figure.unit == MONEY:
        return figure.value
    converted = amount(f"{figure.value:f}{figure.unit}", MONEY).value
    return converted.value if converted else text(stated)
