"""FM07: a form that nobody has filled in yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.values.reading import Status
from hebiao.values.target import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure
    from hebiao.values.target import Statement

_BLANK = {f"indicators.{n}.{column}": "" for n in range(1, 9) for column in ("actual", "score")}
_UNUSED = {
    "indicators.9.level1": "满意度指标",
    "indicators.9.level3": "……",
    "indicators.9.target": "",
    "indicators.9.actual": "",
}


@rule(
    "FM07",
    title="自评表尚未填报",
    about=(
        "指标的完成值和得分全部空白的，是还没有自评的空表：只报这一条，其余不再"
        "核对。由系统带出的预算数、执行数不算已填报；没有得分栏的表，执行数也空白才算。"
    ),
    advice="请填写各项指标的完成值和得分后再报送。",
    severity=Severity.WARNING,
    basis="自评表应填写各项指标的实际完成值和得分",
    sample="mof",
    bad={"total": "", "funding.1.score": "", **_BLANK},
    good=_UNUSED,
    settles=True,
)
def form_not_filled_in(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A form without a single actual and a single score says nothing to judge.

    One actual, or one score, and the form was begun: then each blank cell is told by itself.
    """
    actuals = [indicator.actual for indicator in form.indicators if indicator.actual]
    if not actuals:
        return
    if any(map(_reported, actuals)) or any(map(_filled, _scores(form))):
        return
    if not any(indicator.score for indicator in form.indicators) and _money_reported(form):
        return
    blank = "完成值和得分" if list(_scores(form)) else "完成值和执行数"
    yield Problem(f"{len(actuals)} 项指标的{blank}全部空白，其余内容没有核对", at=actuals[0])


def _reported(actual: Stated[Statement]) -> bool:
    """Whether something stands there that is no placeholder; a stroke is an answer."""
    return not actual.empty and not (actual.value and actual.value.kind is Kind.PLACEHOLDER)


def _scores(form: SelfEvaluation) -> Iterator[Stated[Figure]]:
    """Yield every cell that a score belongs in."""
    line = form.funding.total
    cells = [line.score if line else None, form.total, *(i.score for i in form.indicators)]
    yield from (cell for cell in cells if cell)


def _filled(figure: Stated[Figure] | None) -> bool:
    return figure is not None and figure.status in {Status.READ, Status.UNREADABLE}


def _money_reported(form: SelfEvaluation) -> bool:
    return any(_filled(line.executed) for line in form.funding.lines)
