"""SC07: one indicator has all the marks there are for indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_COLUMNS = "level1 level2 level3 operator target unit actual full_marks score reason"
_NO_SECOND = {f"indicators.2.{column}": None for column in _COLUMNS.split()}


@rule(
    "SC07",
    title="全部分值集中在一项指标",
    about="指标的分值全部给了一项指标的，评分结果只取决于这一项，请人核对指标是否设全。",
    advice="请核对是否漏列其他产出、效益指标，或把分值分到各项指标。",
    severity=Severity.NOTE,
    basis="表内注：按重要程度确定各项三级指标的分值",
    sample="sichuan",
    bad={
        "indicators.1.full_marks": "90",
        "indicators.1.score": "90",
        **_NO_SECOND,
    },
    good={
        "indicators.1.full_marks": "85",
        "indicators.1.score": "85",
        "indicators.2.full_marks": "5",
        "indicators.2.score": "5",
    },
)
def single_indicator_carries_all(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A form that hangs on one indicator says little of the project.

    Marks merged over several indicators, or left blank at others, are none of one alone.
    """
    marks = weigh(form.indicators)
    if len(marks.cells) != 1 or marks.blank or not marks.exact:
        return
    (cell,) = marks.cells
    holders = [i for i in form.indicators if i.full_marks and i.full_marks.at == cell.at]
    if len(holders) == 1:
        yield Problem(
            f"指标的 {plain(marks.exact)} 分全部给了“{holders[0].name}”一项",
            at=cell,
        )
