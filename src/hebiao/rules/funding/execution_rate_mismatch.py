"""FD01: the execution rate is not executed ÷ budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.mismatch import mismatch
from hebiao.rules.rule import NotChecked, Problem, Severity, rule
from hebiao.scoring.execution import line_rate
from hebiao.scoring.sources import borne_out_by_sources
from hebiao.values.reading import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FD01",
    title="执行率与执行数÷预算数不符",
    about=(
        "执行率应等于执行数÷预算数。只有在所填金额无论怎样取整都得不出所填执行率时，才算错误"
        "；预算数为0时没有执行率。"
    ),
    advice="请核对预算数、执行数、执行率三个数，改正其中填错的一个。",
    severity=Severity.ERROR,
    basis="表内栏目“执行率（B/A）”",
    bad={"funding.1.execution_rate": "86.3%"},
    good={"funding.1.execution_rate": "85.3%"},
)
def execution_rate_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem | NotChecked]:
    """
    执行率 is 执行数 ÷ 预算数.

    A rate is wrong only when no rounding of the written amounts allows it: 85.31 ÷ 100.00 may
    be written 85%, 85.3% or 85.31%, never 86.3%. A budget of zero has no rate. A rate that the
    sources of the money bear out is right: then FD04 names the amount that is wrong.
    """
    for line in form.funding.lines:
        base, rate = form.funding.base(line), line.execution_rate
        way = line_rate(form.funding, line)
        what = f"{line.source.value or ''}执行率" if line.source else "执行率"
        if line.kind == "total" and borne_out_by_sources(form):
            continue
        if way and (problem := mismatch(rate, (way,), what=what, related=(base, line.executed))):
            yield problem
        elif rate and rate.value and way is None and not (base and base.value):
            yield NotChecked(f"{what}无法核对：预算数没有填写或读不出")
        elif rate and rate.status is Status.UNREADABLE:
            yield NotChecked(f"{what}“{rate.text}”读不出：{rate.reason}")
