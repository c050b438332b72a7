"""A form nobody has described becomes the draft of a layout, through real .docx files."""

from __future__ import annotations

import tomllib

import pytest

from hebiao.layouts import Layout, choose_layout, find_forms, known_layouts, parse_layout
from hebiao.layouts.draft import Draft, draft_layout, most_like_a_form
from hebiao.layouts.labelling import Labelling, label_cells
from hebiao.layouts.rows import rows_of
from hebiao.sample import sample_content, write_forms
from hebiao.sample.plan import fields
from hebiao.word import Cell, Document, Grid, read_document
from hebiao.word.drawing import read_drawing

LAYOUTS = known_layouts()
HUBEI = next(layout for layout in LAYOUTS if layout.id == "hubei")

DONGHAI = """
+------------------------------------------------------------------------------------------------+
| 东海省财政项目绩效自我评价表（2023年度）                                                       |
+------------------+---------------------------+------------+------------------------------------+
| 项目名称         | 渔港灯塔维护              | 项目编码   | DH-2023-017                        |
+------------------+---------------------------+------------+------------------------------------+
| 主管部门         | 东海省渔业厅              | 用款单位   | 东海省航标站                       |
+---------+--------+-------+------------+------+-----+------+-----+----------+---------+---------+
| 资金执  |                | 年初预算数 | 全年预算数 | 执行数     | 执行率   | 分值    | 得分    |
| 行情况  +----------------+------------+------------+------------+----------+---------+---------+
|         | 年度资金总额   | 100        | 120        | 90         | 75%      | 10      | 7.5     |
|         +----------------+------------+------------+------------+----------+---------+---------+
|         | 其中：省级补助 | 80         | 100        | 90         | 90%      |         |         |
+---------+----------+-----+----+-------+------------+------------+----------+---------+---------+
| 绩效    | 一级指标 | 二级指标 | 三级指标           | 年度指标值 | 佐证材料 | 实际    | 得分    |
| 指标    |          |          |                    |            |          | 完成值  |         |
|         +----------+----------+--------------------+------------+----------+---------+---------+
|         | 产出指标 | 数量指标 | 维护灯塔           | 12座       | 验收单   | 12座    | 50      |
|         |          +----------+--------------------+------------+----------+---------+---------+
|         |          | 质量指标 | 合格率             | 100%       |          | 100%    | 30      |
|         +----------+----------+--------------------+------------+----------+---------+---------+
|         | 效益指标 | 社会效益 | 事故下降           | 10%        |          | 12%     | 10      |
+---------+----------+----------+--------------------+------------+----------+---------+---------+
| 总分                                                                                 | 97.5    |
+---------+----------------------------------------------------------------------------+---------+
| 填表人  | 周某某                                                                               |
+---------+--------------------------------------------------------------------------------------+
"""


def document(*drawings: str) -> Document:
    layouts = [HUBEI.model_copy(update={"drawing": drawing}) for drawing in drawings]
    blocks = [read_document(write_forms([{}], layout)).blocks for layout in layouts]
    return Document(tuple(block for some in blocks for block in some))


def drafted(drawing: str) -> Draft:
    (grid,) = document(drawing).grids
    return draft_layout(grid, LAYOUTS, "donghai", "东海.docx")


def read_with(grid: Grid, layout: Layout) -> Labelling:
    found = choose_layout((grid,), (layout,)).labelling
    assert found
    return found


def texts(labelling: Labelling) -> dict[str, str]:
    return {name: written.text for name, written in labelling.values.items() if written.text}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_draft_of_a_known_form_reads_it_as_its_own_layout_does(layout: Layout):
    (grid,) = read_document(write_forms([sample_content()], layout)).grids
    draft = parse_layout(draft_layout(grid, LAYOUTS, "x", "x.docx").text, "x.toml")

    assert texts(label_cells(rows_of([grid]), layout)) == texts(read_with(grid, draft))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_drawing_of_a_draft_is_read_with_its_own_labels(layout: Layout):
    (grid,) = read_document(write_forms([sample_content()], layout)).grids
    draft = draft_layout(grid, LAYOUTS, "x", "x.docx")

    assert [] == [line for line in draft.to_do if "示意图" in line]


def test_known_labels_are_taken_over_with_their_field():
    layout = parse_layout(drafted(DONGHAI).text, "donghai.toml")

    assert {"project": ("项目名称",), "department": ("主管部门",)} == layout.cells
    assert ("年度指标值",) == layout.indicators.columns["target"]
    assert {"total": "score"} == layout.indicators.foot.fields


def test_an_unknown_form_is_read_with_its_draft():
    (grid,) = document(DONGHAI).grids
    layout = parse_layout(drafted(DONGHAI).text, "donghai.toml")

    found = texts(read_with(grid, layout))

    assert "渔港灯塔维护" == found["project"]
    assert ["120", "100"] == [found["funding.1.budget"], found["funding.2.budget"]]
    assert ["12座", "100%", "12%"] == [found[f"indicators.{n}.actual"] for n in (1, 2, 3)]
    assert "97.5" == found["total"]


def test_unknown_labels_are_remarks_in_their_section_and_their_values_are_not():
    remarks: dict[str, list[str]] = {}
    section = ""
    for line in drafted(DONGHAI).text.splitlines():
        section = line if line.startswith("[") else section
        if line.startswith("# 不认识的标签："):
            remarks.setdefault(section, []).append(line.partition("：")[2])

    assert {
        "[cells]": ["项目编码（第2行第8列）", "用款单位（第3行第8列）", "填表人（第12行第1列）"],
        "[funding.lines]": ["其中:省级补助（第6行第2列）"],
        "[indicators.columns]": ["佐证材料（第7行第11列）"],
        "[prose]": ["东海省财政项目绩效自我评价表（第1行第1列）"],
    } == remarks


def test_words_merged_down_beside_a_block_are_taken_for_its_name():
    layout = parse_layout(drafted(DONGHAI).text, "donghai.toml")

    assert layout.funding
    assert ("资金执行情况",) == layout.funding.stub


def test_the_drawing_has_fields_in_place_of_what_was_filled_in():
    text = parse_layout(drafted(DONGHAI).text, "donghai.toml").drawing

    assert "{project}" in text
    assert "{funding.2.budget}" in text
    assert [] == [word for word in ("渔港", "DH-2023", "航标站", "周某某", "验收") if word in text]
    assert [] == [word for word in ("项目编码", "佐证材料", "填表人") if word not in text]


def test_rows_that_repeat_are_one_row_of_the_drawing():
    drawing = read_drawing(parse_layout(drafted(DONGHAI).text, "donghai.toml").drawing)

    assert 1 == sum(cell.text == "{indicators.n.level3}" for cell in drawing.cells)
    assert 10 == drawing.rows


def test_a_form_written_from_a_draft_is_read_back():
    layout = parse_layout(drafted(DONGHAI).text, "donghai.toml")
    content = {name: text for name, text in sample_content().items() if "level1" not in name}

    (form,) = find_forms(read_document(write_forms([content], layout)), (layout,))

    assert "60套" == form.labelling.values["indicators.1.target"].text
    assert "96.06分" == form.labelling.values["total"].text


def test_a_blank_form_is_drafted_as_a_filled_one_is():
    blank = parse_layout(drafted(DONGHAI).text, "x").drawing
    for field in fields(blank):
        blank = blank.replace(f"{{{field}}}", " " * (len(field) + 2))

    assert (
        parse_layout(drafted(DONGHAI).text, "x").indicators
        == parse_layout(drafted(blank).text, "x").indicators
    )


def test_what_a_person_must_still_do_is_said():
    to_do = "\n".join(drafted(DONGHAI).to_do)

    assert "name 改成表式的名称" in to_do
    assert "没有找到实施单位" in to_do
    assert "有 6 个标签不认识" in to_do


def test_a_table_without_known_labels_still_becomes_a_layout():
    draft = drafted("""
        +------+------+
        | 甲乙 | 丙丁 |
        +------+------+
        | 1+1  | '''  |
        +------+------+
    """)

    assert "没有找到绩效指标这一块" in "\n".join(draft.to_do)
    assert "donghai" == parse_layout(draft.text, "donghai.toml").id


def test_signs_that_mean_something_in_a_file_or_a_drawing_are_kept_out():
    texts = ("项目名称", "甲", "a|b+{c}\n\"\\\x07\t道'''")
    cells = tuple(Cell(1, n, 1, 1, text, text) for n, text in enumerate(texts, start=1))

    text = draft_layout(Grid(1, 1, 3, cells), LAYOUTS, '表"1', "x\\y.docx").text

    assert '表"1' == tomllib.loads(text)["id"]
    assert 3 == len(read_drawing(parse_layout(text, "x.toml").drawing).cells)


def test_an_unknown_label_in_the_first_row_is_no_title():
    draft = drafted("""
        +----------+------+
        | 工程名称 | 灯塔 |
        +----------+------+
        | 主管部门 | 某厅 |
        +----------+------+
    """)

    assert "# 不认识的标签：工程名称（第1行第1列）" in draft.text
    assert "灯塔" not in draft.text


def test_the_table_with_most_known_words_is_drafted():
    other = """
        +------+------+------+------+
        | 序号 | 姓名 | 电话 | 职务 |
        +------+------+------+------+
    """

    found = most_like_a_form(document(other, DONGHAI, other).grids, LAYOUTS)

    assert found
    assert "项目名称" in [cell.text for cell in found.cells]


def test_without_a_table_there_is_none_to_draft():
    assert most_like_a_form((), LAYOUTS) is None
