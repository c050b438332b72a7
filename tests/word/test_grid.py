from __future__ import annotations

from tests.word.wordml import CONTINUE, RESTART, docx, only_grid, p, shape, span, tbl, tc, tr

from hebiao.word import read_document
from hebiao.word.drawing import read_drawing


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


def test_properties_in_two_tcPr_elements_count_both() -> None:  # noqa: N802
    cell = f"<w:tc><w:tcPr>{span(2)}</w:tcPr><w:tcPr>{RESTART}</w:tcPr>{p('甲')}</w:tc>"
    grid = only_grid(tbl(tr(cell, "乙"), tr(tc(properties=span(2) + CONTINUE), "丙"), columns=3))

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


def test_two_tables_without_a_paragraph_between_stay_two() -> None:
    document = read_document(docx(tbl(tr("甲"), columns=1) + tbl(tr("乙"), columns=1)))

    assert [1, 2] == [grid.table for grid in document.grids]


def test_a_table_without_rows_is_no_table() -> None:
    document = read_document(docx(tbl(columns=2) + tbl(tr("甲"), columns=1)))

    assert [(1, "甲")] == [(grid.table, grid.cells[0].text) for grid in document.grids]


def test_a_right_to_left_table_keeps_the_order_of_its_cells() -> None:
    plain = tbl(tr("甲", "乙"), columns=2)
    reversed_ = plain.replace("<w:tblPr/>", "<w:tblPr><w:bidiVisual/></w:tblPr>")

    assert only_grid(plain) == only_grid(reversed_)


def test_a_position_outside_the_grid_has_no_cell() -> None:
    grid = only_grid(tbl(tr("甲"), columns=1))

    assert [None, None, None] == [grid.at(0, 1), grid.at(1, 2), grid.at(2, 1)]
