from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.values.tickbox import TickBox, tickboxes

NAMES = st.lists(st.text("甲乙丙丁项目市省", min_size=1, max_size=6), min_size=1, max_size=5)


def test_a_box_keeps_its_option_and_its_glyph() -> None:
    expected = (
        TickBox("部门预算项目", ticked=False, mark="□"),
        TickBox("市直专项", ticked=True, mark="☑"),
    )

    assert expected == tickboxes("1、部门预算项目□   2、市直专项☑")


def test_an_option_without_a_box_among_options_with_boxes_lost_its_glyph() -> None:
    expected = (
        TickBox("部门预算项目", ticked=False, mark="", lost=True),
        TickBox("市直专项", ticked=False, mark="□"),
        TickBox("其他项目", ticked=False, mark="□"),
    )

    assert expected == tickboxes("1、部门预算项目   2、市直专项□  3、其他项目□")


@pytest.mark.parametrize("mark", ["☑", "☒", "■", "√", "✓", "✔", "●", "▣", "🗹", "□√", "(√)", "[x]"])
def test_these_marks_are_ticks(mark: str) -> None:
    (box,) = tickboxes(f"部门预算项目{mark}")

    assert (True, mark) == (box.ticked, box.mark)


@pytest.mark.parametrize("mark", ["□", "☐", "▢", "○", "( )", "（　）", "[ ]"])
def test_these_marks_are_empty_boxes(mark: str) -> None:
    (box,) = tickboxes(f"部门预算项目{mark}")

    assert (False, mark) == (box.ticked, box.mark)


@given(NAMES, st.data())
def test_options_are_read_whichever_side_the_boxes_stand(
    names: list[str], data: st.DataObject
) -> None:
    marks = data.draw(st.lists(st.sampled_from("□☑"), min_size=len(names), max_size=len(names)))
    pairs = list(zip(names, marks, strict=True))
    expected = tuple(TickBox(name, mark == "☑", mark) for name, mark in pairs)
    numbered = [f"{number}、{name}" for number, name in enumerate(names, 1)]

    assert expected == tickboxes("  ".join(name + mark for name, mark in pairs))
    assert expected == tickboxes("  ".join(mark + name for name, mark in pairs))
    assert expected == tickboxes("".join(name + mark for name, mark in pairs))
    assert expected == tickboxes(
        "  ".join(name + mark for name, mark in zip(numbered, marks, strict=True))
    )
