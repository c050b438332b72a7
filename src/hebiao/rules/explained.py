"""A form in, the reasons it gives for its figures out: what is printed in a cell gives none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated

_PRINTED = re.compile(
    r"""
      预算执行率=预算执行数/调整后预算数
    | (?:对?于?)未达到?\d+%的?[,需应要请]*说明原因
    | 年中发生预算调整的?[,需应要请]*单独说明(?:理由|原因)
    | 其他资金包括社会投入资金[、,]?银行贷款等?(?:资金)?
    | \(?\d+字以内\)?
    | ^[\d.、]+ | [;。]\d[.、] | [;。,]
    """,
    re.VERBOSE,
)
_GIVES_A_REASON = re.compile("原因|由于|因为|结转|结余|节约|尾款|推迟|延期|延迟|未支付|未拨付|未到")
_PRINTED_NOTE = ("注", "备注")


def told(stated: Stated[str] | None) -> bool:
    """
    Return whether somebody gives a reason in a cell.

    A 0, as some systems fill it in, and the form's own printed request for a reason are none.
    """
    if stated is None or stated.value is None:
        return False
    rest = squeeze(stated.value)
    while (shorter := _PRINTED.sub("", rest)) != rest:
        rest = shorter
    return rest.strip("0.") != ""


def funding_reasons(form: SelfEvaluation) -> tuple[Stated[str], ...]:
    """Return the cells of the funding block that ask for a reason."""
    return tuple(line.reason for line in form.funding.lines if line.reason)


def anywhere(form: SelfEvaluation) -> bool:
    """Return whether the form gives any reason at all, in a cell for it or in its other words."""
    if any(told(cell) for cell in _cells(form)):
        return True
    return any(_GIVES_A_REASON.search(words.value) for words in _words(form) if words.value)


def _cells(form: SelfEvaluation) -> Iterator[Stated[str] | None]:
    """Yield the cells that are there for reasons."""
    yield form.reason
    yield from funding_reasons(form)
    yield from (line.remark for line in form.funding.lines)
    yield from (goal.reason for goal in form.goals)
    yield from (indicator.reason for indicator in form.indicators)
    yield form.summary.problems if form.summary else None


def _words(form: SelfEvaluation) -> Iterator[Stated[str]]:
    """Yield the words in which a reason may be told as well."""
    yield from (goal.actual for goal in form.goals if goal.actual)
    yield from (note for note in form.notes if not note.text.strip().startswith(_PRINTED_NOTE))
