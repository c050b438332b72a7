"""
A template in a reviewer's words and the figures of a finding in, the sentence out.

    填“{stated}”，应为 {expected}（{formula}）。
      →  填“95.62分”，应为 91.67（13.59 + 38.08 + 40 = 91.67）。

Where a finding has no `expected` or no `formula`, what depends on it is left out whole: the
brackets, or the clause as far as the next comma or full stop.

    without a formula   →  填“95.62分”，应为 91.67。
    without both        →  填“95.62分”。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.layouts.place import TextPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hebiao.records import SelfEvaluation
    from hebiao.rules.rule import Problem, Rule

PLACEHOLDERS = {
    "message": "程序原来的说明",
    "stated": "所填的原文，空着的没有",
    "expected": "应填的内容，有的问题没有",
    "formula": "应填的数怎样算出来，有的问题没有",
    "title": "规则的标题",
    "project": "项目名称",
    "label": "所在单元格的标签，表外的文字是第几段",
}
"""What may stand in braces, and what is put in its place."""

PLACEHOLDER = re.compile(r"[{｛]\s*([^{}｛｝]*?)\s*[}｝]")
"""Braces of full width are meant as braces: an input method writes them."""

_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_STOP = re.compile(r"([，；。！？\n])(?![^（()）]*[）)])")
_WEIGHTS = ["", "，", "；", "\n", "？", "！", "。"]


def values_of(rule: Rule, problem: Problem, form: SelfEvaluation) -> dict[str, str]:
    """Return what the placeholders stand for."""
    at = problem.at.at
    return {
        "message": problem.message,
        "stated": problem.at.text.strip(),
        "expected": problem.expected or "",
        "formula": problem.formula or "",
        "title": rule.title,
        "project": (form.project.value if form.project else None) or "",
        "label": f"第{at.paragraph}段" if isinstance(at, TextPlace) else at.label,
    }


def worded(template: str | None, values: Mapping[str, str], default: str) -> str:
    """Return the template filled in, or the default where there is no template or no words."""
    return (_filled(template, values) if template else "") or default


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = _ASIDE.sub(lambda aside: "" if _has_gap(aside[0], values) else aside[0], template)
    clauses = _STOP.split(text)
    kept: list[str] = []
    for clause, stop in zip(clauses[::2], [*clauses[1::2], ""], strict=True):
        if not _has_gap(clause, values):
            kept += [clause, stop]
        elif kept:
            kept[-1] = max(kept[-1], stop, key=_WEIGHTS.index)
    sentence = "".join(kept).strip().rstrip("，；")
    return PLACEHOLDER.sub(lambda mark: values[mark[1]], sentence)


def _has_gap(text: str, values: Mapping[str, str]) -> bool:
    return any(not values[name].strip() for name in PLACEHOLDER.findall(text))
