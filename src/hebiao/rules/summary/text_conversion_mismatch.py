"""SM06: an amount and its restatement in another unit are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.narrative import at_words, wordings
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.values.money import in_unit
from hebiao.values.restated import restated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "SM06",
    title="同一金额的两种单位换算不符",
    about=(
        "文字里把一个金额换一种单位再写一遍的，如“100万元（1000000元）”，两个数应当相等（允许"
        "取整）。括号里另有文字的不判断。"
    ),
    advice="请核对两个数字，常见原因是多写或少写了零。",
    severity=Severity.NOTE,
    basis="同一金额用不同单位表示应当相等",
    bad={"reason": "闭馆改造时间比计划多两个月，尾款14.69万元（14690元）按合同下年支付。"},
    good={"reason": "闭馆改造时间比计划多两个月，尾款14.7万元（146900元）按合同下年支付。"},
)
def text_conversion_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """The coarser of two figures for one amount is the finer one rounded."""
    for stated in wordings(form):
        for words, first, second in restated(stated.text):
            if first.figure.interval().meets(second.figure.interval()):
                continue
            expected = plain(in_unit(first.figure.value, second.unit))
            yield Problem(
                f"“{words}”前后不等，{first.figure.text}应为 {expected}{second.unit}",
                at=at_words(stated, words),
                expected=expected,
            )
