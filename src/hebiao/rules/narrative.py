"""A form in, what somebody wrote in it in whole sentences out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hebiao.layouts.place import TextPlace
from hebiao.scoring.computed import FORMS_KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated


@lru_cache(maxsize=FORMS_KEPT)
def wordings(form: SelfEvaluation) -> tuple[Stated[Any], ...]:
    """Return every text of the form once; explanations printed below it are nobody's words."""
    seen = {stated.at: stated for stated in _wordings(form) if stated and not stated.empty}
    return tuple(seen.values())


def at_words(stated: Stated[Any], words: str) -> Stated[Any]:
    """Narrow a paragraph down to some of its words; a cell stays whole."""
    if not isinstance(stated.at, TextPlace):
        return stated
    return replace(stated, text=words, at=TextPlace(stated.at.paragraph, words))


def _wordings(form: SelfEvaluation) -> Iterator[Stated[Any] | None]:
    yield from form.summary.paragraphs if form.summary else ()
    for line in form.funding.lines:
        yield from (line.reason, line.remark)
    for goal in form.goals:
        yield from (goal.expected, goal.actual, goal.reason)
    for indicator in form.indicators:
        yield from (indicator.target, indicator.actual, indicator.reason, indicator.remark)
    yield from (form.reason, form.measures)
    yield from (note for note in form.notes if note.label)
