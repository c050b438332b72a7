"""`show` draws every table with the numbers the findings use, and says what each cell is."""

import json
from dataclasses import replace
from textwrap import dedent

from tests.written import written

from hebiao.layouts import CellPlace, LabelledForm, Written, find_forms, known_layouts
from hebiao.reports.columns import width
from hebiao.reports.line import plain
from hebiao.reports.tables import table_lines
from hebiao.reports.tables_v1 import tables
from hebiao.word import Document, Grid, read_document
from hebiao.word.blocks import Mend
from hebiao.word.drawing import read_drawing


def shown(grid: Grid, form: LabelledForm | None = None, columns: int = 80) -> str:
    return plain(table_lines(grid, form, form.reasons if form else (), columns))


def sample() -> tuple[Grid, LabelledForm]:
    document = read_document(written({}))
    return document.grids[0], find_forms(document, known_layouts())[0]


def test_a_table_is_drawn_with_its_rows_and_columns_numbered():
    grid = read_drawing("""
        +------+-------------+
        | 资金 | 总额        |
        |      +------+------+
        |      | 其中 |░░░░░░|
        +------+------+------+
    """)

    assert dedent("""\
        表1  2 行 3 列  不是认得的自评表

             1      2      3
            +------+------+-+
          1 | 资金 | 总额   |
            +      +------+-+
          2 |      | 其中 |░|
            +------+------+-+
        """) == shown(grid)


def test_numbers_too_long_for_their_columns_stand_upright():
    grid = Grid(1, 1, 11, read_drawing("+-+\n|a|\n+-+").cells)

    tens, units = shown(grid).splitlines()[2:4]

    assert ["1", "1"] == tens.split()
    assert [*"12345678901"] == units.split()
    assert tens.index("1") == units.rindex("0")


def test_a_long_text_is_cut_off_after_three_lines():
    grid = read_drawing(f"+{'-' * 202}+\n| {'甲' * 100} |\n+{'-' * 202}+")

    text = shown(grid, columns=20)

    assert 3 == sum("甲" in line for line in text.splitlines())
    assert "…" in text


def test_a_form_names_its_layout_and_the_reasons():
    text = shown(*sample())

    assert "湖北省项目支出绩效自评表（hubei）" in text.splitlines()[0]
    assert "认出" in text.splitlines()[1]


def test_each_value_is_listed_with_its_cell_and_label():
    grid, form = sample()
    at = form.labelling.values["total"].at

    lines = [" ".join(line.split()) for line in shown(grid, form).splitlines()]

    assert f"第{at.row}行 第{at.column}列 总分：96.06分" in lines
    assert any(line.endswith("段 摘要“自评得分为…”：96.06") for line in lines)


def test_no_line_of_a_form_is_wider_than_the_page():
    grid, form = sample()

    assert [] == [line for line in shown(grid, form, 80).splitlines() if width(line) > 80]


def test_a_cell_nobody_understood_is_listed():
    grid, form = sample()
    unread = (Written("附注", CellPlace(1, 20, 1, "")),)
    form = replace(form, labelling=replace(form.labelling, unread=unread))

    assert "第20行 第1列    （未识别）附注" in shown(grid, form)


def test_what_was_mended_is_said_where_it_was():
    cell = read_drawing("+--+\n|总|\n+--+").cells
    grid = Grid(1, 1, 1, cell, (Mend(1, 1, "跨列数写作“x”，按 1 列读取"),))

    assert "第1行 第1列  读法：跨列数写作“x”，按 1 列读取" in shown(grid)


def test_the_json_lists_each_cell_once_and_nothing_for_a_hole():
    grid = read_drawing("""
        +------+------+
        | 总分 | 96   |
        |      +------+
        |      |░░░░░░|
        +------+------+
    """)

    answer = json.loads(tables(Document((grid,)), {}).model_dump_json())

    assert {
        "version": 1,
        "tables": [
            {
                "table": 1,
                "rows": 2,
                "columns": 2,
                "layout": None,
                "cells": [
                    {
                        "row": 1, "column": 1, "row_span": 2, "column_span": 1,
                        "text": "总分", "field": None,
                    },
                    {
                        "row": 1, "column": 2, "row_span": 1, "column_span": 1,
                        "text": "96", "field": None,
                    },
                ],
            }
        ],
    } == answer  # fmt: skip


def test_the_json_names_the_field_of_a_value_and_none_for_a_label():
    grid, form = sample()

    answer = tables(Document((grid,)), {1: form}).tables[0]

    fields = {cell.text: cell.field for cell in answer.cells}
    assert "hubei" == answer.layout
    assert ("total", None) == (fields["96.06分"], fields["总分"])
