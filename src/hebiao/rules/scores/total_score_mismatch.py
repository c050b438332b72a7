"""SC01: the total is not the sum of the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.layouts.place import CellPlace
from hebiao.rules.mismatch import mismatch
from hebiao.rules.rule import NotChecked, Problem, Severity, rule
from hebiao.scoring.totals import parts, sum_of, unscored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure


@rule(
    "SC01",
    title="总分与各项得分之和不符",
    about=(
        "总分应等于预算执行得分加各项指标得分；合并的得分单元格只算一次。人打的分按所写的数计"
        "算，由公式算出的分才允许取整的误差。"
    ),
    advice="请重新加总；别处（如摘要）写了总分的，一并核对是否抄了同一个数。",
    severity=Severity.ERROR,
    basis="表内总分为预算执行得分与各项指标得分之和",
    bad={"total": "98.06分"},
    good={"total": "96.1分", "summary.total": "96.1"},
)
def total_score_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem | NotChecked]:
    """
    总分 is the marks for budget execution plus those of all indicators.

    A merged score cell counts once. Only scores that were computed leave room for rounding:
    marks that somebody gave are exact as written. A form without scores is not judged.
    """
    found = parts(form)
    if form.total is None or form.total.value is None or not found:
        if form.total or found:
            yield NotChecked("没有写总分，或总分读不出" if found else "各项得分都没有填写")
        return
    cells = tuple(cell for part in found for cell in part.cells)
    problem = mismatch(form.total, (sum_of(found),), what="总分", related=cells)
    if problem and (blank := unscored(form)):
        yield NotChecked(f"得分没有填写或读不出，总分无法核对：{'、'.join(map(_where, blank))}")
    elif problem:
        yield problem


def _where(score: Stated[Figure]) -> str:
    """Name a cell by its place, and by what stands there if anything does."""
    at, text = score.at, score.text.strip()
    place = f"第{at.row}行第{at.column}列" if isinstance(at, CellPlace) else ""
    return f"{place}“{text}”" if text else f"{place}（空白）"
