"""
What became of the findings in, the rows of a worksheet 整改对比 out.

    单位 | 项目 | 情况 | 级别 | 代码 | 问题 | 位置 | 整改前 | 整改后 | 应为 | 说明 | 原文件 | 新文件

One row a finding, a changed figure, or a form without another side. Every value is a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hebiao.diff.side import active
from hebiao.reports.diff.words import (
    FIGURE,
    NEWLY_SUBMITTED,
    NOT_RESUBMITTED,
    counts,
    fate_of,
    matched_how,
    new_text,
    old_text,
    remark_on,
)
from hebiao.reports.naming import SEVERITIES
from hebiao.reports.places import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.diff import ChangedFigure, Difference, FormDifference, Judged, SubmittedForm

SHEET = "整改对比"
COLUMNS = (
    "单位", "项目", "情况", "级别", "代码", "问题", "位置",
    "整改前", "整改后", "应为", "说明", "原文件", "新文件",
)  # fmt: skip


class DiffRow(NamedTuple):
    """A row, in the order of COLUMNS."""

    unit: str
    project: str
    fate: str
    severity: str = ""
    code: str = ""
    title: str = ""
    place: str = ""
    old: str = ""
    new: str = ""
    expected: str = ""
    remark: str = ""
    old_file: str = ""
    new_file: str = ""


def diff_rows(difference: Difference) -> Iterator[DiffRow]:
    """Yield the rows, form by form, and at the end the forms without another side."""
    for form in difference.forms:
        how = matched_how(form)
        yield from (_of_finding(form, judged, how) for judged in form.findings)
        yield from (_of_figure(form, changed, how) for changed in form.figures)
    for alone in difference.not_resubmitted:
        yield _alone(alone, NOT_RESUBMITTED)._replace(old_file=alone.path)
    for alone in difference.newly_submitted:
        yield _alone(alone, NEWLY_SUBMITTED)._replace(new_file=alone.path)


def _of_finding(form: FormDifference, judged: Judged, how: str) -> DiffRow:
    found = judged.shown
    return DiffRow(
        *_who(form.new),
        fate=fate_of(judged),
        severity=SEVERITIES[found.severity],
        code=found.code,
        title=found.title,
        place=where(found.at),
        old=judged.old.message if judged.old else "",
        new=judged.new.message if judged.new else "",
        expected=found.expected or "",
        remark="；".join(filter(None, (remark_on(judged), how))),
        old_file=form.old.path,
        new_file=form.new.path,
    )


def _of_figure(form: FormDifference, changed: ChangedFigure, how: str) -> DiffRow:
    return DiffRow(
        *_who(form.new),
        fate=FIGURE,
        place=changed.name,
        old=old_text(changed),
        new=new_text(changed),
        remark=how,
        old_file=form.old.path,
        new_file=form.new.path,
    )


def _alone(form: SubmittedForm, fate: str) -> DiffRow:
    return DiffRow(*_who(form), fate=fate, remark=counts(active(form.findings)))


def _who(form: SubmittedForm) -> tuple[str, str]:
    return form.units[0] if form.units else "", form.project
