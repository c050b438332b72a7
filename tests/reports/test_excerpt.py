"""An excerpt shows the row of a finding with the cell underlined, whatever the width."""

from dataclasses import replace

import pytest
from tests.reports.conftest import Make

from hebiao.check import CheckResult
from hebiao.layouts import CellPlace, TextPlace
from hebiao.reports.columns import one_line, width
from hebiao.reports.excerpt import excerpt, texts_around


def underlined(row: str, marks: str) -> str:
    """What stands above the marks, counted in columns."""
    shown, column = "", 0
    for char in row:
        shown += char if marks[column : column + 1] == "^" else ""
        column += width(char)
    return shown


def places(result: CheckResult) -> list[tuple[str, CellPlace]]:
    values = result.forms[0].source.labelling.values.values()
    return [(value.text, value.at) for value in values if isinstance(value.at, CellPlace)]


@pytest.mark.parametrize("columns", [30, 38, 60, 78, 98])
def test_every_cell_of_a_form_is_visible_and_underlined(
    clean: CheckResult, finding: Make, columns: int
):
    for text, at in places(clean):
        row, marks = excerpt(clean.forms[0], finding(at=at), columns)
        shown = underlined(row, marks)

        assert width(row) <= columns
        assert shown.rstrip("…").split() == text.split() or (
            shown.endswith("…") and one_line(text).startswith(shown[:-1])
        )


def test_a_row_that_fits_is_shown_in_full(clean: CheckResult, finding: Make):
    assert ("| 总分 | 96.06分 |", "         ^^^^^^^") == excerpt(clean.forms[0], finding(), 78)


def test_merged_cells_that_reach_into_the_row_are_part_of_it(clean: CheckResult, finding: Make):
    at = clean.forms[0].source.labelling.values["indicators.2.score"].at

    row, _ = excerpt(clean.forms[0], finding(at=at), 120)

    assert "| 年度绩效目标 | 产出指标（40分） | 数量指标 | 新购图书 |" in row


def test_an_empty_cell_is_underlined_too(clean: CheckResult, finding: Make, total: CellPlace):
    form = clean.forms[0]
    (filled,) = form.source.grids
    blank = [c._replace(text="") if c.text == "96.06分" else c for c in filled.cells]
    grid = replace(filled, cells=tuple(blank))
    form = replace(form, source=replace(form.source, grids=(grid,)))

    assert ("| 总分 |      |", "         ^^^^") == excerpt(form, finding(at=total), 78)


def test_a_cell_of_another_table_has_no_excerpt(clean: CheckResult, finding: Make):
    elsewhere = CellPlace(9, 1, 1, "总分")

    assert ("", "") == excerpt(clean.forms[0], finding(at=elsewhere), 78)
    assert [] == texts_around(clean.forms[0], elsewhere)


def test_a_sentence_is_cut_around_the_words_that_are_meant(clean: CheckResult, finding: Make):
    at = TextPlace(3, "甲" * 40 + "自评得分为96.06分" + "乙" * 40)

    row, marks = excerpt(clean.forms[0], finding(at=at, stated="96.06"), 40)

    assert width(row) <= 40
    assert "96.06" == underlined(row, marks)
    assert row.startswith("…甲")
    assert row.endswith("乙…")


def test_words_that_stand_in_a_sentence_twice_are_not_underlined(clean: CheckResult, finding: Make):
    at = TextPlace(3, "产出40分，效益40分")

    assert ("产出40分，效益40分", "") == excerpt(clean.forms[0], finding(at=at, stated="40"), 40)


def test_words_longer_than_the_page_are_cut(clean: CheckResult, finding: Make):
    at = TextPlace(3, "原因：" + "丙" * 60)

    row, marks = excerpt(clean.forms[0], finding(at=at, stated="丙" * 60), 40)

    assert width(row) <= 40
    assert "" == marks


def test_the_whole_row_goes_into_other_reports(clean: CheckResult, total: CellPlace):
    assert ["总分", "96.06分"] == texts_around(clean.forms[0], total)
