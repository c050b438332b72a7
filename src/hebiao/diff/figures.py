"""
A form in, every figure it states out, by the labels of its cell.

    产出指标 › 数量指标 › 新购图书 › 得分   →  8
    摘要 总分                              →  96.06

By labels, for rows may have been put in or taken out: what stands in row 9 today may stand in
row 10 after 整改. Two cells with the same labels are told apart by their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hebiao.diff.side import NamedFigure
from hebiao.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.layouts import Place
    from hebiao.records import SelfEvaluation, Stated, Summary

TOTAL = "总分"
_FUNDING = (
    "initial_budget", "budget", "arrived", "executed", "execution_rate", "full_marks", "score",
)  # fmt: skip
_INDICATOR = (
    "target", "actual", "full_marks", "score", "reviewed_score", "weight_share", "converted_score",
)  # fmt: skip
_SUMMARY = {"total": "总分", "budget": "预算", "executed": "支出", "execution_rate": "执行率"}
_FOOT = {
    "total": TOTAL,
    "total_full_marks": "总分分值",
    "reviewed_total": "复核总分",
    "converted_total": "折算总分",
}


def figures_of(form: SelfEvaluation) -> dict[str, NamedFigure]:
    """Return the figures in the order of the form, a merged cell once."""
    found: dict[str, NamedFigure] = {}
    seen: set[tuple[str, Place]] = set()
    for name, stated in _stated(form):
        if stated is None or (name, stated.at) in seen:
            continue
        seen.add((name, stated.at))
        value = stated.value.value if isinstance(stated.value, Figure) else None
        found[_free(name, found)] = NamedFigure(stated.text.strip(), value)
    return found


def _free(name: str, taken: dict[str, NamedFigure]) -> str:
    number = 1
    while (free := name if number == 1 else f"{name}（第{number}处）") in taken:
        number += 1
    return free


def _stated(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    if form.summary:
        yield from _of_summary(form.summary)
    yield "预算执行权重", form.funding.weight
    for line in form.funding.lines:
        source = line.source.text if line.source else ""
        yield from (_labelled(getattr(line, name), source) for name in _FUNDING)
    for goal in form.goals:
        yield _labelled(goal.completion_rate, "目标完成率")
    for group in form.groups:
        yield f"{group.name} 权重", group.weight
        for each in group.indicators:
            yield from (_labelled(getattr(each, name), each.name) for name in _INDICATOR)
    yield from ((name, getattr(form, field)) for field, name in _FOOT.items())


def _of_summary(summary: Summary) -> Iterator[tuple[str, Stated[Any] | None]]:
    for field, name in _SUMMARY.items():
        yield f"摘要 {name}", getattr(summary, field)
    for part in summary.parts:
        yield f"摘要 {part.name}", part.score


def _labelled(stated: Stated[Any] | None, otherwise: str) -> tuple[str, Stated[Any] | None]:
    return (stated.label if stated else "") or otherwise, stated
