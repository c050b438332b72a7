"""
A finding in, the paragraphs of the comment about it out; the first is its title.

    【矛盾·确定】SC01 总分与各项得分之和不符
    总分填 95.62，应为 91.67
    算法：13.59 + 38.08 + 40 = 91.67
    判断：总分 95.62 写了两次，其余数字自洽；应为 91.67
    同因：SM02 摘要总分与其分项之和不符（第8段）
    相关：表2 第6行第12列、第8–17行第13列            few cells are named by their labels
    建议：请重新加总，并核对摘要里的总分是否抄了同一个数。
    依据：表内总分为预算执行得分与各项指标得分之和
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.layouts import CellPlace
from hebiao.reports.columns import one_line, printable
from hebiao.reports.finding import KINDS, SURENESS
from hebiao.reports.places import where, where_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.check import Finding, FormResult
    from hebiao.layouts import Place

_MOST_NAMED = 4


def told(form: FormResult, finding: Finding, *, there: bool) -> list[str]:
    """Tell a finding; one whose comment does not stand `there` says where its place is."""
    verdict = f"【{KINDS[finding.severity]}·{SURENESS[finding.confidence]}】"
    parts = [f"{verdict}{finding.code} {finding.title}", finding.message]
    if not there:
        parts.append(f"位置：{where(finding.at)}")
    parts += (f"{name}：{text}" for name, text in _working(form, finding) if text)
    return [printable(one_line(part)) for part in parts]


def _working(form: FormResult, finding: Finding) -> Iterator[tuple[str, str]]:
    elsewhere = [place for place in finding.related if place != finding.at]
    yield "算法", finding.formula or ""
    yield "判断", finding.likely or ""
    yield "同因", "；".join(_same_cause(form, finding))
    yield "相关", _named(elsewhere)
    yield "建议", finding.advice
    yield "依据", finding.basis


def _same_cause(form: FormResult, finding: Finding) -> Iterator[str]:
    """Name the other findings that the same certain cause explains; each has its own comment."""
    certain = {cause.likely for cause in form.causes if cause.certain}
    for other in form.findings:
        if other is not finding and other.likely == finding.likely and other.likely in certain:
            yield f"{other.code} {other.title}（{_named([other.at])}）"


def _named(places: Sequence[Place]) -> str:
    """Name a few places by their labels: beside the table nobody counts its rows."""
    if len(places) > _MOST_NAMED:
        return where_all(places)
    labels = ((place.label if isinstance(place, CellPlace) else "") for place in places)
    return "；".join(label or where(at) for label, at in zip(labels, places, strict=True))
