"""Score cells, merged or not, with the full marks they are for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.written import written

from hebiao.check import read
from hebiao.scoring.breakdown import breakdowns, is_part
from hebiao.scoring.cells import score_cells
from hebiao.scoring.full_marks import full_marks, group_weight

MERGED = {"indicators.2.score": None, "indicators.1.score": "25"}


def form(edits: dict[str, str | None]):
    return read(written(edits, "mof"))[0]


def test_each_indicator_has_a_score_of_its_own():
    cells = score_cells(form({}))

    assert ["15", "10", "10", "5", "10", "13.5", "15", "10"] == [c.score.text for c in cells]
    assert [15, 10, 10, 5, 10, 15, 15, 10] == [cell.full for cell in cells]
    assert all(cell.alone for cell in cells)


def test_a_merged_score_is_for_the_full_marks_of_all_its_rows():
    first, *others = score_cells(form(MERGED))

    assert (Decimal(25), None) == (first.full, first.alone)
    assert "“维修灌溉泵站”、“清淤渠道长度”" == first.name
    assert 6 == len(others)


def test_a_merged_score_leaves_the_weight_of_its_group_as_it_was():
    merged = form(MERGED)

    assert Decimal(50) == group_weight(merged.groups[0])
    assert {1: Decimal(25), 2: Decimal(25)}.items() <= full_marks(merged).items()


def test_a_score_with_blank_full_marks_has_none():
    assert score_cells(form({"indicators.2.full_marks": ""}))[1].full is None


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("其中：支渠", True),
        ("★★★其中:建档立卡人口", True),
        ("2.其中干渠", True),
        ("渠道长度", False),
        ("渠道（其中支渠）", False),
    ],
)
def test_a_part_is_named_as_one(name: str, part: bool):
    assert part is is_part(form({"indicators.2.level3": name}).indicators[1])


def test_an_indicator_is_broken_down_into_the_rows_right_below_it():
    named = {f"indicators.{n}.level3": f"其中：{n}" for n in (2, 3)}

    (found,) = breakdowns(form(named).groups[0])
    assert (1, [2, 3]) == (found.whole.number, [part.number for part in found.parts])
