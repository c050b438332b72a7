"""
The result of a file in, what a comparison needs of it out: the forms, or why there is none.

It is made where the file was checked: a result is some hundred times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hebiao.batch.work import Task, result_of
from hebiao.diff import FileTrouble, SubmittedForm, submitted_forms

if TYPE_CHECKING:
    from hebiao.batch.order import Order
    from hebiao.check import CheckResult

Submitted: TypeAlias = tuple[tuple[SubmittedForm, ...], FileTrouble | None]


def submitted_of(result: CheckResult) -> Submitted:
    """Return of a file only what the comparison needs."""
    problem = result.problem
    trouble = FileTrouble(result.path, result.status, problem.message) if problem else None
    return submitted_forms(result), trouble


def submitted(order: Order, task: Task) -> Submitted:
    """Check a file and return of it only what the comparison needs."""
    return submitted_of(result_of(order, task))
