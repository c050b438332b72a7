"""
A result and the waivers of an office in, the result with what is waived set apart out.

A waived finding stands in `FormResult.waived`, with the reason: it is not lost, and a waiver
that was of no use is found by `idle`, since it is probably misspelt or out of date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from fnmatch import fnmatchcase
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.check import Waived
from hebiao.layouts import CellPlace, TextPlace
from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from hebiao.check import CheckResult, Finding, FormResult
    from hebiao.config.waivers import Waiver
    from hebiao.layouts import Place

_NOT_THE_NAME = re.compile(r"[《》“”‘’\"'()\[\]【】〔〕<>]")


def today() -> date:
    """Return the day where the program runs."""
    return datetime.now(tz=UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class Waivers:
    """
    The entries of a file, and the day they are judged on.

    The first has number 1, where `numbers` do not say otherwise.
    """

    entries: tuple[Waiver, ...] = ()
    source: str = ""
    day: date = date.max
    numbers: tuple[int, ...] = ()

    @property
    def numbered(self) -> Iterator[tuple[int, Waiver]]:
        """The entries with their numbers."""
        return zip(self.numbers or count(1), self.entries, strict=False)


NO_WAIVERS = Waivers()


class IdleReason(StrEnum):
    """Why a waiver was of no use."""

    EXPIRED = "expired"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Idle:
    """A waiver that was of no use."""

    number: int
    waiver: Waiver
    why: IdleReason


def waive(result: CheckResult, waivers: Waivers) -> CheckResult:
    """Return the result with the waived findings set apart."""
    if not waivers.entries:
        return result
    forms = tuple(_waived(form, result.path, waivers) for form in result.forms)
    return replace(result, forms=forms)


def idle(waivers: Waivers, used: AbstractSet[int], codes: AbstractSet[str]) -> Iterator[Idle]:
    """Yield the waivers that are of no use any more, or let nothing pass though their rule ran."""
    for number, waiver in waivers.numbered:
        if _expired(waiver, waivers.day):
            yield Idle(number, waiver, IdleReason.EXPIRED)
        elif number not in used and waiver.code in codes:
            yield Idle(number, waiver, IdleReason.UNMATCHED)


def _waived(form: FormResult, path: str, waivers: Waivers) -> FormResult:
    kept: list[Finding] = []
    waived: list[Waived] = []
    project = (form.form.project.value if form.form.project else None) or ""
    standing = list(holding(waivers, project, path))
    for finding in form.findings:
        held = next(((n, w) for n, w in standing if _meant(w, finding, form)), None)
        if held:
            waived.append(Waived(finding, held[1].reason, held[0]))
        else:
            kept.append(finding)
    told = {finding.likely for finding in kept}
    causes = tuple(cause for cause in form.causes if cause.likely in told)
    return replace(form, findings=tuple(kept), causes=causes, waived=tuple(waived))


def holding(waivers: Waivers, project: str, path: str) -> Iterator[tuple[int, Waiver]]:
    """Yield the waivers that hold today for this project in this file, with their numbers."""
    wanted = _plain(project)
    for number, waiver in waivers.numbered:
        named = _plain(waiver.project) == wanted and _in_file(waiver.file, path)
        if named and not _expired(waiver, waivers.day):
            yield number, waiver


def _expired(waiver: Waiver, day: date) -> bool:
    return waiver.until is not None and day > waiver.until


def _in_file(pattern: str | None, path: str) -> bool:
    """Return whether a file is meant: by its name, or by the end of its path."""
    whole = Path(path).as_posix()
    return pattern is None or any(
        each == pattern or fnmatchcase(each, pattern) or fnmatchcase(each, f"*/{pattern}")
        for each in (Path(path).name, whole)
    )


def _meant(waiver: Waiver, finding: Finding, form: FormResult) -> bool:
    """Return whether a waiver is for this rule, this table and this place."""
    return (
        waiver.code == finding.code
        and _at_place(waiver, finding.at)
        and waiver.table in {None, *_tables(waiver, finding.at, form)}
    )


def _at_place(waiver: Waiver, at: Place) -> bool:
    """Return whether a waiver that is for one cell or paragraph is for this one."""
    row, column = (at.row, at.column) if isinstance(at, CellPlace) else (0, 0)
    paragraph = at.paragraph if isinstance(at, TextPlace) else 0
    wanted = (waiver.row, waiver.column, waiver.paragraph)
    there = (row, column, paragraph)
    return all(want in {None, have} for want, have in zip(wanted, there, strict=True))


def _tables(waiver: Waiver, at: Place, form: FormResult) -> Iterator[int]:
    """Yield the tables a finding is in: its own, and the form's if no cell is meant."""
    if isinstance(at, CellPlace):
        yield at.table
    if waiver.row is None and waiver.column is None:
        yield form.form.table


def _plain(name: str) -> str:
    return _NOT_THE_NAME.sub("", squeeze(name))
