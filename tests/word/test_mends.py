from __future__ import annotations

import pytest
from tests.word.wordml import CONTINUE, RESTART, only_grid, shape, span, tbl, tc, tr

from hebiao.word import Mend
from hebiao.word.drawing import read_drawing


def test_a_merge_that_no_cell_begins_leaves_cells_of_their_own() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=CONTINUE), "乙"),
            tr(tc("丙", properties=CONTINUE), tc("丁", properties=CONTINUE)),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        +----+----+
        | 丙 | 丁 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert [(1, 1), (2, 1), (2, 2)] == [(mend.row, mend.column) for mend in grid.mends]
    assert "纵向合并上方没有起始单元格，按独立单元格读取" == grid.mends[0].message


def test_a_merge_does_not_continue_in_a_cell_of_another_width() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART), "乙", "丙"),
            tr(tc("丁", properties=span(2) + CONTINUE), "戊"),
            tr(tc("己", properties=CONTINUE), "庚", "辛"),
            columns=3,
        )
    )

    expected = """
        +----+----+----+
        | 甲 | 乙 | 丙 |
        +----+----+----+
        | 丁      | 戊 |
        +----+----+----+
        | 己 | 庚 | 辛 |
        +----+----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert "纵向合并与上方合并单元格宽度不同，按独立单元格读取" == grid.mends[0].message


def test_a_row_that_begins_elsewhere_closes_the_merge_above() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART), "乙"),
            tr("丙", properties='<w:gridBefore w:val="1"/>'),
            tr(tc("丁", properties=CONTINUE), "戊"),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        +----+----+
        |░░░░| 丙 |
        +----+----+
        | 丁 | 戊 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)


def test_text_under_a_merge_is_recorded_and_not_read() -> None:
    grid = only_grid(
        tbl(tr(tc("甲", properties=RESTART)), tr(tc("旧", properties=CONTINUE)), columns=1)
    )

    assert ["甲"] == [cell.text for cell in grid.cells]
    assert (Mend(2, 1, "被合并的单元格内另有文字“旧”，Word 不显示，未读入"),) == grid.mends


def test_a_horizontal_merge_that_no_cell_begins_is_recorded() -> None:
    grid = only_grid(tbl(tr("甲", tc("乙", properties="<w:hMerge/>")), columns=2))

    assert ["甲", "乙"] == [cell.text for cell in grid.cells]
    assert (Mend(1, 2, "横向合并缺少起始单元格，按独立单元格读取"),) == grid.mends


def test_text_under_a_horizontal_merge_is_recorded_at_the_cell_that_covers_it() -> None:
    row = tr(
        "甲", tc("乙", properties='<w:hMerge w:val="restart"/>'), tc("旧", properties="<w:hMerge/>")
    )
    grid = only_grid(tbl(row, columns=3))

    assert (Mend(1, 2, "被合并的单元格内另有文字“旧”，Word 不显示，未读入"),) == grid.mends


def test_rows_that_exceed_the_grid_widen_it() -> None:
    grid = only_grid(tbl(tr(tc("甲", properties=span(3)), "乙"), tr("丙"), columns=2))

    assert (2, 4) == (grid.rows, grid.columns)
    assert (Mend(1, 1, "表格定义了 2 列，单元格排到第 4 列，按 4 列读取"),) == grid.mends


def test_a_table_without_a_grid_is_as_wide_as_its_rows() -> None:
    grid = only_grid(
        f"<w:tbl>{tr(tc('甲', properties=span(2)), '乙')}{tr('丙', '丁', '戊')}</w:tbl>"
    )

    expected = """
        +---------+----+
        | 甲      | 乙 |
        +----+----+----+
        | 丙 | 丁 | 戊 |
        +----+----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert (Mend(1, 1, "表格没有定义列，单元格排到第 3 列，按 3 列读取"),) == grid.mends


def test_columns_no_row_reaches_are_holes() -> None:
    grid = only_grid(tbl(tr("甲"), columns=2))

    assert (1, 2) == (grid.rows, grid.columns)
    assert None is grid.at(1, 2)


@pytest.mark.parametrize(
    ("written", "read"),
    [("0", 1), ("-3", 1), ("two", 1), ("", 1), (str(2**31), 3), ("9" * 5000, 1), ("2", 2)],
)
def test_a_span_without_sense_is_mended(written: str, read: int) -> None:
    grid = only_grid(tbl(tr(tc("甲", properties=span(written))), columns=3))

    assert read == grid.cells[0].column_span
    assert (written == "2") == (not grid.mends)


@pytest.mark.parametrize("skipped", ["3", "-1", str(2**31)])
def test_a_row_cannot_leave_more_columns_free_than_there_are(skipped: str) -> None:
    grid = only_grid(tbl(tr("甲", properties=f'<w:gridBefore w:val="{skipped}"/>'), columns=3))

    assert 1 == grid.cells[0].column
    assert (Mend(1, 1, f"行首空列数写作 {skipped}，超出表格，已忽略"),) == grid.mends


def test_a_hidden_row_is_left_out_and_recorded() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART), "乙"),
            tr(tc(properties=CONTINUE), "丙", properties="<w:hidden/>"),
            tr(tc(properties=CONTINUE), "丁", properties='<w:hidden w:val="0"/>'),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        |    +----+
        |    | 丁 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert (Mend(1, 1, "有一行设为隐藏，未读入：“丙”"),) == grid.mends
