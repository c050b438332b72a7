"""PI06: a missed target earned more marks than the formula gives."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import Outcome, achievements, explained
from hebiao.scoring.cells import score_cells
from hebiao.scoring.comparison import comparisons
from hebiao.scoring.computed import plain, rounded
from hebiao.scoring.quantitative import gives, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.scoring.cells import ScoreCell
    from hebiao.scoring.comparison import Comparison
    from hebiao.scoring.quantitative import AtMost, Marks

_CENT = Decimal("0.01")
_PERCENT = 100
_PROPORTIONAL = re.compile(r"[AB]\s*[/÷]\s*[AB]|比例|完成率|[*×]")


@rule(
    "PI06",
    title="未完成指标的得分与计分公式不符",
    about=(
        "没有完成的定量指标按完成比例得分：应达到的按完成值÷目标值；不应超过的按目标值÷完成值，或"
        "按1-(完成值-目标值)÷目标值，表内印明一种的以表内为准。得分高于公式结果的按警告报；低于的"
        "可能另有扣分，只在看得出是用分值直接乘了百分数时提示。只核对表内写明分值的指标。"
    ),
    advice="请按完成比例重算得分。",
    severity=Severity.WARNING,
    basis="未达到指标值的，按完成值与指标值之比记分（正向B/A，反向A/B）",
    bad={"indicators.6.score": "14.2", "total": "97.7"},
    good={"indicators.6.score": "14", "total": "97.5"},
    sample="mof",
)
def score_formula_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A target that was missed earns its share of the full marks, and not more.

    Any rounding of that share agrees. Full marks that had to be inferred are not judged by:
    they were inferred from this very score. Fewer marks than the share are for a reviewer to
    give, and RS01 asks for the reason; but marks taken of the percentage itself, 10 × 85.5 %
    of a target of 90 %, are a slip that shows. Full marks are for PI02.
    """
    for cell in score_cells(form):
        indicator = cell.alone
        reached = achievements(form)[indicator.number] if indicator else None
        if not indicator or not reached or reached.outcome is not Outcome.MISSED or not cell.full:
            continue
        both = comparisons(form)[indicator.number]
        if both and cell.marks.value < cell.full and not _other_method(indicator):
            yield from _judged(cell, indicator, both, form.standards.at_most)


def _judged(
    cell: ScoreCell, indicator: Indicator, both: Comparison, at_most: AtMost
) -> Iterator[Problem]:
    given, full = marks(both, at_most), cell.full or Decimal(0)
    if not given or any(gives(full, each.share, cell.marks) for each in given):
        return
    if cell.marks.interval().low > Fraction(full) * max(each.most for each in given):
        yield _above(cell, indicator, both, given)
    elif _of_the_percentage(cell, both):
        yield _slipped(cell, indicator, both, given[0])


def _above(
    cell: ScoreCell, indicator: Indicator, both: Comparison, given: tuple[Marks, ...]
) -> Problem:
    """Return the warning; that a target of nothing leaves no marks is a matter of opinion."""
    results = sorted({_result(cell, each) for each in given})
    expected = "–".join(map(str, results)) if len(results) > 1 else plain(results[0])
    doubtful = both.aimed == 0
    formulas = [
        f"{plain(cell.full or Decimal(0))} × {each.formula} = {plain(_result(cell, each))}"
        for each in given
        if both.aimed
    ]
    return Problem(
        f"“{indicator.name}”{explained(indicator)}，没有达到目标，"
        f"按公式得 {expected} 分，填 {cell.marks} 分",
        at=cell.score,
        expected=expected,
        formula="；".join(formulas) or None,
        related=_cells(cell, indicator),
        severity=Severity.NOTE if doubtful else None,
        confidence=Confidence.HIGH if both.sure and not doubtful else Confidence.LOW,
    )


def _slipped(cell: ScoreCell, indicator: Indicator, both: Comparison, usual: Marks) -> Problem:
    full = plain(cell.full or Decimal(0))
    percent, aimed = plain(rounded(both.reached, Decimal("0.0001"))), plain(both.aimed)
    return Problem(
        f"“{indicator.name}”{explained(indicator)}，填 {cell.marks} 分，恰为分值 {full} 直接乘"
        f" {percent}%；按完成比例还应除以目标 {aimed}%，得 {plain(_result(cell, usual))} 分",
        at=cell.score,
        expected=plain(_result(cell, usual)),
        formula=f"{full} × {usual.formula} = {plain(_result(cell, usual))}",
        related=_cells(cell, indicator),
        severity=Severity.NOTE,
        confidence=Confidence.MEDIUM if both.sure else Confidence.LOW,
    )


def _of_the_percentage(cell: ScoreCell, both: Comparison) -> bool:
    """Return whether marks are full marks × the percentage reached, not its share of the aim."""
    return (
        both.unit == "%"
        and 0 < both.reached < both.aimed < _PERCENT
        and cell.marks.agrees(Fraction(cell.full or 0) * both.reached / _PERCENT)
    )


def _other_method(indicator: Indicator) -> bool:
    """Return whether the form states for this indicator a way of scoring that is no proportion."""
    method = indicator.method.value if indicator.method else None
    return method is not None and ("扣" in method or not _PROPORTIONAL.search(method))


def _result(cell: ScoreCell, given: Marks) -> Decimal:
    return rounded(Fraction(cell.full or 0) * given.share, min(cell.marks.quantum, _CENT))


def _cells(cell: ScoreCell, indicator: Indicator) -> tuple[Stated[Any], ...]:
    cells = (indicator.target, indicator.actual, *cell.full_cells)
    return tuple(each for each in cells if each)
