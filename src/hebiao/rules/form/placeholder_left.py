"""FM08: words of the template are left where somebody should have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hebiao.rules.narrative import wordings
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.values.placeholder import placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy

_LONGEST_LIST = 3


@rule(
    "FM08",
    title="模板文字没有替换",
    about=(
        "名称、目标、完成情况、原因里不应留有模板的占位文字，如“指标1：”“XX项目”“≥**人”"
        "“（100字以内）”。一张表合并提示一次；“指标1：”后面写了名称的不算，为保护隐私打的"
        "星号（王**、138****5678）不算。"
    ),
    advice="请换成实际内容；用不着的行可以删去或填“/”。",
    severity=Severity.NOTE,
    basis="表内文字应为本项目的实际内容",
    bad={"indicators.7.level3": "受益人口数（≥**人次）"},
    good={"indicators.7.level3": "指标1：全年到馆人次（含王**等志愿者）"},
)
def placeholder_left(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Words of the template are no name, no target and no reason.

    Dots, strokes and dashes are answers: nothing to fill in. One form has one finding, at the
    first of the cells: whoever leaves one in leaves in all of them.
    """
    found = list(_found(form))
    if not found:
        return
    kinds = list(dict.fromkeys(words for _, words in found))
    named = "、".join(f"“{words}”" for words in kinds[:_LONGEST_LIST])
    more = f"等，共 {len(found)} 处" if len(found) > 1 else ""
    yield Problem(
        f"表内还留有模板文字{named}{more}",
        at=found[0][0],
        related=tuple(stated for stated, _ in found[1:]),
    )


def _found(form: SelfEvaluation) -> Iterable[tuple[Stated[Any], str]]:
    """Return the cells with words of the template, each once, and the first of these words."""
    return {
        stated.at: (stated, words)
        for stated in _texts(form)
        if stated and (words := placeholder(stated.text))
    }.values()


def _texts(form: SelfEvaluation) -> Iterator[Stated[Any] | None]:
    """Yield what somebody writes in words; explanations printed under the form are not."""
    yield from (form.project, form.department, form.implementing_unit)
    yield from (indicator.level3 for indicator in form.indicators)
    yield from wordings(form)
