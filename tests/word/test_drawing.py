from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.word.grids import grids

from hebiao.word import Cell, Grid
from hebiao.word.drawing import draw, read_drawing


def drawn(text: str) -> str:
    return dedent(text).strip("\n").rstrip()


def test_a_drawing_shows_spans_and_counts_wide_characters_twice() -> None:
    grid = Grid(
        1,
        2,
        3,
        (
            Cell(1, 1, 2, 1, "资金", "资金"),
            Cell(1, 2, 1, 2, "total 总额", "total 总额"),
            Cell(2, 2, 1, 1, "其中", "其中"),
            Cell(2, 3, 1, 1, "", ""),
        ),
    )

    expected = """
        +------+------+-----+
        | 资金 | total 总额 |
        +      +------+-----+
        |      | 其中 |     |
        +------+------+-----+
    """
    assert drawn(expected) == draw(grid)
    assert grid == read_drawing(expected)


def test_positions_without_a_cell_are_filled() -> None:
    grid = Grid(1, 2, 2, (Cell(1, 2, 2, 1, "甲\n乙\n丙", "甲\n乙\n丙"),))

    expected = """
        +-+----+
        |░| 甲 |
        +-+ 乙 |
        |░| 丙 |
        +-+----+
    """
    assert drawn(expected) == draw(grid)
    assert grid == read_drawing(expected)


def test_a_hole_may_be_drawn_over_several_positions() -> None:
    grid = read_drawing("""
        +----+----+
        | 甲 | 乙 |
        +----+----+
        |░░░░░░░░░|
        +---------+
    """)

    assert [None, None] == [grid.at(2, 1), grid.at(2, 2)]


def test_the_marked_cell_is_underlined() -> None:
    grid = read_drawing("""
        +----+----+
        | 甲 | 乙 |
        +----+----+
        | 丙 |    |
        +----+----+
    """)

    expected = """
        +----+-----+
        | 甲 | 乙  |
        |    | ^^^ |
        +----+-----+
        | 丙 |     |
        +----+-----+
    """
    assert drawn(expected) == draw(grid, (1, 2))


def test_a_mark_outside_the_cells_marks_nothing() -> None:
    grid = Grid(1, 1, 1, (Cell(1, 1, 1, 1, "甲", "甲"),))

    assert draw(grid) == draw(grid, (5, 5))


def test_columns_and_rows_that_no_line_shows_are_marked_at_the_edges() -> None:
    grid = Grid(1, 2, 2, (Cell(1, 1, 2, 2, "甲", "甲"),))

    expected = """
        +-+--+
        | 甲 |
        +    |
        |    |
        +----+
    """
    assert drawn(expected) == draw(grid)
    assert grid == read_drawing(expected)


def test_lines_of_a_cell_are_stripped_and_joined() -> None:
    grid = read_drawing("""
        +---------+
        |   一    |
        |         |
        | 二  三  |
        |         |
        +---------+
    """)

    assert "一\n\n二  三" == grid.cells[0].text


def test_signs_of_the_notation_may_stand_in_a_text() -> None:
    grid = read_drawing("""
        +-------+-----+
        | a + b | 5-3 |
        +-------+-----+
        | 1 - 2 | +   |
        +-------+-----+
    """)

    assert ["a + b", "5-3", "1 - 2", "+"] == [cell.text for cell in grid.cells]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no drawing",
        "+---+",
        """
        +---+---+
        | a | b |
        +---+   |
        | c   d |
        +-------+
        """,
        """
        +---+---+
        | a   b |
        |   +---+
        |   | c |
        +---+---+
        """,
        """
        +---+---+
        | a | b |
        |   +---+
        |     c |
        +-------+
        """,
        """
        +---+
        | a
        +---+
        """,
    ],
)
def test_a_drawing_that_is_no_grid_is_a_mistake(text: str) -> None:
    with pytest.raises(ValueError, match=r"drawing|rectangle|close"):
        read_drawing(text)


@given(grids())
def test_what_is_drawn_is_what_is_read(grid: Grid) -> None:
    assert grid == read_drawing(draw(grid))


@given(grids(), st.integers(0, 8))
def test_a_drawing_may_be_indented_and_drawing_again_changes_nothing(
    grid: Grid, indent: int
) -> None:
    once = draw(grid)
    indented = "\n".join(" " * indent + line for line in once.split("\n"))

    assert once == draw(read_drawing(f"\n{indented}\n    "))
