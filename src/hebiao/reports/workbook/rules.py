"""Results in, 规则说明 out: each rule that found something, how often, and what it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hebiao.reports.workbook.cell import Cell, Look, Shown
from hebiao.reports.workbook.sheet import Column, Plan
from hebiao.rules import EVERY_RULE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RULES = Plan(
    "规则说明",
    (
        Column("编号", 8, Look.CENTRED),
        Column("问题类型", 26),
        Column("错误", 7.5, Look.COUNT),
        Column("警告", 7.5, Look.COUNT),
        Column("提示", 7.5, Look.COUNT),
        Column("已豁免", 7.5, Look.COUNT),
        Column("核对什么", 62),
        Column("依据", 36),
        Column("建议", 36),
    ),
    "没有规则发现问题。",
)
LEGEND = (
    ("程度", "错误：表内所填的数字相互矛盾，请对照所列单元格和算式改正其中填错的一个。"),
    ("", "警告：不合填报规定或缺少必填内容，请补齐，或写明原因。"),
    ("", "提示：不一定有错，请复核人员看一眼。"),
    ("可信度", "确定、较确定、存疑：对表格的读取有多大把握；存疑的请先对照原表。"),
    ("整改情况", "在“问题清单”里逐条选择；选“属实不改”的，请在备注里写明理由。"),
    ("未核对", "“项目总览”的说明里写明“未核对”的，没有核对不等于没有问题。"),
)
_LIGHTS = {Severity.ERROR: Look.RED, Severity.WARNING: Look.YELLOW, Severity.NOTE: Look.BLUE}


class Tally:
    """How often each rule found something, and how grave; what is waived is counted apart."""

    def __init__(self) -> None:
        self.found: Counter[tuple[str, str]] = Counter()
        self.waived: Counter[str] = Counter()

    def add(self, found: Iterable[tuple[str, str]], waived: Iterable[str]) -> None:
        """Count the findings of one file: their codes and severities, and the codes let pass."""
        self.found.update((code, severity) for code, severity in found)
        self.waived.update(waived)


def rule_rows(tally: Tally) -> Iterator[tuple[Cell, ...]]:
    """Yield the rules that found something, in the order of the catalogue."""
    for rule in EVERY_RULE:
        numbers = [tally.found[rule.code, severity] for severity in _LIGHTS]
        waived = tally.waived[rule.code]
        if any(numbers) or waived:
            lights = zip(numbers, _LIGHTS.values(), strict=True)
            yield (
                *(rule.code, rule.title),
                *(Shown(number, look) if number else 0 for number, look in lights),
                *(waived, rule.about, rule.basis, rule.advice),
            )
