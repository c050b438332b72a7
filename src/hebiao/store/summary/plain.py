"""Answers in, JSON or CSV out: for programs, and for Excel."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from hebiao.store.summary.questions import records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.store.summary.questions import Answer, Counts
    from hebiao.store.summary.scope import Scope

_BOM = "\ufeff"
"""Without it Excel takes UTF-8 for another encoding."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(
    store: str, scope: Scope, counts: Counts, answers: Iterable[Answer], top: int | None
) -> str:
    """Return the answers with all they have, under the names for machines."""
    by = {each.by: records(each, each.rows[:top]) for each in answers}
    whole = {"version": 1, "store": store, "run": scope.run, **counts._asdict(), "by": by}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_csv(answer: Answer, top: int | None) -> str:
    """Return one table as Excel opens it; a name that begins as a formula does stays a name."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([heading.words for heading in answer.headings])
    rows.writerows([_harmless(cell) for cell in row] for row in answer.rows[:top])
    return _BOM + text.getvalue()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
