"""
A form in, its score cells with the indicators and the full marks each of them is for out.

    | 数量指标 | 更新桌椅 | 8分 |  8   |      one indicator, 8 of 8
    | 质量指标 | 合格率   | 4分 | 10   |      merged down: two indicators, 10 of 4 + 6
    |          | 优良率   | 6分 |      |
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.scoring.computed import FORMS_KEPT

if TYPE_CHECKING:
    from hebiao.layouts import Place
    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.values.figure import Figure


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """
    A cell with marks in it: a figure, the indicators it is for, and where their 分值 stand.

    `full` is the sum of those, or None where one of them has none of its own: no figure, or
    one that is merged with that of another score.
    """

    score: Stated[Figure]
    marks: Figure
    indicators: tuple[Indicator, ...]
    full_cells: tuple[Stated[Figure], ...]
    full: Decimal | None

    @property
    def name(self) -> str:
        """The names of the indicators."""
        return "、".join(f"“{indicator.name}”" for indicator in self.indicators)

    @property
    def over(self) -> bool:
        """Whether there are more marks than full marks; 分值 of 0 are none to go by."""
        return self.full is not None and 0 < self.full < self.marks.value

    @property
    def alone(self) -> Indicator | None:
        """The indicator, where there is only one."""
        return self.indicators[0] if len(self.indicators) == 1 else None


@lru_cache(maxsize=FORMS_KEPT)
def score_cells(form: SelfEvaluation) -> tuple[ScoreCell, ...]:
    """Return the cells that hold the marks of indicators, in the order of the form."""
    rows: dict[Place, list[Indicator]] = {}
    owners: dict[Place, set[Place]] = {}
    for indicator in form.indicators:
        if indicator.score:
            rows.setdefault(indicator.score.at, []).append(indicator)
        if indicator.score and indicator.full_marks:
            owners.setdefault(indicator.full_marks.at, set()).add(indicator.score.at)
    shared = {place for place, scores in owners.items() if len(scores) > 1}
    cells = (_cell(tuple(indicators), shared) for indicators in rows.values())
    return tuple(cell for cell in cells if cell)


def _cell(indicators: tuple[Indicator, ...], shared: set[Place]) -> ScoreCell | None:
    score = indicators[0].score
    if score is None or score.value is None:
        return None
    cells = {i.full_marks.at: i.full_marks for i in indicators if i.full_marks}
    figures = [cell.value.value for cell in cells.values() if cell.value]
    complete = len(figures) == len(cells) and cells.keys().isdisjoint(shared)
    full = sum(figures, Decimal(0)) if figures and complete else None
    return ScoreCell(score, score.value, indicators, tuple(cells.values()), full)
