"""The form of transfer payments: targets and what became of them, and no marks at all."""

from __future__ import annotations

import pytest
from tests.layouts.filled import (
    LAYOUTS,
    codes,
    column,
    filled,
    funding,
    respelled,
    rows,
    said,
    text,
    written_again,
)

from hebiao.layouts.labelling import label_cells
from hebiao.layouts.rows import rows_of
from hebiao.sample.plan import plan
from hebiao.word.drawing import read_drawing

FORM = {
    "title": "2020年度中央引导地方科技发展资金绩效目标自评表",
    "project": "中央引导地方科技发展资金",
    "central_department": "科学技术部",
    "department": "滨江省科学技术厅",
    "implementing_unit": "滨江市农业科学院",
    "goals.1.expected": "建成两个县域示范站",
    "goals.1.actual": "两个示范站都已建成",
    "notes.1": "各级检查没有发现问题",
    **rows(
        "funding",
        "budget executed execution_rate",
        """
        260 | 234.5 | 90.19%
        200 | 200   | 100%
        50  | 34.5  | 69%
        10  | 0     | 0%
        """,
    ),
    **rows(
        "indicators",
        "level1 level2 level3 target actual reason",
        """
        产出指标 | 数量指标 | 县域示范站 | ≥2个 | 2个 |
        产出指标 | 质量指标 | 验收合格率 | 100% | 100% |
        产出指标 | 时效指标 | 建成时间 | 2020年12月底前 | 2020年11月30日 |
        效益指标 | 社会效益指标 | 培训农技人员 | ≥300人次 | 260人次 | 有两期改在下年
        满意度指标 | 服务对象满意度指标 | 参训人员满意度 | ≥90% | 96% |
        """,
    ),
}


def test_the_form_is_known_without_any_marks():
    form = filled(FORM, "transfer").form

    assert "中央引导地方科技发展资金" == text(form.project)
    assert "滨江省科学技术厅" == text(form.department)
    assert "滨江市农业科学院" == text(form.implementing_unit)
    assert 2020 == form.fiscal_year
    assert (None, None) == (form.total, form.total_full_marks)
    assert [None] * 5 == column(form, "score")


def test_what_was_aimed_at_and_what_became_of_it_is_read():
    form = filled(FORM, "transfer").form

    assert ["≥2个", "100%", "2020年12月底前", "≥300人次", "≥90%"] == column(form, "target")
    assert ["2个", "100%", "2020年11月30日", "260人次", "96%"] == column(form, "actual")
    assert "有两期改在下年" == column(form, "reason")[3]
    assert ["两个示范站都已建成"] == [text(goal.actual) for goal in form.goals]
    assert ["各级检查没有发现问题"] == [note.text for note in form.notes]


def test_its_money_comes_from_the_central_and_the_local_budget():
    form = filled(FORM, "transfer").form

    assert ["total", "central", "local", "other"] == [line.kind for line in form.funding.lines]
    assert ["260", "200", "50", "10"] == funding(form, "budget")
    assert ["90.19%", "100%", "69%", "0%"] == funding(form, "execution_rate")


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "transfer").form

    assert [form] == written_again(form)


def test_there_is_no_finding_where_the_form_is_right():
    assert [] == codes(filled(FORM, "transfer"))


def test_a_rate_that_does_not_follow_is_found():
    edits = {"funding.1.execution_rate": "92.19%"}

    assert ["FD01"] == codes(filled(FORM | edits, "transfer"))


def test_points_typed_where_the_values_belong_are_no_marks():
    edits = {"indicators.1.target": "20", "indicators.1.actual": "20"}

    form = filled(FORM | edits, "transfer").form
    assert "20" == column(form, "target")[0]
    assert [None] * 5 == column(form, "full_marks")


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("转移支付（项目）名称", "转移支付(项目)名称"),
        ("转移支付（项目）名称", "项目名称"),
        ("资金使用单位", "实施单位"),
        ("项目资金（万元）", "资金投入情况\n(万元)"),
        ("年度资金总额：", "年度资金总额"),
        ("其中：中央财政资金", "其中:中央补助"),
        ("预算执行率（B/A）", "预算执行率（B/A×100%）"),
        ("指标值", "年度指标值"),
        ("未完成原因和改进措施", "未完成原因和拟采取的改进措施"),
    ],
)
def test_a_label_in_another_spelling_is_known(printed: str, typed: str):
    form = respelled(FORM, "transfer", {printed: typed})

    assert () == form.unread
    assert said(filled(FORM, "transfer").form).items() >= said(form).items()
    assert ["260", "200", "50", "10"] == funding(form, "budget")


def test_notes_below_the_table_are_kept_beside_the_row_for_explanations():
    foot = read_drawing("""
        +------------------------------------+
        | 注：1.其他资金包括以前年度结转资金 |
        +------------------------------------+
    """)

    found = label_cells(rows_of([plan(LAYOUTS["transfer"], FORM), foot]), LAYOUTS["transfer"])
    assert () == found.unread
    assert "各级检查没有发现问题" == found.values["notes.1"].text
    assert "注：1.其他资金包括以前年度结转资金" == found.values["notes.2"].text
