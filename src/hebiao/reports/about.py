"""What reports say of a run besides its results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - a field of a value

from hebiao.across import AcrossResult
from hebiao.config import DEFAULT_SETTINGS, Settings

NOTHING_ACROSS = AcrossResult((), ())


@dataclass(frozen=True, slots=True)
class About:
    """
    A run: what it was set to, what it passed over, what is wrong across forms, and when it was.

    `skipped` are hidden and lock files in folders, `others` files that may hold a form but are no
    Word documents, such as a scan. `across` is None where not all files were looked at, `when`
    where no report is to name a day.
    """

    settings: Settings = DEFAULT_SETTINGS
    skipped: int = 0
    others: int = 0
    across: AcrossResult | None = NOTHING_ACROSS
    when: datetime | None = None


NOTHING_SPECIAL = About()
