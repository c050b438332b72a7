"""The ledger of a run whose files are all done in, what is wrong with their forms together out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.across import across, from_json

if TYPE_CHECKING:
    from hebiao.across import ProjectList
    from hebiao.batch.ledger import Ledger
    from hebiao.reports.about import About


def judged_together(about: About, ledger: Ledger, listed: ProjectList | None = None) -> About:
    """Return what reports say of the run, with what is wrong across forms."""
    filed = (from_json(form) for part in ledger.parts("filed") for form in part)
    return replace(about, across=across(filed, about.settings, listed))
