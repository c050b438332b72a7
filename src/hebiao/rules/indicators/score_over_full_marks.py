"""PI05: more marks for an indicator than there are, or fewer than none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.cells import score_cells
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy
    from hebiao.scoring.cells import ScoreCell


@rule(
    "PI05",
    title="指标得分超过分值",
    about=(
        "每项指标的得分从0分到分值为止；合并的得分单元格与它所含各项分值之和比较。没有分值列的表"
        "只看得分是否为负数。"
    ),
    advice="请核对得分和分值，改正填错的一个。",
    severity=Severity.ERROR,
    basis="表内栏目“分值”“得分”：得分不得超过该项分值",
    bad={"indicators.2.score": "12", "total": "99"},
    good={"indicators.2.score": "10.0", "total": "97.0"},
    sample="mof",
)
def score_over_full_marks(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    The marks of an indicator lie between nothing and its full marks.

    Both are exact as written. Only full marks with a fraction may have been rounded more
    coarsely than the score: 6.67 of 6.7 is within, and 6.67 of 6.6 is a note.
    """
    for cell in score_cells(form):
        if cell.marks.value < 0:
            yield Problem(f"{cell.name}得分填 {cell.marks}，最低为 0", at=cell.score, expected="0")
        elif cell.over and cell.full:
            yield _over(cell, cell.full)


def _over(cell: ScoreCell, full: Decimal) -> Problem:
    rounded = full != full.to_integral_value() and _alike(cell, full)
    terms = [str(figure.value) for figure in cell.full_cells]
    formula = f"{cell.marks} > {' + '.join(terms)}"
    return Problem(
        f"{cell.name}得分填 {cell.marks}，超过分值 {plain(full)}",
        at=cell.score,
        expected=f"不超过 {plain(full)}",
        formula=f"{formula} = {plain(full)}" if len(terms) > 1 else formula,
        related=cell.full_cells,
        severity=Severity.NOTE if rounded else None,
        confidence=Confidence.LOW if rounded else Confidence.HIGH,
    )


def _alike(cell: ScoreCell, full: Decimal) -> bool:
    """Return whether full marks and marks may be one figure, rounded to different digits."""
    sole = cell.full_cells[0].value if len(cell.full_cells) == 1 else None
    return cell.marks.agrees(full) or (sole is not None and sole.agrees(cell.marks.value))
