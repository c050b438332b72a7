"""A place is said as a person looks for it."""

from hebiao.layouts import CellPlace, TextPlace
from hebiao.reports.places import where, where_all


def cell(row: int, column: int, table: int = 2) -> CellPlace:
    return CellPlace(table, row, column, "得分")


def test_a_cell_has_its_table_row_column_and_label():
    assert "表2 第18行 第5列 得分" == where(cell(18, 5))


def test_words_have_their_paragraph():
    assert "第12段" == where(TextPlace(12, "自评得分为95分"))


def test_rows_that_follow_each_other_are_said_together():
    places = [cell(6, 13), *(cell(row, 14) for row in (8, 9, 10, 12))]

    assert "表2 第6行第13列、第8–10、12行第14列" == where_all(places)


def test_two_rows_that_follow_each_other_are_a_run():
    assert "表2 第8–9行第14列" == where_all([cell(8, 14), cell(9, 14)])


def test_a_place_named_twice_is_said_once():
    assert "表2 第8行第14列；第3段" == where_all(
        [cell(8, 14), cell(8, 14), TextPlace(3, "甲"), TextPlace(3, "乙")]
    )


def test_each_table_is_named():
    assert "表1 第2行第3列；表2 第2行第3列" == where_all([cell(2, 3, 1), cell(2, 3, 2)])
