"""
What an indicator aimed at and reached: a target of any kind, and the share of marks it earns.

    不低于 | 90 | %    86%      86/90 of the marks
    ≤ | 30 | 万元      33万元   30/33, or 1 - 3/30, of the marks
    逐步完善           部分达成  what somebody gave: 0.8 of the marks
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

    from bench.written import Hand

AT_LEAST, AT_MOST = ("不低于", "不少于", "≥", "＞＝"), ("不超过", "不高于", "≤", "不大于")
COUNTED = ("个", "套", "册", "人次", "平方米", "公里", "场次")
LIMITED = ("万元", "元", "天")
RATES = ("验收合格率", "按期完成率", "覆盖率", "服务满意度")
THINGS = ("更新设备", "培训人员", "新建站点", "维修道路", "发放资料", "开展活动", "服务群众")
BOUNDS = ("单位成本", "处理时长", "项目总支出")
LASTING = ("长效机制建设", "社会影响", "管理水平提升", "生态环境改善")


class Aim(NamedTuple):
    """
    A target, what was reached, and the share of the full marks it earns.

    `sign` is the operator as forms with a column for it write it, `words` as others do.
    `computed` says that the share follows from the figures; else somebody gave it.
    """

    name: str
    sign: str
    words: str
    target: str
    unit: str
    actual: str
    share: Fraction
    computed: bool = True


def aim(hand: Hand, year: int, level2: str) -> Aim:
    """Return any kind of indicator that suits the second level."""
    kinds = (
        ("time", "limit", "words")
        if level2 == "时效指标"
        else ("limit", "limit", "rate")
        if level2 == "成本指标"
        else ("count", "count", "rate", "rate", "many", "range", "words", "none")
    )
    return {
        "count": count,
        "rate": rate,
        "many": many,
        "range": span,
        "limit": limit,
        "none": none,
        "time": lambda hand: deadline(hand, year),
        "words": in_words,
    }[hand.chance.choice(kinds)](hand)


def _reached(chance: random.Random, aimed: int) -> int:
    """Return an actual value that meets, misses or exceeds the target."""
    kind = chance.choice("mmmex")
    return {
        "m": aimed,
        "e": aimed + chance.randint(0, aimed // 4 + 1),
        "x": chance.randint(0, aimed),
    }[kind]


def _least(chance: random.Random) -> tuple[str, str]:
    words = chance.choice(("", *AT_LEAST))
    return ("≥", words)


def count(hand: Hand) -> Aim:
    chance = hand.chance
    aimed = chance.choice((chance.randint(1, 99), chance.randint(100, 9999)))
    reached = _reached(chance, aimed)
    unit, (sign, words) = chance.choice(COUNTED), _least(chance)
    actual = f"{hand.spelled(Decimal(reached))}{chance.choice((unit, unit, unit, ''))}"
    share = min(Fraction(1), Fraction(reached, aimed))
    name = chance.choice(THINGS) + "数量"
    return Aim(name, sign, words, hand.spelled(Decimal(aimed)).strip(), unit, actual, share)


def many(hand: Hand) -> Aim:
    """Count in 万: ≥3.2万人次, 2.71万人次 were reached."""
    chance = hand.chance
    aimed = chance.randint(5, 300)
    reached = _reached(chance, aimed)
    sign, words = _least(chance)
    target, actual = (Decimal(n).scaleb(-1) for n in (aimed, reached))
    share = min(Fraction(1), Fraction(reached, aimed))
    return Aim("服务人次", sign, words, f"{target}", "万人次", f"{actual}万人次", share)


def rate(hand: Hand) -> Aim:
    chance = hand.chance
    aimed, places = chance.choice((100, 100, 95, 90, 85, 80, 98)), chance.randint(0, 2)
    reached = Decimal(min(_reached(chance, aimed * 100), 10_000)).scaleb(-2)
    reached = reached.quantize(Decimal(1).scaleb(-places))
    share = min(Fraction(1), Fraction(reached) / aimed)
    sign, words = chance.choice((("=", "="), ("≥", ""))) if aimed == 100 else _least(chance)
    actual = f"{hand.spelled(reached)}{chance.choice('%％')}"
    return Aim(chance.choice(RATES), sign, words, str(aimed), "%", actual, share)


def span(hand: Hand) -> Aim:
    """A range, met inside it and missed below it."""
    low, wide = hand.chance.randint(60, 90), hand.chance.randint(1, 9)
    reached = hand.chance.randint(low - 20, low + wide)
    share = min(Fraction(1), Fraction(reached, low))
    join = hand.chance.choice(("-", "～", "至"))
    target = f"{low}%{join}{low + wide}"
    return Aim("资料利用率", "", "", target, "%", f"{reached}%", share)


def limit(hand: Hand) -> Aim:
    """A target not to be exceeded, scored by target ÷ actual or by what is over it."""
    chance = hand.chance
    aimed = chance.randint(2, 5000)
    reached = chance.choice((aimed, chance.randint(aimed // 2, aimed), aimed + aimed // 3 + 1))
    over = Fraction(reached - aimed, aimed)
    share = chance.choice((Fraction(aimed, max(reached, 1)), 1 - over))
    unit, words = chance.choice(LIMITED), chance.choice(AT_MOST)
    earned = max(Fraction(0), min(Fraction(1), share))
    return Aim(chance.choice(BOUNDS), "≤", words, str(aimed), unit, f"{reached}{unit}", earned)


def none(hand: Hand) -> Aim:
    """Nothing bad was to happen, and nothing did."""
    return Aim("安全事故次数", "≤", hand.chance.choice(("", "≤")), "0", "次", "0次", Fraction(1))


def deadline(hand: Hand, year: int) -> Aim:
    late = hand.chance.random() < 0.3
    actual = f"{year}年{'12' if late else '10'}月{hand.chance.randint(1, 28)}日"
    share = Fraction(hand.chance.choice((5, 8)), 10) if late else Fraction(1)
    return Aim("完成时间", "定性", "", f"{year}年11月底前", "", actual, share, computed=False)


def in_words(hand: Hand) -> Aim:
    target = hand.chance.choice(("逐步完善", "显著提升", "有效改善", "长期"))
    actual, tenths = hand.chance.choice(
        (("达成预期指标", 10), ("完成", 10), ("部分达成预期指标", 7), ("未达成预期指标", 5))
    )
    name = hand.chance.choice(LASTING)
    return Aim(name, "定性", "", target, "", actual, Fraction(tenths, 10), computed=False)
