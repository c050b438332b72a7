"""SC04: the full marks do not add up to what the form states, or not to 100."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, NotChecked, Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.totals import EXECUTION
from hebiao.scoring.weights import misweighed, several_goals, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.scoring.weights import Weighed
    from hebiao.values.figure import Figure

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Marks:
    """The full marks of a form: those of its indicators, and for budget execution, if known."""

    indicators: Weighed
    execution: Stated[Figure] | None
    counted_twice: bool

    @property
    def budget(self) -> Decimal:
        known = self.execution.value if self.execution else None
        return known.value if known and not self.counted_twice else Decimal(0)

    @property
    def exact(self) -> Decimal:
        return self.indicators.exact + self.budget

    def may_be(self, total: Decimal) -> bool:
        return self.indicators.may_be(total - self.budget)


@rule(
    "SC04",
    title="分值合计与总分栏不符或不是100分",
    about=(
        "预算执行的分值加各项指标的分值，应等于总分栏所填的分值，也应是100分；合并的分值单元格"
        "只算一次。总分栏没有写分值的只报警告；有分值空白或写“/”而合计不足的，不核对。"
    ),
    advice="请核对各项指标的分值，使合计为100分。",
    severity=Severity.ERROR,
    basis="表内“总分”一行的分值100",
    sample="mof",
    bad={
        "indicators.8.full_marks": "20",
        "indicators.8.actual": "45%",
        "indicators.8.reason": "服务站点少，次年增设。",
    },
    good={
        "indicators.2.full_marks": "7.5",
        "indicators.2.score": "7.5",
        "indicators.3.full_marks": "12.5分",
        "indicators.3.score": "12.5",
    },
)
def full_marks_not_100(form: SelfEvaluation, _: Policy) -> Iterator[Problem | NotChecked]:
    """
    All full marks together are 100, and the row of the total says so.

    A sum that contradicts the stated one is an error, a form of other than 100 marks in itself
    a warning. A row of the total may count the indicators alone. Not judged where what is
    missing could make up for it; silent where SC05 names the group that is off.
    """
    marks = _marks(form)
    if not marks.indicators.cells or several_goals(form):
        return
    stated = form.total_full_marks
    aim = stated.value.value if stated and stated.value else _FULL
    if marks.may_be(_FULL) and (marks.may_be(aim) or marks.indicators.may_be(aim)):
        return
    if _accounted_for(form, marks, aim):
        return
    if why := _open(form, marks, aim):
        yield NotChecked(why)
    else:
        yield _problem(form, marks, stated if stated and stated.value else None, aim)


def _marks(form: SelfEvaluation) -> _Marks:
    return _Marks(
        weigh(form.indicators), execution_weight(form.funding), _execution_is_an_indicator(form)
    )


def _execution_is_an_indicator(form: SelfEvaluation) -> bool:
    """Return whether a group of its own has the marks of budget execution among the indicators."""
    weight = execution_weight(form.funding)
    groups = [group for group in form.groups if EXECUTION in group.name]
    sums = [weigh(group.indicators).exact for group in groups]
    return weight is None or weight.value is None or weight.value.value in sums


def _accounted_for(form: SelfEvaluation, marks: _Marks, aim: Decimal) -> bool:
    """Return whether other rules name what is off: 分值 below zero, groups that SC05 reports."""
    if any(cell.value and cell.value.value < 0 for cell in marks.indicators.cells):
        return True
    excess = sum((wrong.excess for wrong in misweighed(form)), Decimal(0))
    return excess != 0 and marks.exact - aim == excess


def _open(form: SelfEvaluation, marks: _Marks, aim: Decimal) -> str | None:
    """Return why the sum cannot be judged, or None."""
    if marks.indicators.open_to(aim - marks.budget):
        return "有指标的分值没有填写或写作“/”，分值合计无法核对"
    line, weight = form.funding.total, marks.execution
    unknown = weight is None or weight.value is None
    if unknown and line and (line.score or line.full_marks) and marks.exact < aim:
        return "表内没有写明预算执行的分值，分值合计无法核对"
    if form.total is None and form.total_full_marks is None and marks.exact < aim:
        return f"表内没有总分一行，各项分值合计 {plain(marks.exact)}，无从核对"
    return None


def _problem(
    form: SelfEvaluation, marks: _Marks, stated: Stated[Figure] | None, aim: Decimal
) -> Problem:
    contradicted = stated is not None and not marks.may_be(aim)
    said = f"，总分栏写 {plain(aim)}" if stated else ""
    related = (*marks.indicators.cells, *(() if marks.counted_twice else (marks.execution,)))
    wanted = "" if contradicted and aim == _FULL else "，应为 100"
    return Problem(
        f"各项分值合计 {plain(marks.exact)}{said}{wanted}",
        at=stated or marks.indicators.cells[0],
        expected=plain(aim if stated is None or not contradicted else marks.exact),
        formula=f"{' + '.join(_terms(form, marks))} = {plain(marks.exact)}",
        related=tuple(cell for cell in related if cell),
        severity=None if contradicted else Severity.WARNING,
        confidence=Confidence.HIGH if stated else Confidence.MEDIUM,
    )


def _terms(form: SelfEvaluation, marks: _Marks) -> Iterator[str]:
    if marks.budget:
        yield f"{EXECUTION} {plain(marks.budget)}"
    for group in form.groups:
        yield f"{group.name} {plain(weigh(group.indicators).exact)}".strip()
