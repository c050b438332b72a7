"""Copies and the files they were made of, taken apart for tests."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.written import written

from hebiao.check import CheckResult, Finding, FormResult, Status, check
from hebiao.diagnosis.cause import Cause, Suspect
from hebiao.layouts import CellPlace, Place, TextPlace
from hebiao.records import Stated
from hebiao.reports.annotated import annotated, revised
from hebiao.rules import Confidence, Severity
from hebiao.values.reading import Status as Reading
from hebiao.word import Grid, Paragraph, read_document
from hebiao.word.package import open_package, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hebiao.word.names import Element

WHEN = datetime(2024, 3, 1, 9, 30, 15, 999, tzinfo=UTC)


def with_comments(data: bytes) -> tuple[CheckResult, bytes]:
    """A file's result, and its copy with comments."""
    result = check(data)
    made = annotated(data, result, when=WHEN)
    assert made is not None
    return result, made


def with_changes(data: bytes) -> bytes | None:
    return revised(data, check(data), when=WHEN)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A file with other parts, or more of them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(data), **changed}.items():
            archive.writestr(name, content)
    return file.getvalue()


def main_and_comments(data: bytes) -> tuple[Element, Element]:
    package = open_package(data)
    comments = package.related("comments")
    assert comments is not None
    return package.document()[1], parse(comments)


def told(result: CheckResult) -> list[tuple[str, object, str]]:
    return [(finding.code, finding.at, finding.message) for finding in result.findings]


def finding_at(at: Place) -> Finding:
    """A finding made by hand."""
    return Finding(
        code="SC01",
        rule="total_score_mismatch",
        title="总分与各项得分之和不符",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=f"这里不对：{at}",
        stated="",
        expected=None,
        formula=None,
        basis="依据",
        advice="建议",
        at=at,
        related=(),
    )


def with_findings(data: bytes, *places: Place) -> CheckResult:
    """The result of a file, whatever it holds, with a finding at each place."""
    form = _honest()
    findings = tuple(finding_at(place) for place in places)
    form = replace(form, findings=findings)
    return CheckResult("", sha256(data).hexdigest(), Status.CHECKED, None, (form,))


@cache
def _honest() -> FormResult:
    (form,) = check(written({})).forms
    return form


def everywhere(data: bytes) -> list[Place]:
    """Each cell of a document, and the words of each paragraph."""
    blocks = read_document(data).blocks
    cells = [(grid.table, cell) for grid in blocks if isinstance(grid, Grid) for cell in grid.cells]
    return [
        *(CellPlace(table, cell.row, cell.column, "") for table, cell in cells),
        *(TextPlace(each.number, each.text) for each in blocks if isinstance(each, Paragraph)),
    ]


def corrected(data: bytes, at: Place, text: str, expected: str) -> bytes | None:
    """The copy of a file in which the figure in a text at a place is certainly another."""
    stated = Stated(text, None, Reading.UNREADABLE, "", at)
    suspect = Suspect("", (stated,), text, expected, None, "")
    result = with_findings(data, at)
    (form,) = result.forms
    form = replace(
        form,
        causes=(Cause("判断", (suspect,), certain=True),),
        findings=(replace(form.findings[0], likely="判断"),),
    )
    return revised(data, replace(result, forms=(form,)), when=WHEN)
