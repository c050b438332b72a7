from __future__ import annotations

import pytest
from tests.word.wordml import CONTINUE, RESTART, only_grid, shape, span, tc, tr

from hebiao.word import Cell, Grid, Mend
from hebiao.word.drawing import read_drawing


def table(*rows: str, widths: list[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


EXPECTED = """
    +----+-+----+
    | 甲   | 乙 |
    +----+-+    |
    | 丙   |    |
    +----+-+----+
"""


@pytest.mark.parametrize("continued", [1, 2])
def test_a_merge_goes_on_under_a_line_that_is_off_by_less_than_its_own_width(
    continued: int,
) -> None:
    grid = only_grid(
        table(
            tr(tc("甲", properties=span(2)), tc("乙", properties=RESTART)),
            tr(
                tc("丙", properties=span(3 - continued)),
                tc(properties=span(continued) + CONTINUE),
            ),
            widths=[1400, 10, 1400],
        )
    )

    assert read_drawing(EXPECTED) == shape(grid)
    off = Mend(2, 3, "纵向合并的边线与上方错开不到 0.5 磅，按合并读取")
    assert (() if continued == 1 else (off,)) == grid.mends


def test_a_merge_does_not_go_on_beside_a_line_that_is_seen_to_be_off() -> None:
    grid = only_grid(
        table(
            tr(tc("甲", properties=span(2)), tc("乙", properties=RESTART)),
            tr("丙", tc("丁", properties=span(2) + CONTINUE)),
            widths=[1400, 11, 1400],
        )
    )

    assert ["甲", "乙", "丙", "丁"] == [cell.text for cell in grid.cells]
    assert "纵向合并上方没有起始单元格，按独立单元格读取" == grid.mends[0].message


def test_the_line_is_moved_for_the_cells_on_both_sides() -> None:
    grid = only_grid(
        table(
            tr("甲", tc("乙", properties=span(2) + RESTART), tc("丙", properties=span(2))),
            tr(tc("丁", properties=span(2)), tc(properties=span(2) + CONTINUE), "戊"),
            widths=[1400, 3, 1400, 3, 1400],
        )
    )

    cells = [
        (cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in grid.cells
    ]
    assert [
        (1, 1, 1, 1, "甲"),
        (1, 2, 2, 2, "乙"),
        (1, 4, 1, 2, "丙"),
        (2, 1, 1, 1, "丁"),
        (2, 4, 1, 2, "戊"),
    ] == cells


def test_two_merges_side_by_side_both_go_on() -> None:
    grid = only_grid(
        table(
            tr(tc("甲", properties=RESTART), tc("乙", properties=span(2) + RESTART)),
            tr(tc(properties=span(2) + CONTINUE), tc(properties=CONTINUE)),
            widths=[1400, 3, 1400],
        )
    )

    assert (Cell(1, 1, 2, 1, "甲", "甲"), Cell(1, 2, 2, 2, "乙", "乙")) == grid.cells


def test_no_cell_is_moved_out_of_the_way_that_is_only_a_sliver_itself() -> None:
    grid = only_grid(
        table(
            tr(tc("甲", properties=RESTART + span(2)), "乙"),
            tr(tc(properties=CONTINUE), "丙", "丁"),
            widths=[1400, 3, 1400],
        )
    )

    assert ["甲", "乙", "", "丙", "丁"] == [cell.text for cell in grid.cells]


def test_a_row_that_ends_a_sliver_early_leaves_no_hole_under_the_merge() -> None:
    grid = only_grid(
        table(
            tr("甲", tc("乙", properties=span(2) + RESTART)),
            tr("丙", tc(properties=CONTINUE)),
            widths=[1400, 1400, 3],
        )
    )

    assert (Cell(1, 2, 2, 2, "乙", "乙"),) == tuple(c for c in grid.cells if c.text == "乙")
    assert Grid(1, 2, 3, grid.cells).at(2, 3) == grid.cells[1]
