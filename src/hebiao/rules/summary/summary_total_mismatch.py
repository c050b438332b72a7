"""SM02: the total in the summary is not the sum of the parts beside it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hebiao.rules.mismatch import mismatch
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import Way
from hebiao.scoring.repeated import disputed, repeated_part
from hebiao.scoring.totals import EXECUTION
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, SummaryPart
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure


@rule(
    "SM02",
    title="摘要总分与其分项之和不符",
    about=(
        "摘要写明的总分应等于它写明的各部分得分之和；摘要与表内总分相同并不能证明正确，往往是"
        "抄来的。"
    ),
    advice="请先核对表内总分，再改摘要。",
    severity=Severity.ERROR,
    basis="摘要所列总分为其所列各部分得分之和",
    bad={"summary.total": "98.06", "total": None},
    good={"summary.total": "96.1", "total": "96.1分"},
)
def summary_total_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The total a summary states is the sum of the parts it states.

    That the table repeats the same total is no proof: the summary is often a copy of it. Not
    judged where total or parts differ from the table's, which is another finding, nor where
    the summary leaves out a part the table has.
    """
    summary = form.summary
    if summary is None or summary.total is None or not _complete(form):
        return
    scores = (summary.total, *(part.score for part in summary.parts))
    if disputed(form, *scores):
        return
    way = _sum(form, summary.parts)
    related = tuple(part.score for part in summary.parts)
    if problem := mismatch(summary.total, (way,), what="摘要总分", related=related):
        yield problem


def _complete(form: SelfEvaluation) -> bool:
    """The summary has a figure for budget execution and for every group of the table."""
    parts = form.summary.parts if form.summary else ()
    named = {part.name for part in parts if part.score.value}
    needed = {EXECUTION, *(group.name for group in form.groups)}
    return needed <= named


def _sum(form: SelfEvaluation, parts: tuple[SummaryPart, ...]) -> Way:
    figures = [(part.name, part.score.value) for part in parts if part.score.value]
    exact = sum((figure.value for _, figure in figures), Decimal(0))
    possible = Interval.exactly(Decimal(0))
    for name, figure in figures:
        possible += _interval(form, name, figure)
    return Way(Fraction(exact), possible, " + ".join(str(figure) for _, figure in figures))


def _interval(form: SelfEvaluation, name: str, figure: Figure) -> Interval:
    """Return the room for rounding: the table's own where the part equals the table's sum."""
    part = repeated_part(form, name)
    return part.possible if part and part.exact == figure.value else figure.interval()
