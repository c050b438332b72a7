"""FM01: a field that must be filled in is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM01",
    title="必填项空白",
    about="项目名称、主管部门、实施单位必须填写；只打了空格的单元格算没有填写。",
    advice="请补填。",
    severity=Severity.WARNING,
    basis="表内该栏目为必填项",
    bad={"implementing_unit": "\u3000"},
    good={"implementing_unit": "本级"},
)
def required_field_empty(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    项目名称、主管部门、实施单位 must be filled in.

    A cell that holds only spaces, full-width ones included, is blank: it looks filled in
    a text extraction and empty on paper.
    """
    for name in form.mandatory:
        stated = getattr(form, name)
        if stated is not None and stated.empty:
            yield Problem(f"“{stated.label}”没有填写", at=stated)
