"""A record holds what the form states, each value with its text and its cell."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from tests.written import written

from hebiao.check import read
from hebiao.layouts import known_layouts
from hebiao.layouts.labelling import label_cells
from hebiao.layouts.place import CellPlace, TextPlace
from hebiao.layouts.rows import rows_of
from hebiao.records import SelfEvaluation
from hebiao.records.blocks import build_groups
from hebiao.sample import sample_content
from hebiao.values.reading import Status
from hebiao.word.drawing import read_drawing

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def form(edits: Edits | None = None) -> SelfEvaluation:
    return read(written(edits))[0]


def test_a_figure_keeps_value_precision_text_and_cell():
    rate = form().funding.lines[0].execution_rate

    assert rate
    assert rate.value
    assert (Decimal("85.31"), Decimal("0.01")) == (rate.value.value, rate.value.quantum)
    assert "85.31%" == rate.text
    assert CellPlace(1, 6, 10, "预算执行情况 › 执行率") == rate.at


def test_weight_formula_and_unit_of_the_funding_block_come_from_its_labels():
    funding = form().funding

    assert funding.weight
    assert funding.weight.value
    assert Decimal(20) == funding.weight.value.value
    assert funding.formula
    assert "20分*执行率" == funding.formula.value
    assert "万元" == funding.money


def test_indicators_are_grouped_by_their_first_level_with_its_printed_weight():
    groups = form().groups

    assert [("产出指标", "40", 5), ("效益指标", "40", 4)] == [
        (g.name, g.weight.value.text, len(g.indicators))
        for g in groups
        if g.weight and g.weight.value
    ]


def test_a_blank_first_level_belongs_to_the_group_above():
    groups = form({"indicators.3.level1": "", "indicators.4.level1": ""}).groups

    assert ["产出指标", "效益指标"] == [group.name for group in groups]


def test_a_field_that_is_there_but_blank_is_empty_and_one_that_is_not_is_none():
    edited = form({"implementing_unit": "\u3000", "reason": None})

    assert edited.implementing_unit
    assert Status.EMPTY == edited.implementing_unit.status
    assert edited.reason is None


def test_a_stroke_is_no_answer_and_no_zero():
    score = form({"indicators.9.score": "/"}).indicators[8].score

    assert score
    assert (None, Status.NOT_APPLICABLE) == (score.value, score.status)


def test_what_cannot_be_read_stays_with_the_reason():
    score = form({"indicators.9.score": "见附件"}).indicators[8].score

    assert score
    assert ("见附件", Status.UNREADABLE) == (score.text, score.status)
    assert score.reason


def test_the_ticked_boxes_are_named():
    assert {"category": ("市直专项",), "type": ("一次性项目",)} == {
        group.name: group.ticked for group in form().boxes
    }


def test_the_summary_knows_its_figures_and_their_sentence():
    summary = form().summary

    assert summary
    assert summary.total
    assert summary.total.value
    assert Decimal("96.06") == summary.total.value.value
    assert isinstance(summary.total.at, TextPlace)
    assert 2 == summary.total.at.paragraph
    assert {"预算执行": "17.06", "产出指标": "40", "效益指标": "39"} == {
        part.name: part.score.text for part in summary.parts
    }


def test_the_text_of_a_summary_figure_is_as_written_full_width_or_not():
    summary = form({"summary.total": "９６．０６"}).summary

    assert summary
    assert summary.total
    assert summary.total.value
    assert ("９６．０６", Decimal("96.06")) == (summary.total.text, summary.total.value.value)


def test_the_fiscal_year_is_that_of_the_title():
    assert 2024 == form().fiscal_year


def test_a_form_without_summary_has_none():
    gone = {name: None for name in sample_content() if name.startswith(("summary.", "heading"))}

    assert form(gone).summary is None


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError):
        form().layout = "other"


def test_a_record_stands_up_to_its_own_schema():
    made = form()

    assert made == SelfEvaluation.model_validate_json(made.model_dump_json())


TWO_GOALS = """
    +--------------------+----------+----------+----------+------------+------------+------+
    | 年度绩效目标       | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
    +--------------------+----------+----------+----------+------------+------------+------+
    | 年度绩效目标1      | 产出指标 | 数量指标 | 课桌     | 3套        | 3套        | 40   |
    | （50分）           | （40分） |          |          |            |            |      |
    |                    +----------+----------+----------+------------+------------+------+
    |                    | 效益指标 | 社会效益 | 满意     | 提升       | 提升       | 10   |
    |                    | （10分） |          |          |            |            |      |
    +--------------------+----------+----------+----------+------------+------------+------+
    | 年度绩效目标2      | 产出指标 | 数量指标 | 椅子     | 9把        | 9把        | 30   |
    | （30分）           | （30分） |          |          |            |            |      |
    +--------------------+----------+----------+----------+------------+------------+------+
"""


def test_indicators_of_several_goals_are_grouped_by_goal():
    grid = read_drawing(TWO_GOALS)

    groups = build_groups(label_cells(rows_of([grid]), HUBEI))

    assert [
        ("年度绩效目标1", "产出指标"),
        ("年度绩效目标1", "效益指标"),
        ("年度绩效目标2", "产出指标"),
    ] == [
        (group.goal.value.split("\n")[0] if group.goal and group.goal.value else "", group.name)
        for group in groups
    ]
