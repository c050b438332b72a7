"""
The form of Hubei as a university publishes it: its total in the line above, marks in the names.

Where it was found all digits were gone, so the figures are made up; labels, boxes, names and the
words typed into a cell for figures are as published.
"""

from __future__ import annotations

from tests.layouts.filled import (
    LAYOUTS,
    codes,
    column,
    filled,
    read_table,
    rows,
    text,
    written_again,
)

from hebiao.layouts import find_forms, known_layouts
from hebiao.records import build
from hebiao.sample.plan import plan
from hebiao.word import Document, Paragraph

WHY = "因全校总人数减少,总指标数减少,但奖励、资助比例没减少"
AID = {
    "project": "学生资助项目",
    "department": "湖北省教育厅",
    "implementing_unit": "湖北工程学院",
    "boxes.category": "1、部门预算项目☑   2、省直专项□   3、省对下转移支付项目□",
    "boxes.attribute": "1、持续性项目□   2、新增性项目☑",
    "boxes.type": "1、常年性项目☑   2、延续性项目□   3、一次性项目□",
    **rows("funding", "budget executed execution_rate score", "500 | 480 | 96% | 19.2"),
    **rows(
        "indicators",
        "level1 level2 level3 target actual score",
        f"""
        产出指标 | 数量（20分） | 国家奖学金人数（5分） | 12人 | 12人 | 5
        产出指标 | 数量（20分） | 国家励志奖学金人数（5分） | 380人 | 378人 | 4.97
        产出指标 | 数量（20分） | 国家助学金人数（5分） | 2600人 | {WHY} | 5
        产出指标 | 数量（20分） | 应征入伍人数（5分） | 40人 | 41人 | 5
        产出指标 | 成本指标（20分） | 国家奖学金人均资助（10分） | 8000元 | 8000元 | 10
        产出指标 | 成本指标（20分） | 国家励志奖学金人均资助（5分） | 5000元 | 5000元 | 5
        产出指标 | 成本指标（20分） | 国家助学金人均资助（5分） | 3300元 | 3300元 | 5
        效益指标 | 社会效益指标（20分） | 资金发放率（10分） | 100% | 100% | 10
        效益指标 | 社会效益指标（20分） | 困难生完成学业率（10分） | 98% | 99% | 10
        效益指标 | 服务对象满意度指标（10分） |  | 90% | 95% | 10
        过程指标 |  | 评审程序是否公正（10分） | 是 | 是 | 10
        """,
    ),
}


def test_the_form_is_read_to_its_last_cell():
    form = filled(AID, "hubei").form

    assert ["产出指标", "效益指标", "过程指标"] == [group.name for group in form.groups]
    assert ["数量", "成本指标"] == [i.level2.value for i in form.indicators[3:5] if i.level2]
    assert [AID[f"indicators.{n}.level3"] for n in range(1, 12)] == column(form, "level3")
    assert [AID[f"indicators.{n}.score"] for n in range(1, 12)] == column(form, "score")
    assert ["是"] == column(form, "target")[10:]


def test_each_of_its_three_groups_of_boxes_is_read_for_itself():
    form = filled(AID, "hubei").form

    assert {
        "category": ("部门预算项目",),
        "attribute": ("新增性项目",),
        "type": ("常年性项目",),
    } == {group.name: group.ticked for group in form.boxes}


def test_words_typed_into_the_cell_of_a_figure_are_kept():
    form = filled(AID, "hubei").form

    assert WHY == column(form, "actual")[2]


def test_its_total_stands_in_the_line_above_the_table():
    line = Paragraph(1, "填报日期：2021年3月5日        总分：94.17分")
    document = Document((line, plan(LAYOUTS["hubei"], AID)))

    (form,) = [build(found) for found in find_forms(document, known_layouts())]

    assert "94.17分" == text(form.total)
    assert ["94.17分"] == [text(read.total) for read in written_again(form)]


def test_there_is_no_error_where_the_figures_are_right():
    assert [] == codes(filled(AID | {"total": "99.17"}, "hubei"), "error")


def test_marks_for_each_row_may_stand_in_a_column_of_their_own():
    form = read_table(
        """
        项目名称 | 学生资助项目 | < | <
        主管部门 | 湖北省教育厅 | 项目实施单位 | 湖北工程学院
        预算执行情况（万元）（20分） | 年度财政资金总额 | 预算数（A） | 执行数（B） | 得分
        ^ | ^ | 500 | 500 | 20
        年度绩效目标1（80分） | 一级指标 | 三级指标 | 分值 | 年初目标值 | 实际完成值 | 得分
        ^ | 产出指标 | 奖学金人数 | 80 | 12人 | 12人 | 80
        """
    )

    assert ("hubei", ["80"], ["80"]) == (
        form.layout,
        column(form, "full_marks"),
        column(form, "score"),
    )
