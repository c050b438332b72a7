"""What became of a finding, and how two forms were matched, in; the words that tell it out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hebiao.diff import Fate, How
from hebiao.reports.naming import SEVERITIES
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hebiao.diff import (
        ChangedFigure,
        Difference,
        FormDifference,
        Found,
        Judged,
        SubmittedForm,
    )

FATES = {
    Fate.REMAINING: "未整改",
    Fate.NEW: "新出现",
    Fate.UNCHECKED: "未能核对",
    Fate.WAIVED: "已豁免",
    Fate.FIXED: "已整改",
}
"""Of errors and warnings: these have to be mended."""

_OF_NOTES = FATES | {
    Fate.REMAINING: "仍有提示",
    Fate.NEW: "新有提示",
    Fate.FIXED: "提示已消",
}
"""A note need not be a mistake, so it need not be mended either."""

STILL_WRONG = "改后仍错"
_ORDER = (STILL_WRONG, *FATES.values(), *_OF_NOTES.values())

NOT_COMPARED = (
    "跨表核对（重复报送、照抄、与清单不符等）不在对比里，改好没有，请看整改后那批文件的核查报告。"
)
NOT_RESUBMITTED, NEWLY_SUBMITTED, FIGURE = "未再报送", "新报送", "数字改动"
_ABSENT = "（没有这一栏）"
_BLANK = "（空白）"


def matched_how(form: FormDifference) -> str:
    """Say how two forms were matched, or nothing where project and unit are the same."""
    match form.how:
        case How.SAME:
            return ""
        case How.UNIT:
            return f"项目名称相同，单位由“{_unit(form.old)}”变为“{_unit(form.new)}”"
        case How.SIMILAR:
            names = f"“{form.old.project}”与“{form.new.project}”"
            return f"单位相同，项目名称相近：{names}（{form.percent}%），请核对是不是同一个项目"
        case How.FILE:
            return (
                f"文件名和表的次序相同，项目名称由“{form.old.project or '空白'}”"
                f"变为“{form.new.project or '空白'}”，请核对是不是同一个项目"
            )


def _unit(form: SubmittedForm) -> str:
    return form.units[0] if form.units else "空白"


def is_note(judged: Judged) -> bool:
    """Return whether a finding need not be a mistake."""
    return judged.shown.severity is Severity.NOTE


def fate_of(judged: Judged) -> str:
    """Return what became of a finding; one that is still wrong after a change is told apart."""
    if is_note(judged):
        return _OF_NOTES[judged.fate]
    if judged.fate is Fate.REMAINING and judged.old and judged.new:
        return STILL_WRONG if judged.old.stated != judged.new.stated else FATES[judged.fate]
    return FATES[judged.fate]


def remark_on(judged: Judged) -> str:
    """Say what a reviewer should know besides, or nothing."""
    if judged.fate is Fate.UNCHECKED:
        return f"这次没有核对这条规则，不能认定已整改：{judged.reason}"
    if judged.fate is Fate.WAIVED:
        return "问题还在，已按豁免清单放过"
    if judged.fate is Fate.NEW and judged.old:
        return "上次按豁免清单放过，这次没有豁免"
    return "连同所在的一栏一起没有了，请核对是否应当删去" if judged.cell_gone else ""


def old_text(changed: ChangedFigure) -> str:
    """Return a figure as it was."""
    return _written(changed.old)


def new_text(changed: ChangedFigure) -> str:
    """Return a figure as it is now."""
    return _written(changed.new)


def _written(text: str | None) -> str:
    return _ABSENT if text is None else text or _BLANK


def counts(findings: Sequence[Found]) -> str:
    """Write 错误 2 处，警告 9 处, or that there is nothing."""
    parts = (
        f"{name} {number} 处"
        for severity, name in SEVERITIES.items()
        if (number := sum(each.severity is severity for each in findings))
    )
    return "，".join(parts) or "没有发现问题"


def outcome(form: FormDifference) -> str:
    """Say what became of the findings of a form, in numbers."""
    return _numbers(Counter(map(fate_of, form.findings)), len(form.figures))


def remark_on_all(difference: Difference) -> str:
    """Say what was not compared, where there are forms that could have been looked at together."""
    return NOT_COMPARED if max(len(difference.old.forms), len(difference.new.forms)) > 1 else ""


def numbers(difference: Difference) -> str:
    """Say what became of all findings, in numbers, and how many forms have no other side."""
    fates = Counter(fate_of(judged) for form in difference.forms for judged in form.findings)
    figures = sum(len(form.figures) for form in difference.forms)
    alone = (
        f"，{name} {len(forms)} 张"
        for name, forms in (
            (NOT_RESUBMITTED, difference.not_resubmitted),
            (NEWLY_SUBMITTED, difference.newly_submitted),
        )
        if forms
    )
    matched = f"{len(difference.forms)} 张表前后对应：{_numbers(fates, figures)}"
    return f"{matched}{''.join(alone)}。"


def _numbers(fates: Mapping[str, int], figures: int) -> str:
    parts = [f"{fate} {fates[fate]} 处" for fate in dict.fromkeys(_ORDER) if fates[fate]]
    return "，".join([*parts, *([f"{FIGURE} {figures} 处"] if figures else [])]) or "没有变化"
