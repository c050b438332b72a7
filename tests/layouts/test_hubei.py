"""
The form of Hubei as 黄石 publishes it: numbered goals, satisfaction, scores merged over rows.

What was published breaks off at the row of satisfaction: its figures and the total are made up.
"""

from __future__ import annotations

from tests.layouts.filled import (
    LAYOUTS,
    codes,
    column,
    filled,
    respelled,
    rows,
    text,
    written_again,
)

from hebiao.check import check
from hebiao.layouts import find_forms, known_layouts
from hebiao.records import SelfEvaluation, build
from hebiao.sample import Content, write_forms
from hebiao.sample.plan import plan
from hebiao.scoring.totals import parts
from hebiao.word import Document, Paragraph

ABOVE = "^"
"""Stands for a cell that is the one above, merged down."""


def form_of(lines: str) -> Content:
    cells = rows("indicators", "level1 level2 level3 target actual score", lines)
    return {name: words for name, words in cells.items() if words != ABOVE}


HUANGSHI = {
    "project": "共享工程",
    "department": "黄石市文化和旅游局",
    "implementing_unit": "黄石市图书馆",
    "boxes.category": "1、部门预算项目☑   2、市直专项   3、市对下转移支付项目□",
    "boxes.attribute": "1、持续性项目☑   2、新增性项目□",
    "boxes.type": "1、常年性项目☑   2、延续性项目□   3、一次性项目□",
    **rows("funding", "budget executed execution_rate score", "5 | 5 | 100% | 20"),
    **form_of("""
        产出指标（40分） | 数量指标 | 一个存储备份器 | 25TB | 25TB | 10
        产出指标（40分） | 数量指标 | WIFI布点全覆盖 | 100%覆盖 | 100%覆盖 | ^
        产出指标（40分） | 质量指标 | 以最新资源面市 | 采购以当年资源为主 | 采购以当年资源为主 | 10
        产出指标（40分） | 时效指标 | 可保证读者使用时长 | 全天候可用 | 全天候 | 10
        产出指标（40分） | 时效指标 | 2022年全年 | ≥360天 | ≥360天 | ^
        产出指标（40分） | 成本指标 | 低价位高质量的采购 | 5万 | 5万 | 10
        效益指标（30分） | 经济效益 | 社会公益服务 | 公益性事业 | 公益性事业 | 10
        效益指标（30分） | 社会效益 | 读者查找更方便 | 可查到省图的资源 | 可查到省图的资源 | ^
        效益指标（30分） | 社会效益 | 丰富市民文化活动 | | | ^
        效益指标（30分） | 环境效益 | 数字图书馆环境优良 | 良好 | 良好 | 10
        效益指标（30分） | 环境效益 | WIFI全覆盖 | 良好 | 良好 | ^
        效益指标（30分） | 可持续影响指标 | 全年服务读者 | ≥360天 | ≥360天 | 10
        满意度指标（10分） | 读者 | 读者满意度调查 | ≥90% | 95% | 10
    """),
    "total": "100分",
}
LABELS = {"年度绩效目标": "年度绩效目标1（80分）"}


def scored(form: SelfEvaluation) -> list[list[str]]:
    return [[cell.text for cell in group.scores] for group in form.groups]


def test_the_huangshi_form_is_read_to_its_last_cell():
    form = filled(HUANGSHI, "hubei").form

    assert "共享工程" == text(form.project)
    assert ["部门预算项目", "持续性项目", "常年性项目"] == [
        option for group in form.boxes for option in group.ticked
    ]
    assert ["产出指标", "效益指标", "满意度指标"] == [group.name for group in form.groups]
    assert ["40", "30", "10"] == [f"{group.weight.value}" for group in form.groups if group.weight]
    assert ["25TB", "100%覆盖"] == column(form, "actual")[:2]
    assert "100分" == text(form.total)


def test_indicators_under_one_merged_score_share_it():
    form = filled(HUANGSHI, "hubei").form

    first, second, third, *_ = form.indicators
    assert first.score == second.score
    assert first.score != third.score
    assert first.score
    assert "产出指标 › 数量指标 › 一个存储备份器 › 得分" == first.score.label


def test_a_merged_score_counts_once():
    form = filled(HUANGSHI, "hubei").form

    assert [["10"] * 4, ["10"] * 3, ["10"]] == scored(form)
    assert [20, 40, 30, 10] == [part.exact for part in parts(form)]


def test_there_is_no_error_where_the_form_is_right():
    assert [] == codes(filled(HUANGSHI, "hubei"), "error")


def test_a_total_that_counts_a_merged_score_twice_is_found():
    assert ["SC01"] == codes(filled(HUANGSHI | {"total": "110"}, "hubei"), "error")


def test_a_form_with_merged_scores_is_the_same_when_written_again():
    form = filled(HUANGSHI, "hubei").form

    assert [form] == written_again(form)


def test_the_goal_of_an_indicator_is_known_by_its_number_and_weight():
    form = respelled(HUANGSHI, "hubei", LABELS)

    assert () == form.unread
    assert {"年度绩效目标1（80分）"} == {text(group.goal) for group in form.groups}


def test_the_lines_above_the_table_are_read_as_huangshi_prints_them():
    lines = (
        "2022年度共享工程项目自评表",
        "项目单位(盖章)：黄石市图书馆        主要领导签字：",
        "填报日期：2023.6.28",
    )
    paragraphs = tuple(Paragraph(number, line) for number, line in enumerate(lines, start=1))
    document = Document((*paragraphs, plan(LAYOUTS["hubei"], HUANGSHI)))

    (form,) = [build(found) for found in find_forms(document, known_layouts())]

    assert 2022 == form.fiscal_year
    assert "黄石市图书馆" == text(form.unit_name)
    assert form.form_date
    assert "2023-06-28" == f"{form.form_date.value}"


def test_a_group_that_has_more_marks_than_its_weight_is_found():
    edited = HUANGSHI | {"indicators.1.score": "12", "total": "102"}

    assert "SC02" in codes(filled(edited, "hubei"), "error")


def test_a_total_in_the_line_above_the_table_is_read():
    content = {name: words for name, words in HUANGSHI.items() if name != "total"}
    line = Paragraph(1, "填报日期：2023.6.28        总分：100分")
    document = Document((line, plan(LAYOUTS["hubei"], content)))

    (form,) = [build(found) for found in find_forms(document, known_layouts())]

    assert "100分" == text(form.total)


def test_two_merged_scores_side_by_side_in_one_file_stay_apart():
    forms = check(write_forms([HUANGSHI, HUANGSHI], LAYOUTS["hubei"])).forms

    assert [scored(forms[0].form)] * 2 == [scored(found.form) for found in forms]
