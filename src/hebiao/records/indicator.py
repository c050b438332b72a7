"""The indicators: three levels, target, actual, marks; and the groups their weights belong to."""

from __future__ import annotations

from functools import cached_property

from hebiao.records.stated import Record, Stated
from hebiao.values.figure import Figure  # noqa: TC001 - pydantic reads it at run time
from hebiao.values.target import Statement  # noqa: TC001 - pydantic reads it at run time


class Indicator(Record):
    """
    One third-level indicator.

    `full_marks` is the form's 分值, None where the form has no such column. Indicators that
    share one merged score cell share the same `score`, which counts once. Some forms split a
    target: `operator` 指标性质 and `unit` 度量单位 then stand beside it, and its value is read
    of the three together. `method` says how it is scored (得分计算方法), `basis` on what evidence
    it was (评分依据), `completion` in words how far it was reached (完成情况). What others make of
    the score: `reviewed_score` 复核分, `converted_score` 折算得分 by `weight_share` 权重占比.
    """

    number: int
    level1: Stated[str] | None = None
    level2: Stated[str] | None = None
    level3: Stated[str] | None = None
    operator: Stated[str] | None = None
    target: Stated[Statement] | None = None
    unit: Stated[str] | None = None
    actual: Stated[Statement] | None = None
    full_marks: Stated[Figure] | None = None
    method: Stated[str] | None = None
    score: Stated[Figure] | None = None
    reviewed_score: Stated[Figure] | None = None
    weight_share: Stated[Figure] | None = None
    converted_score: Stated[Figure] | None = None
    completion: Stated[str] | None = None
    reason: Stated[str] | None = None
    basis: Stated[str] | None = None
    remark: Stated[str] | None = None

    @cached_property
    def name(self) -> str:
        """The third-level name on one line."""
        return "".join(self.level3.text.split()) if self.level3 else f"第{self.number}项指标"


class Goal(Record):
    """
    What was to be reached in the year, and what was, in words.

    `label` stands at its left: 年度总体目标, or 年度绩效目标2（40分） where a form has several.
    """

    label: Stated[str] | None = None
    expected: Stated[str] | None = None
    actual: Stated[str] | None = None
    completion_rate: Stated[Figure] | None = None
    reason: Stated[str] | None = None


class IndicatorGroup(Record):
    """
    The indicators under one first-level label, with the weight printed in it.

    `goal` is the label of the goal they belong to, where a form has several.
    """

    name: str
    weight: Stated[Figure] | None
    goal: Stated[str] | None
    indicators: tuple[Indicator, ...]

    @cached_property
    def scored(self) -> tuple[Indicator, ...]:
        """The indicators with a figure for a score, one for each score cell."""
        owners = {i.score.at: i for i in reversed(self.indicators) if i.score and i.score.value}
        return tuple(reversed(owners.values()))

    @cached_property
    def scores(self) -> tuple[Stated[Figure], ...]:
        """The score cells of the group that hold a figure, each once."""
        return tuple(indicator.score for indicator in self.scored if indicator.score)
