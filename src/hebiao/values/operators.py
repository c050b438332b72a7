"""
The words of comparison around a number → one Operator.

    不低于90%      ≥        达到90%以上    ≥        控制在5%以内    ≤
    大于等于90%    ≥        》90%          ≥        约90%左右       ≈
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from hebiao.values.spelling import either


class Operator(StrEnum):
    """How a stated value is meant."""

    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    EQUAL = "="
    ABOUT = "≈"


_COMPARES: Final = {
    Operator.AT_LEAST: """
        ≥ ≧ ⩾ ≮ >= => 大于等于 大于或等于 大于或者等于 高于等于 高于或等于 多于等于
        不低于 不少于 不小于 不短于 不得低于 不得少于 不得小于 不能低于 不能少于 未低于 未少于
        达到或超过 达到或高于 至少 最少 最低
        """,
    Operator.MORE: "> 大于 高于 多于 超过 超出 超 突破",
    Operator.AT_MOST: """
        ≤ ≦ ⩽ ≯ <= =< 小于等于 小于或等于 小于或者等于 低于等于 低于或等于 少于等于
        不超过 不超出 不超 不高于 不大于 不多于 不长于 不得超过 不得高于 不得大于 不得多于 不能超过
        未超过 未超出 未超 没有超过 至多 最多 最高
        """,
    Operator.LESS: "< 小于 少于 低于 不足 不到",
    Operator.EQUAL: "= ═ 等于",
    Operator.ABOUT: "≈ 约为 大约 约 接近 近",
}
_SLIPS: Final = {Operator.AT_LEAST: "》 Z", Operator.AT_MOST: "《 W"}
"""What keyboards and scanners make of ≥ and ≤: read as meant, and said so."""

_REACHES: Final = {
    Operator.AT_LEAST: """
        达到 达 完成 实现 保持在 提升到 提升至 提高到 提高至 增加到 增加至 增长到 增长至
        上升到 上升至
        """,
    Operator.AT_MOST: """
        控制在 控制到 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 压减到 压减至
        缩短到 缩短至
        """,
}
"""Verbs that compare only where nothing else does: 达到约90%, 控制在90%以上."""

_FOLLOWS: Final = {
    Operator.AT_LEAST: "及以上 或以上 以上",
    Operator.AT_MOST: "及以下 或以下 以下 以内 之内 内",
    Operator.ABOUT: "左右 上下",
}
_FILLERS: Final = """
    了 为 是 在 : 共 共计 合计 累计 总计 计 应 应该 须 必须 需 需要 要 已 已经
    力争 确保 保证 预计 介于
    """
"""Words that may stand between label, comparison and number without changing anything."""

_WHOLE: Final = """
    节约 预约 签约 履约 集约 下达 传达 送达 到达 抵达 表达 附近 就近 邻近 最近 赶超 设计 统计
    审计 会计 估计 作为 行为 成为 存在 公共 响应 供应 适应 对应 反应 效应 重要 主要 纪要 概要
    """
"""Words whose last character looks like one of the above: 节约10万元 is not about 10万元."""


def _spelled(table: dict[Operator, str]) -> dict[str, Operator]:
    return {word: operator for operator, words in table.items() for word in words.split()}


_STRONG: Final = _spelled(_COMPARES) | _spelled(_SLIPS)
_WEAK: Final = _spelled(_REACHES)
_AFTER: Final = _spelled(_FOLLOWS)
_SLIPPED: Final = frozenset(_spelled(_SLIPS))
_IGNORED: Final = frozenset(_FILLERS.split())
_LABELS: Final = frozenset(_WHOLE.split())
_WORDS: Final = _STRONG.keys() | _WEAK.keys() | _IGNORED
_LONGEST: Final = max(map(len, _WORDS))

SUFFIX: Final = either(_AFTER)
"""A pattern for a comparison behind the number: 以上, 以内, 左右."""


class Left(NamedTuple):
    """What stands before a number: what is measured, and the words of comparison."""

    label: str
    words: tuple[str, ...]


class Compared(NamedTuple):
    """The operator that the words around a number amount to; `guess` says a slip was mended."""

    operator: Operator | None
    guess: str = ""


def left(words: str) -> Left:
    """Part 项目实际完成率应达到 into the label and (达到); the longest word wins each time."""
    label, found = words.rstrip(), []
    while word := _last_word(label):
        label = label.removesuffix(word).rstrip()
        if word not in _IGNORED:
            found.append(word)
    return Left(label, tuple(reversed(found)))


def _last_word(words: str) -> str:
    if words[-2:] in _LABELS:
        return ""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if words[-length:] in _WORDS:
            return words[-length:]
    return ""


def compared(before: tuple[str, ...], after: str) -> Compared | None:
    """
    Combine the words before and after a number; None when they point in opposite directions.

    A comparison before the number outranks one behind it (超过90%以上 is a pleonasm for >), and
    both outrank a mere verb of reaching (达到90%左右 is ≈).
    """
    strong = [_STRONG[word] for word in before if word in _STRONG]
    ranked = [*strong, *([_AFTER[after]] if after else [])] or [_WEAK[word] for word in before]
    if not ranked:
        return Compared(None)
    if _upward(ranked) and _downward(ranked):
        return None
    slips = [word for word in before if word in _SLIPPED]
    return Compared(ranked[0], f"“{slips[0]}”按“{ranked[0]}”读" if slips else "")


def _upward(operators: list[Operator]) -> bool:
    return Operator.AT_LEAST in operators or Operator.MORE in operators


def _downward(operators: list[Operator]) -> bool:
    return Operator.AT_MOST in operators or Operator.LESS in operators
