"""What each cell of a table is follows from its labels, never from where it stands."""

from __future__ import annotations

import pytest

from hebiao.layouts import Layout, known_layouts
from hebiao.layouts.labelling import Labelling, label_cells
from hebiao.layouts.rows import rows_of
from hebiao.sample.plan import fields, plan
from hebiao.word.drawing import read_drawing

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def labelled(*drawings: str) -> Labelling:
    return label_cells(rows_of([read_drawing(drawing) for drawing in drawings]), HUBEI)


def texts(labelling: Labelling) -> dict[str, str]:
    return {name: written.text for name, written in labelling.values.items()}


def test_the_value_of_a_label_is_the_cell_to_its_right():
    found = labelled("""
        +----------+------+--------------+------+
        | 主管部门 | 甲局 | 项目实施单位 | 乙所 |
        +----------+------+--------------+------+
    """)

    assert {"department": "甲局", "implementing_unit": "乙所"} == texts(found)


def test_a_label_followed_by_another_label_has_an_empty_value():
    found = labelled("""
        +----------+--------------+------+
        | 主管部门 | 项目实施单位 | 乙所 |
        +----------+--------------+------+
    """)

    assert "" == texts(found)["department"]


def test_funding_is_read_where_the_line_label_stands_in_the_header():
    found = labelled("""
        +--------------------+------------------+----------+----------+--------+------+
        | 预算执行情况       | 年度财政资金总额 | 预算数   | 执行数   | 执行率 | 得分 |
        | （万元）（20分）   |                  +----------+----------+--------+------+
        |                    |                  | 130      | 100      | 76.92% | 15.38|
        +--------------------+------------------+----------+----------+--------+------+
    """)

    assert {
        "funding.1.budget": "130",
        "funding.1.executed": "100",
        "funding.1.execution_rate": "76.92%",
        "funding.1.score": "15.38",
    } == texts(found)
    assert () == found.unread


def test_funding_is_read_where_each_row_has_its_label():
    found = labelled("""
        +--------------+------------------+--------+--------+--------+------+
        | 预算执行情况 |                  | 执行数 | 预算数 | 执行率 | 得分 |
        |              +------------------+--------+--------+--------+------+
        |              | 年度财政资金总额 | 100    | 130    | 76.92% | 15.38|
        |              +------------------+--------+--------+--------+------+
        |              | 其他             | 30     | 40     | 75%    |      |
        +--------------+------------------+--------+--------+--------+------+
    """)

    assert "100" == texts(found)["funding.1.executed"]
    assert "40" == texts(found)["funding.2.budget"]
    assert "年度财政资金总额" == found.labels["funding.1.line"].text
    assert ["其他"] == [cell.text for cell in found.unread]


INDICATORS = """
    +--------+------------------+----------+----------+------------+------------+------+
    | 年度   | 一级指标         | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
    | 绩效   +------------------+----------+----------+------------+------------+------+
    | 目标   | 产出指标（40分） | 数量指标 | 课桌     | 3套        | 3套        | 7    |
    |        |                  +----------+----------+------------+------------+------+
    |        |                  | 质量指标 | 合格率   | 100%       | 90%        | 6.3  |
    +--------+------------------+----------+----------+------------+------------+------+
    | 总分                      | 13.3                                                 |
    +---------------------------+------------------------------------------------------+
"""


def test_a_merged_first_level_belongs_to_every_row_it_covers():
    found = texts(labelled(INDICATORS))

    assert "产出指标（40分）" == found["indicators.1.level1"]
    assert "产出指标（40分）" == found["indicators.2.level1"]


def test_the_row_of_the_total_ends_the_indicators():
    found = texts(labelled(INDICATORS))

    assert "13.3" == found["total"]
    assert "indicators.3.level1" not in found


def test_the_path_of_a_score_names_its_row():
    found = labelled(INDICATORS)

    assert "产出指标 › 质量指标 › 合格率 › 得分" == found.values["indicators.2.score"].at.label


def test_columns_in_another_order_are_read_by_their_labels():
    found = texts(
        labelled("""
        +----------+----------+------+------------+------------+----------+
        | 一级指标 | 三级指标 | 得分 | 实际完成值 | 年初目标值 | 二级指标 |
        +----------+----------+------+------------+------------+----------+
        | 产出指标 | 课桌     | 7    | 2套        | 3套        | 数量指标 |
        +----------+----------+------+------------+------------+----------+
    """)
    )

    assert ("3套", "2套", "7") == tuple(
        found[f"indicators.1.{column}"] for column in ("target", "actual", "score")
    )


def test_a_cell_that_lies_a_sliver_off_its_label_still_belongs_to_it():
    found = texts(
        labelled("""
        +-----------+------------+------------+------+
        | 三级指标  | 年初目标值 | 实际完成值 | 得分 |
        +---------+-+----------+-+------------+------+
        | 课桌    | 3套        | 2套          | 7    |
        +---------+------------+--------------+------+
    """)
    )

    assert ("课桌", "3套", "2套", "7") == tuple(
        found[f"indicators.1.{column}"] for column in ("level3", "target", "actual", "score")
    )


def test_a_form_that_goes_on_in_a_second_table_is_numbered_through():
    found = labelled(
        """
        +----------+------------+------------+------+
        | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
        +----------+------------+------------+------+
        | 课桌     | 3套        | 2套        | 7    |
        +----------+------------+------------+------+
        """,
        """
        +----------+------------+------------+------+
        | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
        +----------+------------+------------+------+
        | 椅子     | 9把        | 9把        | 8    |
        +----------+------------+------------+------+
        """,
    )

    assert ("7", "8") == (texts(found)["indicators.1.score"], texts(found)["indicators.2.score"])
    assert 2 == found.values["indicators.2.score"].at.row


def test_a_filled_cell_that_nobody_knows_is_listed_as_unread():
    found = labelled("""
        +----------+------+
        | 项目名称 | 甲   |
        +----------+------+
        | 备用金   | 12   |
        +----------+------+
    """)

    assert ["备用金", "12"] == [cell.text for cell in found.unread]


@pytest.mark.parametrize("layout", known_layouts(), ids=lambda layout: layout.id)
def test_the_drawing_of_a_layout_is_read_by_that_layout_without_a_rest(layout: Layout):
    drawn = [name for cell in read_drawing(layout.drawing).cells for name in fields(cell.text)]
    content = {name.replace(".n.", ".1."): "2024" for name in drawn}

    found = label_cells(rows_of([plan(layout, content)]), layout)

    assert content.keys() == {*found.fields.values()} | (content.keys() & found.front.keys())
    assert () == found.unread
