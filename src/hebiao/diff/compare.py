"""
What was submitted before and after in, what became of each finding and each figure out.

A finding is the same as one before if its rule is and its cell has the same labels, wherever the
row is now; then, of what is left, if the labels are alike, as when the name of an indicator was
mended. It is fixed only if its rule could judge the new form: silence is no approval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.diff.alike import ALIKE, percent_alike
from hebiao.diff.match import matches
from hebiao.diff.side import ChangedFigure, Difference, Fate, FormDifference, Judged
from hebiao.layouts.label import squeeze
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.diff.match import Match
    from hebiao.diff.side import Found, NamedFigure, Side, SubmittedForm

_ORDER = list(Fate)


def compare(old: Side, new: Side) -> Difference:
    """Return what became of every form."""
    found = matches(old.forms, new.forms)
    again, before = {match.old for match in found}, {match.new for match in found}
    return Difference(
        old=old,
        new=new,
        forms=tuple(_compared(old.forms[each.old], new.forms[each.new], each) for each in found),
        not_resubmitted=tuple(form for n, form in enumerate(old.forms) if n not in again),
        newly_submitted=tuple(form for n, form in enumerate(new.forms) if n not in before),
    )


def _compared(old: SubmittedForm, new: SubmittedForm, match: Match) -> FormDifference:
    findings = sorted(_judged(old, new), key=_gravity)
    return FormDifference(
        old=old,
        new=new,
        how=match.how,
        percent=match.percent,
        findings=tuple(findings),
        figures=tuple(_changed(old, new)),
    )


def _gravity(judged: Judged) -> tuple[bool, int]:
    """Sort what need not be a mistake to the end."""
    return judged.shown.severity is Severity.NOTE, _ORDER.index(judged.fate)


def _judged(old: SubmittedForm, new: SubmittedForm) -> Iterator[Judged]:
    """Yield what became of each finding; one that was let pass before and is gone needs no word."""
    pairs = _paired(old.findings, new.findings)
    for before, now in pairs:
        if not now.waived:
            yield Judged(Fate.NEW if before.waived else Fate.REMAINING, before, now)
        elif not before.waived:
            yield Judged(Fate.WAIVED, before, now)
    again = {id(before) for before, _ in pairs}
    known = {id(now) for _, now in pairs}
    for before in old.findings:
        if id(before) not in again and not before.waived:
            yield _gone(before, old, new)
    for now in new.findings:
        if id(now) not in known and not now.waived:
            yield Judged(Fate.NEW, None, now)


def _gone(found: Found, old: SubmittedForm, new: SubmittedForm) -> Judged:
    reason = new.unchecked.get(found.code)
    if reason is not None:
        return Judged(Fate.UNCHECKED, found, None, reason=reason)
    cell_gone = new.whole and found.field in old.figures and found.field not in new.figures
    return Judged(Fate.FIXED, found, None, cell_gone=cell_gone)


def _paired(old: Sequence[Found], new: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Pair the findings of two forms, the likeliest pairs first, each once."""
    ranked = sorted(
        (
            (rank, a, b)
            for a, one in enumerate(old)
            for b, other in enumerate(new)
            if one.code == other.code and (rank := _rank(one, other)) is not None
        ),
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, a, b in ranked:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append((old[a], new[b]))
    return pairs


def _rank(one: Found, other: Found) -> tuple[int, bool, bool] | None:
    """Return how little alike two findings of one rule are, None where they are not one."""
    field, other_field = squeeze(one.field), squeeze(other.field)
    percent = percent_alike(field, other_field)
    if percent < ALIKE:
        return None
    return 100 - percent, one.message != other.message, one.stated != other.stated


def _changed(old: SubmittedForm, new: SubmittedForm) -> Iterator[ChangedFigure]:
    """Yield the figures that are others now; where a side has not all, only those on both."""
    whole = old.whole and new.whole
    for name, before in old.figures.items():
        now = new.figures.get(name)
        if now and _differ(before, now):
            yield ChangedFigure(name, before.text, now.text)
        elif whole and not now and before.text:
            yield ChangedFigure(name, before.text, None)
    for name, now in new.figures.items() if whole else ():
        if name not in old.figures and now.text:
            yield ChangedFigure(name, None, now.text)


def _differ(before: NamedFigure, now: NamedFigure) -> bool:
    """Return whether two figures are different; 95 and 95.0分 are not."""
    if before.value is not None and now.value is not None:
        return before.value != now.value
    return squeeze(before.text) != squeeze(now.text)
