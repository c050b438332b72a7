"""FM02: none of a group of boxes is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation
    from hebiao.rules.policy import Policy


@rule(
    "FM02",
    title="选项一个也没有勾选",
    about="每组选项应勾选一项。勾选从方框本身读取（符号、控件、窗体域或手打的√都算）。",
    advice="请核对项目属于哪一项并勾选。",
    severity=Severity.WARNING,
    basis="表内该栏目为单项选择",
    bad={"boxes.category": "1、部门预算项目□   2、市直专项□   3、其他项目□"},
    good={"boxes.category": "1、部门预算项目□   2、市直专项√   3、其他项目□"},
)
def box_group_unticked(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    One box of each group must be ticked.

    Ticks are read from the box itself: a symbol of a picture font, a content control, a form
    field or a typed √. A group whose options have no boxes at all is not judged.
    """
    for group in form.boxes:
        boxes = group.boxes.value or ()
        if boxes and not any(box.ticked or box.lost for box in boxes):
            options = "、".join(box.option for box in boxes)
            yield Problem(f"“{group.label}”一个选项也没有勾选（{options}）", at=group.boxes)
