from __future__ import annotations

import pytest

from hebiao.word import Mend, read_document
from hebiao.word.drawing import read_drawing
from tests.word.wordml import CONTINUE, RESTART, docx, only_grid, p, shape, span, tbl, tc, tr


def test_a_merged_label_covers_both_rows_and_a_wide_cell_both_columns() -> None:
    grid = only_grid(
        tbl(
            tr(tc("资金", properties=RESTART), tc("总额", properties=span(2))),
            tr(tc(properties=CONTINUE), "其中", "其他"),
            columns=3,
        )
    )

    expected = """
        +------+-------------+
        | 资金 | 总额        |
        |      +------+------+
        |      | 其中 | 其他 |
        +------+------+------+
    """
    assert read_drawing(expected) == shape(grid)
    assert () == grid.mends


def test_a_block_of_four_positions_is_one_cell() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=span(2) + RESTART), "乙"),
            tr(tc(properties=span(2) + CONTINUE), "丙"),
            tr("丁", "戊", "己"),
            columns=3,
        )
    )

    expected = """
        +---------+----+
        | 甲      | 乙 |
        |         +----+
        |         | 丙 |
        +----+----+----+
        | 丁 | 戊 | 己 |
        +----+----+----+
    """
    assert read_drawing(expected) == shape(grid)


def test_a_merge_may_begin_straight_under_another() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART), tc("乙", properties=RESTART)),
            tr(tc(properties=CONTINUE), tc(properties='<w:vMerge w:val="continue"/>')),
            tr(tc("丙", properties=RESTART), tc(properties=CONTINUE)),
            tr(tc(properties=CONTINUE), "丁"),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        +    |    |
        |    |    |
        +----+    |
        | 丙 |    |
        |    +----+
        |    | 丁 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)


def test_columns_left_free_before_and_after_a_row_are_holes() -> None:
    grid = only_grid(
        tbl(
            tr("甲", tc("乙", properties=RESTART), "丙", "丁"),
            tr(
                tc(properties=CONTINUE),
                "戊",
                properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>',
            ),
            tr("己", tc(properties=CONTINUE), tc("庚", properties=span(2))),
            columns=4,
        )
    )

    expected = """
        +----+----+----+----+
        | 甲 | 乙 | 丙 | 丁 |
        +----+    +----+----+
        |░░░░|    | 戊 |░░░░|
        +----+    +----+----+
        | 己 |    | 庚      |
        +----+----+---------+
    """
    assert read_drawing(expected) == shape(grid)


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


def test_old_horizontal_merges_work_together_with_vertical_ones() -> None:
    begin, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART + begin), tc(properties=RESTART + go_on), "乙"),
            tr(tc(properties=CONTINUE + begin), tc(properties=CONTINUE + go_on), "丙"),
            tr("丁", tc("戊", properties=begin), tc(properties=go_on)),
            columns=3,
        )
    )

    expected = """
        +---------+----+
        | 甲      | 乙 |
        |         +----+
        |         | 丙 |
        +----+----+----+
        | 丁 | 戊      |
        +----+---------+
    """
    assert read_drawing(expected) == shape(grid)


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


def test_properties_in_two_tcPr_elements_count_both() -> None:  # noqa: N802
    cell = f"<w:tc><w:tcPr>{span(2)}</w:tcPr><w:tcPr>{RESTART}</w:tcPr>{p('甲')}</w:tc>"
    grid = only_grid(
        tbl(tr(cell, "乙"), tr(tc(properties=span(2) + CONTINUE), "丙"), columns=3)
    )

    expected = """
        +-------+----+
        | 甲    | 乙 |
        |       +----+
        |       | 丙 |
        +---+---+----+
    """
    assert read_drawing(expected).cells == grid.cells


def test_old_properties_inside_a_change_never_count() -> None:
    changed = f"{span(1)}<w:tcPrChange><w:tcPr>{span(2)}{CONTINUE}</w:tcPr></w:tcPrChange>"
    grid = only_grid(
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/>"
        "<w:tblGridChange><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
        "</w:tblGridChange></w:tblGrid>"
        + tr("甲", "乙")
        + tr(
            tc("丙", properties=changed),
            "丁",
            properties="<w:trPrChange><w:trPr><w:hidden/></w:trPr></w:trPrChange>",
        )
        + "</w:tbl>"
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        +----+----+
        | 丙 | 丁 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)


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
    grid = only_grid(
        tbl(tr("甲", properties=f'<w:gridBefore w:val="{skipped}"/>'), columns=3)
    )

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


def test_two_tables_without_a_paragraph_between_stay_two() -> None:
    document = read_document(docx(tbl(tr("甲"), columns=1) + tbl(tr("乙"), columns=1)))

    assert [1, 2] == [grid.table for grid in document.grids]


def test_a_table_without_rows_is_no_table() -> None:
    document = read_document(docx(tbl(columns=2) + tbl(tr("甲"), columns=1)))

    assert [(1, "甲")] == [(grid.table, grid.cells[0].text) for grid in document.grids]


def test_a_right_to_left_table_keeps_the_order_of_its_cells() -> None:
    table = tbl(tr("甲", "乙"), columns=2).replace("<w:tblPr/>", "<w:tblPr><w:bidiVisual/></w:tblPr>")

    assert ["甲", "乙"] == [cell.text for cell in only_grid(table).cells]


def test_a_position_outside_the_grid_has_no_cell() -> None:
    grid = only_grid(tbl(tr("甲"), columns=1))

    assert [None, None, None] == [grid.at(0, 1), grid.at(1, 2), grid.at(2, 1)]
