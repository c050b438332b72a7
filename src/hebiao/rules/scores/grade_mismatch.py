"""SC08: the grade is not that of the total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, NotChecked, Problem, Severity, rule
from hebiao.scoring.computed import plain
from hebiao.scoring.grades import fitting_grades, named_grade
from hebiao.scoring.totals import total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy

_FULL = Decimal(100)


@rule(
    "SC08",
    title="评价等级与总分不符",
    about=(
        "等级应与总分相应，默认优90分以上、良80分以上、中60分以上、差60分以下，界限可设，表内"
        "印明的以表内为准；总分正好在界限上的，两边的等级都可以。"
    ),
    advice="请核对总分和等级。",
    severity=Severity.WARNING,
    basis="总分一行所填等级；财政预算管理系统默认的等级界限",
    sample="yunnan",
    bad={"grade": "良"},
    good={
        "grade": "良",
        "total": "90",
        "indicators.3.actual": "200",
        "indicators.3.score": "20",
    },
    settings=("grades",),
)
def grade_mismatch(form: SelfEvaluation, policy: Policy) -> Iterator[Problem | NotChecked]:
    """
    A grade follows from the total.

    Where the sum of the scores bears the grade out, the total is wrong and not the grade.
    Totals of other than 100 marks have no bounds to be judged by.
    """
    stated, written = form.grade, form.total
    if not stated or not stated.value or not written or not written.value or _other_scale(form):
        return
    bounds = form.standards.grades or policy.grades
    named = named_grade(stated.value, bounds)
    if named is None:
        yield NotChecked(f"等级“{stated.value}”不在{'、'.join(bounds)}之内，没有核对")
        return
    score = written.value.value
    fitting, computed = fitting_grades(score, bounds), total(form)
    if named in fitting or (computed and named in fitting_grades(computed.exact, bounds)):
        return
    yield Problem(
        f"总分 {plain(score)}，等级填“{stated.value}”，应为“{'”或“'.join(fitting)}”",
        at=stated,
        expected="或".join(fitting),
        formula="，".join(f"{name} ≥ {plain(least)}" for name, least in bounds.items()),
        related=(written,),
        confidence=Confidence.HIGH if form.standards.grades else Confidence.MEDIUM,
    )


def _other_scale(form: SelfEvaluation) -> bool:
    full = form.total_full_marks.value if form.total_full_marks else None
    return full is not None and full.value != _FULL
