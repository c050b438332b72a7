"""
The result of one file in, what it contributes to the page out; the result can then be let go.

Fragments are kept on disk until the page is written, since its overview comes first: so the HTML of
the forms, which is alike from form to form, is kept compressed, and all of it as text.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING

from hebiao.check import Status, Trouble  # noqa: TC001 - pydantic reads them at run time
from hebiao.reports.counts import Counts, by_severity, count
from hebiao.reports.html.anchors import form_anchor
from hebiao.reports.html.form import form_html
from hebiao.reports.lights import Light, light
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.reports.naming import answering_unit, words
from hebiao.rules import Severity  # noqa: TC001 - as above

if TYPE_CHECKING:
    from hebiao.check import CheckResult, FormResult


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted together: findings of one rule that are equally grave."""

    code: str
    title: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Row:
    """A form as a line of the overview; totals and year are None where the form has none."""

    anchor: str
    light: Light
    project: str
    unit: str
    year: int | None
    stated: str | None
    recomputed: str | None
    numbers: tuple[int, int, int]
    waived: int
    left: int
    file: str
    table: int
    found: tuple[tuple[Kind, int], ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one file contributes: lines of the overview, the HTML of its forms, compressed."""

    path: str
    status: Status
    trouble: Trouble | None
    counts: Counts
    rows: tuple[Row, ...]
    packed: str

    @property
    def html(self) -> str:
        """The HTML of the forms."""
        return zlib.decompress(b64decode(self.packed)).decode()


def fragment(result: CheckResult) -> Fragment:
    """Return what one file contributes to the page."""
    html = "".join(form_html(result, form) for form in result.forms)
    return Fragment(
        path=result.path,
        status=result.status,
        trouble=result.problem,
        counts=count(result),
        rows=tuple(_row(result, form) for form in result.forms),
        packed=b64encode(zlib.compress(html.encode())).decode(),
    )


def _row(result: CheckResult, form: FormResult) -> Row:
    found = Counter(Kind(each.code, each.title, each.severity) for each in form.findings)
    return Row(
        anchor=form_anchor(result, form),
        light=light(form),
        project=words(form.form.project),
        unit=answering_unit(form.form),
        year=form.form.fiscal_year,
        stated=stated_total(form.form),
        recomputed=recomputed_total(form.form),
        numbers=by_severity(form.findings),
        waived=len(form.waived),
        left=len({each.reason for each in form.not_checked}) + len(form.form.unread),
        file=file_name(result.path),
        table=form.form.table,
        found=tuple(found.items()),
    )


def file_name(path: str) -> str:
    """Return the name of a file without its folders, of either system."""
    kind = PureWindowsPath if "\\" in path else PurePath
    return kind(path).name or path
