"""
The values of a comparison: what was submitted on either side, and what became of it.

    Side(before), Side(after)  →  Difference: FormDifferences, forms without a counterpart
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hebiao.check import Status
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from hebiao.layouts import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of one side; `field` names its cell by labels, "" for words of a paragraph."""

    code: str
    title: str
    severity: Severity
    field: str
    at: Place
    message: str
    stated: str
    expected: str | None
    waived: bool = False


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure as written; `value` is None where the text is more than one number, or none."""

    text: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class SubmittedForm:
    """
    One form of one side.

    `index` is its number in the file, `unchecked` the reason by the code of each rule that could
    not judge it. `figures` are by the labels of their cells; `whole` says that they are all
    there are, and not only the total that a report in JSON repeats.
    """

    path: str
    index: int
    table: int
    project: str
    units: tuple[str, ...]
    year: int | None
    findings: tuple[Found, ...]
    unchecked: Mapping[str, str]
    figures: Mapping[str, NamedFigure]
    whole: bool


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """A file without a form, or one that could not be read, and why."""

    path: str
    status: Status
    message: str


@dataclass(frozen=True, slots=True)
class Side:
    """All that was submitted on one side; `source` is how the user named it."""

    source: str
    files: int
    forms: tuple[SubmittedForm, ...]
    troubles: tuple[FileTrouble, ...] = ()

    @property
    def unreadable(self) -> int:
        """How many files could not be read."""
        return sum(trouble.status is Status.UNREADABLE for trouble in self.troubles)


class Fate(StrEnum):
    """
    What became of a finding.

    unchecked: it is gone, but its rule could not judge the new form, so nobody knows. waived: it
    is still there, and the office lets it pass.
    """

    REMAINING = "remaining"
    NEW = "new"
    UNCHECKED = "unchecked"
    WAIVED = "waived"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Judged:
    """
    A finding and what became of it, on both sides where it is on both.

    `reason` says why nobody knows; `cell_gone` that it is gone together with the cell it was at.
    """

    fate: Fate
    old: Found | None
    new: Found | None
    reason: str = ""
    cell_gone: bool = False

    @property
    def shown(self) -> Found:
        """The finding as it is now, or as it was."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - one side has it, or there would be none to judge
        return found


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure that is another than before; None where it is only on the other side."""

    name: str
    old: str | None
    new: str | None


class How(StrEnum):
    """
    How the form before and the form after were found to be of one project.

    same: project and unit are. unit: the project is, the unit is written otherwise or not at all.
    similar: the unit is, the names of the projects are alike. file: file name and place in it are.
    """

    SAME = "same"
    UNIT = "unit"
    SIMILAR = "similar"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class FormDifference:
    """A form before and after; `percent` says how much alike the names of the projects are."""

    old: SubmittedForm
    new: SubmittedForm
    how: How
    percent: int
    findings: tuple[Judged, ...]
    figures: tuple[ChangedFigure, ...]

    @property
    def compared(self) -> bool:
        """Whether all figures could be compared, and not only the total."""
        return self.old.whole and self.new.whole


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of all; the forms `not_resubmitted` and `newly_submitted` have no other side."""

    old: Side
    new: Side
    forms: tuple[FormDifference, ...]
    not_resubmitted: tuple[SubmittedForm, ...]
    newly_submitted: tuple[SubmittedForm, ...]

    def count(self, fate: Fate) -> int:
        """Return how many findings of the matched forms became this."""
        return sum(judged.fate is fate for form in self.forms for judged in form.findings)

    def open(self) -> tuple[Found, ...]:
        """
        Return the findings that are not settled, also of forms without another side.

        One of a form that was not submitted again is open, too, and so is one nobody could check.
        """
        open_fates = (Fate.REMAINING, Fate.NEW, Fate.UNCHECKED)
        judged = (each for form in self.forms for each in form.findings)
        alone = (*self.not_resubmitted, *self.newly_submitted)
        return (
            *(each.shown for each in judged if each.fate in open_fates),
            *active(found for form in alone for found in form.findings),
        )

    @property
    def open_errors(self) -> int:
        """How many errors are not settled."""
        return sum(found.severity is Severity.ERROR for found in self.open())


def active(findings: Iterable[Found]) -> tuple[Found, ...]:
    """Return the findings that are not waived."""
    return tuple(found for found in findings if not found.waived)
