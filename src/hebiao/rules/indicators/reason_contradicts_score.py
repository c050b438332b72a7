"""PI15: the reason says that an indicator was not completed, and its marks say that it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze
from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.cells import score_cells
from hebiao.values.outcome import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation
    from hebiao.rules.policy import Policy

_MISSED = re.compile(
    r"(?:未能?|没有?)(?:全部|完全|按时|按期|如期)?(?:完成|达到|达成|达标|实现)|不达标|未完工"
)
_TAKEN_BACK = re.compile(
    r"""
      (?:无|没有|不存在|未出现|未发生|未发现) [^,;。]{0,6} 未        # 没有未完成的情况
    | 原因 [^,;。]{0,4} (?:无|没有|不存在|不适用)                    # 未完成原因：无
    | (?:已|均|超额|提前|补|后) [^未没,;。]{0,4} (?:完成|达|实现|完工)  # 上半年未完成，现已完成
    | 上半年 | 往年 | 上年 | 去年 | 以前年度 | 次年 | 明年 | 其他 | 个别 | 部分 | 若 | 如
    """,
    re.VERBOSE,
)
"""Words by which an indicator may have been completed all the same."""

_DEVIATES = re.compile(r"(?<![无没])(?<!没有)(?<!不存在)偏差(?:率|程度)?(?:较|过|很)?大")


@rule(
    "PI15",
    title="原因栏写未完成而得满分",
    about=(
        "完成值达到目标、得了满分的指标，原因栏却写“未完成”“未达到”或“偏差较大”的，两处说法不一。"
        "只看整项指标的说法，写明后来已完成、只涉及个别部分的不算。"
    ),
    advice="请核对完成值和原因，改正其中一处。",
    severity=Severity.NOTE,
    basis="表内栏目“偏差原因分析及改进措施”：说明没有完成的原因",
    bad={"indicators.3.reason": "未完成，因雨季停工"},
    good={"indicators.3.reason": "无未完成情况，无偏差"},
    sample="mof",
)
def reason_contradicts_score(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A reason for missing a target that was met, with all marks given, belongs elsewhere.

    Where more was reached than aimed at, a great deviation is that, and no contradiction.
    """
    for cell in score_cells(form):
        indicator = cell.alone
        reason = indicator.reason if indicator else None
        if not indicator or not reason or not reason.value or cell.marks.value != cell.full:
            continue
        if _reached(form, indicator) and _says_missed(form, indicator, squeeze(reason.value)):
            yield Problem(
                f"“{indicator.name}”得满分 {cell.marks}，原因栏写“{' '.join(reason.text.split())}”",
                at=reason,
                related=tuple(each for each in (indicator.actual, cell.score) if each),
                confidence=Confidence.LOW,
            )


def _reached(form: SelfEvaluation, indicator: Indicator) -> bool:
    said = indicator.actual.value if indicator.actual else None
    if said and (said.grade is Grade.FULL or said.done is True):
        return True
    return achievements(form)[indicator.number].outcome is Outcome.MET


def _says_missed(form: SelfEvaluation, indicator: Indicator, reason: str) -> bool:
    if _TAKEN_BACK.search(reason):
        return False
    exceeded = achievements(form)[indicator.number].ratio != 1
    return bool(_MISSED.search(reason)) or (not exceeded and bool(_DEVIATES.search(reason)))
