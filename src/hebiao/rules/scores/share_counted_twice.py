"""SC10: marks that are shares of the total already are weighted once more."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.figure import Figure

_PERCENT = 100
_FULL = Decimal(100)
_FEWEST = 2


class _Row(NamedTuple):
    """What an indicator scored, its share in per cent, and what was made of the two."""

    score: Figure
    share: Figure
    converted: Figure
    cell: Stated[Figure]


@rule(
    "SC10",
    title="得分又按权重折算一次",
    about=(
        "各项分值合计不超过100分，单项得分本身已经含有权重，再乘以权重占比得出的折算得分重复计"
        "算了权重。这是表式的问题，不要求改数，只提示折算后的总分偏低。"
    ),
    advice="请与表式的制发单位核对折算得分的算法；对外使用以未折算的总分为宜。",
    severity=Severity.NOTE,
    basis="表内栏目“单项指标得分”“权重占比（%）”“折算得分”",
    sample="hebei",
    bad={
        "indicators.1.converted_score": "9",
        "indicators.2.converted_score": "16",
        "indicators.3.converted_score": "4",
        "indicators.4.converted_score": "1",
        "converted_total": "30",
    },
    good={"indicators.4.converted_score": "1", "converted_total": "91"},
)
def share_counted_twice(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    单项得分 × 权重占比 counts the weight twice where 单项得分 is out of 分值.

    A form whose indicators are each marked out of 100 is right to multiply: there the 分值 add
    up to more than 100, or there are none. Every row must have been converted that way.
    """
    marks, rows = weigh(form.indicators), tuple(_rows(form))
    if len(rows) < _FEWEST or not marks.cells or marks.exact > _FULL:
        return
    if all(_multiplied(row) for row in rows):
        first = rows[0]
        yield Problem(
            f"折算得分 = 单项得分 × 权重占比，而各项分值合计 {plain(marks.exact)}，"
            "单项得分已按权重给分，权重计算了两次",
            at=form.converted_total or first.cell,
            formula=f"{first.score} × {plain(first.share.value)}% = {first.converted}",
            related=tuple(row.cell for row in rows),
        )


def _rows(form: SelfEvaluation) -> Iterator[_Row]:
    """Yield the rows that tell: none of the marks, or a share of all, is the same either way."""
    for indicator in form.indicators:
        score, share, cell = indicator.score, indicator.weight_share, indicator.converted_score
        if not score or not share or not cell:
            continue
        if score.value and share.value and cell.value:
            row = _Row(score.value, share.value, cell.value, cell)
            if row.score.value and row.share.value != _PERCENT:
                yield row


def _multiplied(row: _Row) -> bool:
    product = Fraction(row.score.value) * Fraction(row.share.value) / _PERCENT
    return row.converted.agrees(product) and not row.converted.agrees(row.score.value)
