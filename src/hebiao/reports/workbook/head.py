"""A form and its file in, what every row says of them out: file, unit, project, table."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from hebiao.reports.columns import printable
from hebiao.reports.naming import both_units, words
from hebiao.reports.workbook.cell import Link
from hebiao.reports.workbook.links import address

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.check import CheckResult, FormResult

_MISSING = ("missing", "empty_folder")


class Head(NamedTuple):
    """What the rows of a form begin with."""

    file: Link
    unit: str
    project: str
    table: int


def file_link(result: CheckResult, folder: Path) -> Link:
    """Return the link to a file; there is none to one that was not found."""
    missing = result.problem is not None and result.problem.code in _MISSING
    name = PurePath(result.path).name
    return Link(printable(name), None if missing else address(result.path, folder))


def folder_of(result: CheckResult) -> str:
    """Return the folder of a file as the path names it; nothing where it names none."""
    folder = PurePath(result.path).parent
    return printable(str(folder)) if folder.name or folder.root else ""


def head_of(result: FormResult, link: Link) -> Head:
    """Return the head of a form: its units as the form names them, each once."""
    form = result.form
    named = both_units(form) or words(form.unit_name)
    return Head(link, named, words(form.project), form.table)
