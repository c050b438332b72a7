"""
A form in, its rows of 指标明细 out: one an indicator, every value in a column of its own.

    ≥6.6万人次   →   指标值 ≥6.6万人次 | 比较 ≥ | 目标值 66000 | 目标单位 人次
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line
from hebiao.reports.workbook import figures
from hebiao.reports.workbook.cell import Cell, Look
from hebiao.reports.workbook.sheet import Column, Plan
from hebiao.scoring.full_marks import full_marks
from hebiao.values.quantity import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import FormResult
    from hebiao.records import Indicator, Stated
    from hebiao.reports.workbook.head import Head
    from hebiao.values.quantity import Quantity
    from hebiao.values.target import Statement

INDICATORS = Plan(
    "指标明细",
    (
        Column("文件", 18),
        Column("单位", 14),
        Column("项目", 16),
        Column("一级指标", 11),
        Column("二级指标", 12),
        Column("三级指标", 18),
        Column("指标值", 16),
        Column("比较", 6.5, Look.CENTRED),
        Column("目标值", 10, Look.NUMBER),
        Column("目标上限", 10, Look.NUMBER),
        Column("目标单位", 8, Look.CENTRED),
        Column("实际完成值", 16),
        Column("完成值", 10, Look.NUMBER),
        Column("完成单位", 8, Look.CENTRED),
        Column("分值", 7, Look.MARKS),
        Column("推算分值", 7, Look.MARKS),
        Column("得分", 7, Look.MARKS),
        Column("偏差原因", 24),
        Column("备注", 16),
        Column("表号", 6, Look.COUNT),
    ),
    "没有读到绩效指标。",
    fixed=1,
)
_CHANGES = {Change.UP: "提升", Change.DOWN: "下降"}


def indicator_rows(head: Head, form: FormResult) -> Iterator[tuple[Cell, ...]]:
    """Yield the indicators; marks that several share stand in the row of the first."""
    inferred = full_marks(form.form)
    owners: dict[object, int] = {}
    for group in form.form.groups:
        for each in group.indicators:
            score = each.score
            owner = owners.setdefault(score.at, each.number) if score else each.number
            shared = f"与第 {owner} 项合并计分" if owner != each.number else ""
            full = each.full_marks
            yield (
                *(head.file.text, head.unit, head.project, one_line(group.name)),
                *(figures.text(each.level2), figures.text(each.level3)),
                *_aim(each),
                *_reached(each.actual),
                *(figures.marks(full), None if full else inferred.get(each.number)),
                None if shared else figures.marks(score),
                *(figures.text(each.reason), _remark(each, shared), head.table),
            )


def _aim(indicator: Indicator) -> Iterator[Cell]:
    """Yield the target as it is written, then what it states, where that is one quantity."""
    yield figures.text(indicator.target)
    found = _quantity(indicator.target)
    if found is None:
        yield from (None, None, None, figures.text(indicator.unit))
        return
    yield f"{_CHANGES[found.change] if found.change else ''}{found.operator or ''}"
    yield found.figure.value
    yield found.upper.value if found.upper else None
    yield found.figure.unit


def _reached(actual: Stated[Statement] | None) -> Iterator[Cell]:
    yield figures.text(actual)
    found = _quantity(actual)
    yield from (found.figure.value, found.figure.unit) if found else (None, None)


def _quantity(stated: Stated[Statement] | None) -> Quantity | None:
    quantities = stated.value.quantities if stated and stated.value else ()
    return quantities[0] if len(quantities) == 1 else None


def _remark(indicator: Indicator, shared: str) -> str:
    return "；".join(filter(None, (shared, figures.text(indicator.remark))))
