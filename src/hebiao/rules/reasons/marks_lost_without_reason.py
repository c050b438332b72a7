"""RS01: marks are lost and the form does not say why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze
from hebiao.layouts.place import PATH_SIGN
from hebiao.rules.rule import Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.full_marks import full_marks
from hebiao.scoring.lost import losses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.scoring.lost import Loss


@rule(
    "RS01",
    title="失分而没有说明原因",
    about=(
        "有失分就应在表内说明原因，只在摘要里说明不算，只填“无”“/”“0”也不算。表式本身没有印原因"
        "一栏的不要求。"
    ),
    advice="请在原因栏补写失分原因和改进措施；表内没有原因栏的，请按统一表式补上。",
    severity=Severity.WARNING,
    basis="表式印有原因分析栏目，失分应说明原因",
    bad={"reason": ""},
    good={"measures": ""},
)
def marks_lost_without_reason(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    Whoever loses marks says why, in the form's own place for it.

    That is a column beside the indicators, or one cell for the whole form; where there is a
    column, marks lost on budget execution have no place and are not asked for. A reason in the
    summary alone does not count, but is mentioned. Where whoever filled in the form left that
    place away the finding stands at the score that lost the marks, or at the total; a form that
    is printed without one asks for no reason.
    """
    if any(indicator.reason for indicator in form.indicators):
        yield from _by_indicator(form)
    else:
        yield from _by_form(form)


def _by_indicator(form: SelfEvaluation) -> Iterator[Problem]:
    marks = full_marks(form)
    for indicator in form.indicators:
        score = indicator.score.value if indicator.score else None
        lost = marks.get(indicator.number, Decimal(0)) - (score.value if score else Decimal(0))
        if score and lost > 0 and indicator.reason and not _said(indicator.reason):
            yield Problem(
                f"“{indicator.name}”失 {plain(lost)} 分，"
                f"{_column(indicator.reason)}{_instead(indicator.reason)}",
                at=indicator.reason,
                related=(indicator.score,) if indicator.score else (),
            )


def _column(reason: Stated[str]) -> str:
    return f"“{reason.label.rsplit(PATH_SIGN, 1)[-1]}”"


def _said(reason: Stated[str]) -> bool:
    """A 0, as some systems fill it in, says nothing, nor does 无 or a stroke."""
    return reason.value is not None and squeeze(reason.value).strip("0.。") != ""


def _instead(reason: Stated[str]) -> str:
    """Say what stands where a reason should."""
    return "没有填写" if reason.empty else f"只填了“{reason.text.strip()}”"


def _by_form(form: SelfEvaluation) -> Iterator[Problem]:
    lost = losses(form)
    asked = form.reason or form.asks_reason
    if not lost or not asked or (form.reason and _said(form.reason)):
        return
    marks = sum((loss.marks for loss in lost), Decimal(0))
    cells = tuple(cell for loss in lost for cell in loss.cells)
    at = form.reason or (cells[0] if len(cells) == 1 else form.total) or cells[0]
    where = f"原因栏{_instead(form.reason)}" if form.reason else "表内没有原因分析一栏"
    yield Problem(
        f"共失 {plain(marks)} 分（{_listed(lost)}），{where}{_in_summary(form)}",
        at=at,
        related=cells,
    )


def _listed(lost: tuple[Loss, ...]) -> str:
    return "、".join(f"{loss.name} {plain(loss.marks)} 分" for loss in lost)


def _in_summary(form: SelfEvaluation) -> str:
    told = form.summary and form.summary.problems and form.summary.problems.value
    return "；摘要里写了原因，表内也应填写" if told else ""
