"""FM10: boxes ticked in two groups exclude each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import BoxGroup, SelfEvaluation
    from hebiao.rules.policy import Policy

_OPPOSITES = (("持续性", "一次性"), ("新增性", "常年性"))


@rule(
    "FM10",
    title="勾选的项目属性与类型相互矛盾",
    about=(
        "持续性项目不会是一次性项目，新增性项目不会是常年性项目；两栏这样同时勾选时请核对。"
        "某一栏勾选了多项时不判断。"
    ),
    advice="请核对项目的属性和类型，改正勾错的一栏。",
    severity=Severity.NOTE,
    basis="同一个项目的属性和类型应当相合",
    bad={"boxes.attribute": "1、持续性项目☑   2、新增性项目□"},
    good={"boxes.attribute": "1、持续性项目□   2、新增性项目☑"},
)
def contradictory_boxes(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """What goes on for years is no single event, and what is new has not been there for years."""
    for one, other in combinations(form.boxes, 2):
        first, second = _only(one), _only(other)
        if any(_opposed(pair, first, second) for pair in _OPPOSITES):
            message = f"“{one.label}”勾选“{first}”，“{other.label}”勾选“{second}”"
            yield Problem(message, at=one.boxes, related=(other.boxes,))


def _only(group: BoxGroup) -> str:
    """Return the option ticked; none where several are, or where one has lost its box."""
    boxes = group.boxes.value or ()
    sure = len(group.ticked) == 1 and not any(box.lost for box in boxes)
    return group.ticked[0] if sure else ""


def _opposed(pair: tuple[str, str], first: str, second: str) -> bool:
    one, other = pair
    return (one in first and other in second) or (other in first and one in second)
