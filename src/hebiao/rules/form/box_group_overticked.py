"""FM03: several of a group of boxes are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM03",
    title="单选栏目勾选了多项",
    about="每组选项只能勾选一项。",
    advice="请核对项目属于哪一项，只保留一个勾选。",
    severity=Severity.WARNING,
    basis="表内该栏目为单项选择",
    bad={"boxes.type": "1、常年性项目☑   2、延续性项目☑   3、一次性项目□"},
    good={"boxes.type": "1、常年性项目□   2、延续性项目☑   3、一次性项目□"},
)
def box_group_overticked(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """Exactly one box of a group may be ticked: a project has one category and one type."""
    for group in form.boxes:
        if len(group.ticked) > 1:
            options = "、".join(group.ticked)
            message = f"“{group.label}”勾选了 {len(group.ticked)} 项（{options}），应只选一项"
            yield Problem(message, at=group.boxes)
