"""Results in, how many forms and findings of each kind they hold out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hebiao.check import Status
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.check import CheckResult, Finding


@dataclass(frozen=True, slots=True)
class Counts:
    """
    What is in one or more results; `unchecked` and `unread` are what was not judged.

    `waived` has for each finding that is let pass the number of the waiver.
    """

    files: int = 0
    forms: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    unreadable: int = 0
    without_form: int = 0
    unchecked: int = 0
    unread: int = 0
    waived: tuple[int, ...] = ()

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in _FIELDS))


NOTHING = Counts()
_FIELDS = tuple(each.name for each in fields(Counts))


def count(result: CheckResult) -> Counts:
    """Return what is in the result of one file."""
    errors, warnings, notes = by_severity(result.findings)
    return Counts(
        1,
        len(result.forms),
        errors,
        warnings,
        notes,
        unreadable=int(result.status is Status.UNREADABLE),
        without_form=int(result.status is Status.NO_FORM),
        unchecked=sum(len({each.reason for each in form.not_checked}) for form in result.forms),
        unread=sum(len(form.form.unread) for form in result.forms),
        waived=tuple(waived.number for form in result.forms for waived in form.waived),
    )


def by_severity(findings: Iterable[Finding]) -> tuple[int, int, int]:
    """Return the numbers of errors, warnings and notes."""
    kinds = Counter(finding.severity for finding in findings)
    return kinds[Severity.ERROR], kinds[Severity.WARNING], kinds[Severity.NOTE]
