"""A form in, its total as it was stated and as its scores add up out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.scoring.computed import plain
from hebiao.scoring.totals import parts, unscored

if TYPE_CHECKING:
    from hebiao.records import SelfEvaluation


def stated_total(form: SelfEvaluation) -> str | None:
    """Return the stated total as a plain decimal, or None where none can be read."""
    return plain(form.total.value.value) if form.total and form.total.value else None


def recomputed_total(form: SelfEvaluation) -> str | None:
    """Return the sum of the scores, or None where one is blank or cannot be read."""
    found = parts(form)
    if not found or unscored(form):
        return None
    return plain(sum((part.exact for part in found), Decimal(0)))
