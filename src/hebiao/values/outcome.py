"""
The words of a qualitative cell → the grade they state, or whether the work is plainly done.

    达成年度指标                          FULL       完成、按时完成、达标        done
    部分达成年度指标并具有一定效果        PARTIAL    尚未完工、未达标            not done
    未达成年度指标且效果较差              NONE       显著提升、起到作用          neither
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Grade(StrEnum):
    """The three grades the Ministry's form knows for a qualitative indicator."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


_GRADE = re.compile(
    r"""
    (?P<extent> 已 | 全部 | 完全 | 全面 | 部分 | 未能? | 没有 )?
    (?: 达成
      | (?: 达成 | 达到 | 实现 | 完成 )
        (?: 年度 | 预期 | 全年 | 既定 )+ (?: 绩效 )? (?: 指标 | 目标 ) 值?
    )
    (?: [,、]? [并且] [^0-9]{1,12} )?           # 并具有一定效果, 且效果较差
    """,
    re.VERBOSE,
)
_LESSER: Final = {
    "部分": Grade.PARTIAL,
    "未": Grade.NONE,
    "未能": Grade.NONE,
    "没有": Grade.NONE,
}

_DONE = re.compile(
    r"""
    (?: 项目 | 工作 | 任务 | 均 | 已 | 已经 | 全部 | 全面 | 按时 | 按期 | 如期 | 及时 | 准时
      | 圆满 | 顺利 | 按计划 | 按要求 | 按质按量 | 保质保量 )*
    (?: 完成 (?: 情况 )? (?: 了 | 良好 | 到位 )?
        (?: 任务 | 工作 | 目标 | 建设 | 验收 | 支付 | 发放 )?
      | 达标 | 完工 | 竣工 )
    """,
    re.VERBOSE,
)
_NOT_DONE = re.compile(
    r"""
      尚未 (?! 发生 | 发现 | 出现 )
    | (?: 未能? | 没有? ) (?: 全部 | 完全 | 按时 | 按期 | 如期 )?
      (?: 完成 | 完工 | 竣工 | 达标 | 达到 | 达成 | 实现 | 开展 | 实施 | 启动 | 执行 | 支付 | 验收
        | 落实 )
    | 不达标 | 不合格 | 不能完全体现 | 无法完成
    """,
    re.VERBOSE,
)


def grade(words: str) -> Grade | None:
    """Read one of the three grades, in any of the wordings the provinces print."""
    found = _GRADE.fullmatch(words)
    return _LESSER.get(found["extent"] or "", Grade.FULL) if found else None


def done(words: str) -> bool | None:
    """
    Return True or False only where the words leave no doubt.

    基本完成 and 显著提升 are neither: what they are worth is for a reviewer to say.
    """
    if _NOT_DONE.search(words):
        return False
    return True if _DONE.fullmatch(words) else None
