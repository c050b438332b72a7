"""Which tables of a document are forms, and which of them belong together."""

from __future__ import annotations

from hebiao.layouts import CellPlace, LabelledForm, Unread, find_forms, known_layouts
from hebiao.layouts.misspelt import Suspect, misspelt
from hebiao.layouts.recognise import choose_layout
from hebiao.word import Document, Grid, Paragraph
from hebiao.word.drawing import read_drawing

HEAD = """
    +----------+----------------------------------------------------+
    | 项目名称 | 甲项目                                             |
    +----------+------------------+--------+--------+--------+------+
    | 预算执行 | 年度财政资金总额 | 预算数 | 执行数 | 执行率 | 得分 |
    | 情况     |                  +--------+--------+--------+------+
    |          |                  | 10     | 10     | 100%   | 20   |
    +----------+------------------+--------+--------+--------+------+
"""
BODY = """
    +----------+----------+----------+------------+------------+------+
    | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
    +----------+----------+----------+------------+------------+------+
    | 产出指标 | 数量指标 | 课桌     | 3套        | 3套        | 80   |
    +----------+----------+----------+------------+------------+------+
"""
FOOT = """
    +----------+----------+----------+------------+------------+------+
    | 产出指标 | 质量指标 | 合格率   | 100%       | 100%       | 10   |
    +----------+----------+----------+------------+------------+------+
    | 总分                           | 90                             |
    +--------------------------------+--------------------------------+
"""
OTHER = """
    +------+------+
    | 姓名 | 电话 |
    +------+------+
    | 张三 | 123  |
    +------+------+
"""


def document(*parts: str) -> Document:
    """Drawings are tables, anything else is a paragraph."""
    blocks: list[Paragraph | Grid] = []
    for part in parts:
        if "+--" in part:
            grid = read_drawing(part)
            table = 1 + sum(isinstance(block, Grid) for block in blocks)
            blocks.append(Grid(table, grid.rows, grid.columns, grid.cells, widths=grid.widths))
        else:
            blocks.append(Paragraph(1 + sum(isinstance(b, Paragraph) for b in blocks), part))
    return Document(tuple(blocks))


def forms(*parts: str) -> tuple[LabelledForm, ...]:
    return find_forms(document(*parts), known_layouts())


def tables(*parts: str) -> list[list[int]]:
    return [[grid.table for grid in form.grids] for form in forms(*parts)]


def test_a_form_over_two_tables_is_one_form():
    assert [[1, 2]] == tables(HEAD, BODY)


def test_a_form_over_three_tables_with_continuation_lines_is_one_form():
    assert [[1, 2, 3]] == tables(HEAD, "续表", BODY, "续表", FOOT)


def test_rows_of_a_continued_table_keep_their_own_table_and_row():
    (form,) = forms(HEAD, BODY, FOOT)

    place = form.labelling.values["indicators.2.score"].at
    assert (3, 1) == (place.table, place.row)
    assert "90" == form.labelling.values["total"].text


def test_the_header_repeated_on_the_next_page_is_no_indicator():
    (form,) = forms(HEAD, BODY, BODY)

    names = [v.text for k, v in form.labelling.values.items() if k.endswith(".level3")]
    assert ["课桌", "课桌"] == names


def test_a_table_under_its_own_title_is_no_continuation():
    assert [] == tables(HEAD, "《2024年度乙项目绩效自评表》", BODY)


def test_another_table_between_two_forms_is_left_alone():
    whole = (HEAD, BODY, FOOT)

    assert [[1, 2, 3], [5, 6, 7]] == tables(*whole, OTHER, *whole)


def test_a_table_that_is_no_form_is_left_alone():
    assert [] == tables(OTHER)


def test_the_reasons_say_what_was_missed():
    choice = choose_layout(document(HEAD).grids, known_layouts())

    assert choice.labelling is None
    assert any("年度绩效目标" in reason for reason in choice.reasons)


def test_the_prose_of_a_form_is_that_before_its_first_table():
    (form,) = forms("《2024年度甲项目绩效自评表》", HEAD, "续表", BODY)

    assert "甲项目" == form.prose["title.project"].text


def test_a_label_with_a_wrong_character_is_read_as_meant_and_noted():
    wrong = BODY.replace("三级指标", "三级指际").replace("实际完成值", "实际完成直")

    (form,) = forms(HEAD, wrong)

    assert "课桌" == form.labelling.values["indicators.1.level3"].text
    assert () == form.labelling.unread
    assert "表2第1行第3列的标签有错字，按“三级指标”读取" in form.reasons
    assert "三级指际" in [cell.text for cell in form.grids[1].cells]


def test_a_word_as_near_to_two_labels_stays_unknown():
    (form,) = forms(HEAD, BODY.replace("| 产出指标 |", "| 四级指标 |"))

    assert "四级指标" == form.labelling.values["indicators.1.level1"].text


def test_the_weight_in_a_misspelt_label_is_kept():
    wrong = Unread(CellPlace(1, 5, 1, ""), "预算执形情况（万元）\n（20分）")
    hubei = next(layout for layout in known_layouts() if layout.id == "hubei")

    assert {(1, 5, 1): "预算执行情况(万元)(20分)"} == misspelt([Suspect(wrong, frozenset())], hubei)


def test_an_indicator_named_almost_like_a_label_is_no_misspelt_label():
    (form,) = forms(HEAD, BODY.replace("| 课桌     |", "| 三级指际 |"), OTHER)

    assert "三级指际" == form.labelling.values["indicators.1.level3"].text
