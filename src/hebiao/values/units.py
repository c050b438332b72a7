"""
A unit as written → its canonical name, and the factor that leads there.

    万元 → 元 × 10000     ㎡ → 平方米     公顷 → 亩 × 15     千米 → 公里     元/人*月 → 元/人/月

Only conversions that hold by definition are made; hours, days and months stay apart.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from hebiao.values.spelling import either

_COUNTED: Final = """
    个 次 人 人次 人份 户 户次 家 家次 场 场次 篇 篇次 份 份次 套 台 台次 台套 台机 辆 辆次 架 艘
    件 件次 宗 起 例 例次 桩 项 条 条次 批 批次 期 届次 班 班次 节 课 课时 学时 学分 集 辑 部 本 册
    卷 页 张 幅 块 面 片 颗 粒 株 棵 枝 束 盆 头 只 匹 羽 尾 座 栋 幢 间 处 所 口 眼 孔 扇 道 段 层
    组 队 支 名次 位次 对 双 副 把 根 盏 枚 瓶 盒 箱 袋 包 桶 罐 桌 床 床位 床日 村 乡 镇 乡镇 街道
    社区 县 市 区 省 校 园 岗 岗位 车次 航次 趟 列 站 站点 点位 网点 样品 样本 标段 单 条目 款 种
    分 星 生 岁 倍 亩次 字
    """
_MEASURED: Final = """
    元 美元 欧元 港元 % ‰ 百分点 吨 千克 克 毫克 微克 斤 米 厘米 毫米 公里 海里 亩 平方米 平方公里
    立方米 升 毫升 千瓦 兆瓦 千瓦时 度 千伏 千伏安 TB GB MB PB Mbps Gbps ℃ 分贝 标准煤 吨标准煤
    """
_RECURRING: Final = "年 半年 季度 月 旬 周 天 双月 学期 学年"
_TIME: Final = f"{_RECURRING} 小时 分钟 秒 工作日 自然日 日历天 人天 人月 人年 工日"
_SYNONYMS: Final = {
    "人": "名 位",
    "%": "百分比 百分率",
    "百分点": "个百分点",
    "平方米": "㎡ m2 m² M2 M² 平米 平方",
    "立方米": "m3 m³ M3 M³ 立方",
    "平方公里": "km2 km² 平方千米",
    "公里": "千米 km KM Km ㎞",
    "米": "m 延米 延长米",
    "厘米": "cm CM ㎝",
    "毫米": "mm MM ㎜",
    "千克": "公斤 kg KG Kg ㎏",
    "吨": "t",
    "千瓦": "kW KW kw",
    "千瓦时": "kWh KWh kwh KWH",
    "小时": "个小时 h",
    "工作日": "个工作日",
    "自然日": "个自然日",
    "天": "日",
    "月": "个月",
    "季度": "个季度 季",
    "学期": "个学期",
    "周": "星期 个星期",
    "年": "周年",
    "TB": "tb Tb",
    "GB": "gb Gb",
}
_PER_SYNONYMS: Final = {"人月": "人/月", "人年": "人/年", "人天": "人/天"}
"""元/人月 is 元/人/月; standing alone, 25人天 is a unit of its own."""

_CONVERTED: Final = {"公顷": ("亩", 15), "hm2": ("亩", 15), "hm²": ("亩", 15)}
_POWERS: Final = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}


class Unit(NamedTuple):
    """A canonical unit, and what a number in the unit as written is multiplied by."""

    name: str
    factor: Decimal


_KNOWN: Final = (
    {name: Unit(name, Decimal(1)) for name in f"{_COUNTED} {_MEASURED} {_TIME}".split()}
    | {
        variant: Unit(name, Decimal(1))
        for name, variants in _SYNONYMS.items()
        for variant in variants.split()
    }
    | {name: Unit(to, Decimal(factor)) for name, (to, factor) in _CONVERTED.items()}
)
_TIMES: Final = frozenset(_RECURRING.split())

NAME: Final = either(_KNOWN)
"""A pattern for one known unit, nothing before or behind it."""

_PER = rf"(?:{NAME}|(?!以|之内|内|左右|上下|及|或)[\u4e00-\u9fff]{{1,3}})"
UNIT: Final = (
    rf"(?:(?:{either(_POWERS)}\s*)??{NAME}"
    rf"(?:\s*[/每]\s*{_PER}(?:\s*[/*·×每]\s*{_PER})*)?|[万亿])"
)
"""
A pattern for a unit with a multiplier (万人次) and denominators (元/人*月), or for a bare 万.

The multiplier is tried last, so 千米 and 百分点 are units and not a thousand or a hundred of one.
"""

_PARTS = re.compile(rf"(?P<multiplier>{either(_POWERS)})??\s*(?P<name>{NAME}|)")
_SEPARATOR = re.compile(r"\s*[/每*·×]\s*")


@lru_cache(maxsize=1024)
def unit(written: str) -> Unit | None:
    """Return the canonical unit, or None for one that is not known; "" is a bare number."""
    counted, *per = _SEPARATOR.split(written.strip())
    found = _PARTS.fullmatch(counted)
    if found is None:
        return None
    name, factor = _KNOWN.get(found["name"], Unit("", Decimal(1)))
    power = _POWERS.get(found["multiplier"] or "", 0)
    return Unit("/".join([name, *map(_denominator, per)]), factor.scaleb(power))


def _denominator(written: str) -> str:
    """Name what is counted per; a unit that would need a factor there keeps its own name."""
    known = _KNOWN.get(written)
    name = known.name if known and known.factor == 1 else written
    return _PER_SYNONYMS.get(name, name)


def recurs(name: str) -> bool:
    """Return whether a canonical unit counts something over a stretch of time, as 次/年 does."""
    counted, _, per = name.partition("/")
    return counted != "元" and per.rpartition("/")[2] in _TIMES
