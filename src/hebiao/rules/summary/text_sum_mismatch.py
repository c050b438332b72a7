"""SM05: the parts that a text lists are not the sum it states."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.narrative import at_words, wordings
from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.stated_sums import other_sum
from hebiao.values.enumeration import stated_sums
from hebiao.values.money import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM05",
    title="文字里的分项与合计不符",
    about=(
        "摘要、目标、原因等文字里写“共……万元，其中：甲……万元、乙……万元”的，各分项之和应等于合计"
        "（允许取整）。有“等”“主要”“约”“其余”等字样、可能没有列全的，不判断。"
    ),
    advice="请核对文字里的合计和各分项，改正写错或漏写的一处。",
    severity=Severity.NOTE,
    basis="文字所列合计为其所列各分项之和",
    bad={"reason": "尾款共14.69万元，其中：桌椅9.2万元、图书4.49万元，按合同下年支付。"},
    good={"reason": "尾款共14.69万元，其中：桌椅9.2万元、图书5.49万元，按合同下年支付。"},
)
def text_sum_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    What is listed behind 其中 adds up to what is stated before it.

    Parts that exceed their whole are surely wrong; parts that fall short may be only some of
    it, so that is said only where the list claims to be complete, and with doubt.
    """
    for stated in wordings(form):
        for claim in stated_sums(stated.text):
            way = other_sum(claim)
            if way is None:
                continue
            unit = claim.whole.unit
            exact = Decimal(way.exact.numerator) / way.exact.denominator
            expected = plain(in_unit(exact, unit))
            short = exact < claim.whole.figure.value
            yield Problem(
                f"“{claim.words}”中合计写的是 {claim.whole.figure.text}，"
                f"所列各项相加为 {expected}{unit}",
                at=at_words(stated, claim.words),
                expected=expected,
                formula=f"{way.formula} = {expected}{unit}",
                confidence=Confidence.LOW if short else Confidence.HIGH,
            )
