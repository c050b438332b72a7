"""
A 核查结果.json that was written before in, one side of a comparison out.

Only what a comparison needs is read, and further keys are passed over, so that a report of
another release of version 1 can be read as well. Of the figures of a form it has the total only.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from hebiao.check import Status
from hebiao.diff import FileTrouble, Found, NamedFigure, Side, SubmittedForm
from hebiao.diff.figures import TOTAL
from hebiao.errors import UsageError
from hebiao.layouts import CellPlace, TextPlace
from hebiao.rules import Severity  # noqa: TC001 - pydantic reads it at run time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.layouts import Place


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Cell(_Entry):
    table: int
    row: int
    column: int
    label: str


class _Words(_Entry):
    paragraph: int
    text: str


class _Finding(_Entry):
    code: str
    title: str
    severity: Severity
    message: str
    stated: str
    expected: str | None = None
    location: _Cell | _Words


class _NotChecked(_Entry):
    code: str
    reason: str


class _Form(_Entry):
    index: int
    table: int
    fiscal_year: int | None = None
    project: str | None = None
    department: str | None = None
    implementing_unit: str | None = None
    stated_total: str | None = None
    findings: tuple[_Finding, ...]
    waived: tuple[_Finding, ...] = ()
    not_checked: tuple[_NotChecked, ...] = ()


class _Problem(_Entry):
    message: str


class _File(_Entry):
    path: str
    status: Status
    problem: _Problem | None = None
    forms: tuple[_Form, ...]


class _Report(_Entry):
    version: Literal[1]
    files: tuple[_File, ...]


def side_of(data: bytes, source: str) -> Side:
    """
    Return what a report in JSON says was submitted.

    Raises:
        UsageError: it is no such report.
    """
    try:
        read = _Report.model_validate_json(data)
    except ValidationError as error:
        raise UsageError(
            f"{source} 不是 hebiao check 写出的核查结果，或者不完整（{_first(error)}）；"
            "请用 hebiao check --out 写出的 核查结果.json，或原来的文件夹"
        ) from error
    return Side(
        source=source,
        files=len(read.files),
        forms=tuple(_form(file.path, form) for file in read.files for form in file.forms),
        troubles=tuple(_troubles(read.files)),
    )


def _first(error: ValidationError) -> str:
    """Say where the first mistake is; what pydantic says of it is English and of no help."""
    where = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
    return f"{where} 处读不通" if where else "不是 JSON"


def _troubles(files: tuple[_File, ...]) -> Iterator[FileTrouble]:
    for file in files:
        if file.status is not Status.CHECKED:
            message = file.problem.message if file.problem else ""
            yield FileTrouble(file.path, file.status, message)


def _form(path: str, form: _Form) -> SubmittedForm:
    units = (form.department, form.implementing_unit)
    return SubmittedForm(
        path=path,
        index=form.index,
        table=form.table,
        project=(form.project or "").strip(),
        units=tuple(dict.fromkeys(unit.strip() for unit in units if unit)),
        year=form.fiscal_year,
        findings=(
            *(_found(each, waived=False) for each in form.findings),
            *(_found(each, waived=True) for each in form.waived),
        ),
        unchecked={each.code: each.reason for each in form.not_checked},
        figures=_total(form.stated_total),
        whole=False,
    )


def _total(stated: str | None) -> dict[str, NamedFigure]:
    if stated is None:
        return {}
    try:
        return {TOTAL: NamedFigure(stated, Decimal(stated))}
    except InvalidOperation:
        return {TOTAL: NamedFigure(stated, None)}


def _found(finding: _Finding, *, waived: bool) -> Found:
    at = _place(finding.location)
    return Found(
        code=finding.code,
        title=finding.title,
        severity=finding.severity,
        field=at.label if isinstance(at, CellPlace) else "",
        at=at,
        message=finding.message,
        stated=finding.stated,
        expected=finding.expected,
        waived=waived,
    )


def _place(location: _Cell | _Words) -> Place:
    if isinstance(location, _Cell):
        return CellPlace(location.table, location.row, location.column, location.label)
    return TextPlace(location.paragraph, location.text)
