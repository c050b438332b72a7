"""
Results in, the JSON of `hebiao check` out: version 1.

The types are the report's own, so that a change inside the program never changes what others
read. A key may be added within version 1; none is renamed, dropped or given another meaning.
"""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any, Literal

from hebiao.check import Status  # noqa: TC001 - pydantic reads it at run time
from hebiao.config import IdleReason, idle
from hebiao.reports.about import NOTHING_SPECIAL
from hebiao.reports.across.json_v1 import AcrossReport, across_report
from hebiao.reports.across.words import numbers, used_waivers
from hebiao.reports.form_v1 import Entry, FormEntry, form_entry, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult, Trouble
    from hebiao.reports.about import About
    from hebiao.reports.counts import Counts

_STEP = "  "


class ProblemEntry(Entry):
    """Why a file gave no form: a stable code, and a Chinese sentence with the remedy."""

    code: str
    message: str


class FileEntry(Entry):
    """
    One file; `sha256` is empty where it could not be opened.

    `converted_from` is the old format, such as old_doc, that was read by way of LibreOffice.
    """

    path: str
    sha256: str
    status: Status
    converted_from: str | None
    problem: ProblemEntry | None
    forms: tuple[FormEntry, ...]


class IdleWaiverEntry(Entry):
    """A waiver that let nothing pass, or has expired; `number` is counted from 1 in its file."""

    number: int
    code: str
    project: str
    why: IdleReason


class AcrossCounts(Entry):
    """How many findings of several forms together there are; they count nowhere else."""

    errors: int
    warnings: int
    notes: int
    waived: int


class SummaryEntry(Entry):
    """
    The numbers over all files; `skipped` are hidden and lock files of folders, `others` PDF files
    and pictures, none of which was checked.

    `config` is the settings file, null where there is none.
    """

    files: int
    forms: int
    errors: int
    warnings: int
    notes: int
    unreadable: int
    skipped: int
    others: int
    waived: int
    across: AcrossCounts | None
    idle_waivers: tuple[IdleWaiverEntry, ...]
    config: str | None


class Report(Entry):
    """The whole report; `across` is null where not all files were looked at."""

    version: Literal[1] = 1
    summary: SummaryEntry
    across: AcrossReport | None
    files: tuple[FileEntry, ...]


def pieces(
    counts: Counts,
    entries: Iterable[Any],
    about: About = NOTHING_SPECIAL,
) -> Iterator[str]:
    """
    Yield the whole report over all files, as the `Report` it is.

    Written entry by entry, so that a province's submissions need not fit into memory; an entry is
    what `file_entry` gives, in types of JSON.
    """
    counted = summary(counts, about).model_dump(mode="json")
    across = _across(about)
    yield f'{{\n{_STEP}"version": 1,\n{_STEP}"summary": {_indented(counted, 1)},\n'
    yield f'{_STEP}"across": {_indented(across, 1)},\n{_STEP}"files": ['
    before = "\n"
    for entry in entries:
        yield f"{before}{_STEP * 2}{_indented(entry, 2)}"
        before = ",\n"
    yield f"\n{_STEP}]\n}}\n" if counts.files else "]\n}\n"


def _across(about: About) -> Any:
    return None if about.across is None else across_report(about.across).model_dump(mode="json")


def _indented(value: Any, depth: int) -> str:
    """Return JSON that people can read, set in as deep as it stands."""
    text = json.dumps(value, ensure_ascii=False, indent=len(_STEP))
    return indent(text, _STEP * depth).lstrip()


def file_entry(result: CheckResult) -> FileEntry:
    """Return the entry of one file: an element of `files`, a line of JSON Lines."""
    return FileEntry(
        path=writable(result.path),
        sha256=result.sha256,
        status=result.status,
        converted_from=result.converted_from,
        problem=_problem(result.problem),
        forms=tuple(form_entry(form) for form in result.forms),
    )


def summary(counts: Counts, about: About = NOTHING_SPECIAL) -> SummaryEntry:
    """Return the numbers over all files."""
    used, settings = used_waivers(counts, about), about.settings
    return SummaryEntry(
        files=counts.files,
        forms=counts.forms,
        errors=counts.errors,
        warnings=counts.warnings,
        notes=counts.notes,
        unreadable=counts.unreadable,
        skipped=about.skipped,
        others=about.others,
        waived=len(counts.waived),
        across=_across_counts(about),
        idle_waivers=tuple(
            IdleWaiverEntry(
                number=each.number,
                code=each.waiver.code,
                project=each.waiver.project,
                why=each.why,
            )
            for each in idle(settings.waivers, used, settings.codes)
        ),
        config=writable(settings.source) if settings.source else None,
    )


def _across_counts(about: About) -> AcrossCounts | None:
    if about.across is None:
        return None
    errors, warnings, notes = numbers(about.across.findings)
    waived = len(about.across.waived)
    return AcrossCounts(errors=errors, warnings=warnings, notes=notes, waived=waived)


def _problem(problem: Trouble | None) -> ProblemEntry | None:
    return ProblemEntry(code=problem.code, message=problem.message) if problem else None
