"""What is done to the Ministry's form: weights in labels, templates left in, odd brackets."""

from __future__ import annotations

from dataclasses import replace

from tests.layouts.filled import (
    LAYOUTS,
    codes,
    column,
    filled,
    funding,
    respelled,
    rows,
    text,
    written_again,
)

from hebiao.layouts import find_forms, known_layouts
from hebiao.records import build
from hebiao.sample.plan import plan
from hebiao.values.target import Kind
from hebiao.word import Cell, Document

FORM = {
    "title.year": "2022",
    "project": "水毁渠道修复",
    "department": "某县水利局",
    "implementing_unit": "某县水利局",
    "goals.1.expected": "修复渠道3公里",
    "goals.1.actual": "修复渠道3公里",
    "total_full_marks": "100",
    "total": "98.6",
    **rows(
        "funding",
        "initial_budget budget executed full_marks execution_rate score",
        """
        43.2 | 43.2 | 37.24 | 10 | 86% | 8.6
        43.2 | 43.2 | 37.24 | —  | —   | —
             |      |       | /  |     | /
             |      |       |    |     |
        """,
    ),
    **rows(
        "indicators",
        "level1 level2 level3 target actual full_marks score reason",
        """
        产出指标(50分) | 数量指标 | 指标1：修复渠道 | ≥3公里 | 3公里 | 30 | 30 |
        产出指标(50分) | 数量指标 | 指标2：         |        |       |    |    |
        产出指标(50分) | 质量指标 | 指标1：合格率   | 100%   | 100%  | 20 | 20 |
        产出指标(50分) | 质量指标 | ……              |        |       |    |    |
        效益指标(30分) | 社会效益指标 | 指标1：受益村民 | ≥500人 | 520人 | 30 | 30 |
        满意度 指标(10分) | 服务对象满意度指标等 | 指标1：满意度 | ≥90% | 95% | 10 | 10 |
        """,
    ),
}


def test_weights_printed_in_the_first_level_are_those_of_its_groups():
    form = filled(FORM, "mof").form

    assert ["产出指标", "效益指标", "满意度指标"] == [group.name for group in form.groups]
    assert ["50", "30", "10"] == [f"{g.weight.value}" for g in form.groups if g.weight]


def test_a_group_with_more_marks_than_its_label_allows_is_found():
    edited = FORM | {"indicators.1.full_marks": "40", "indicators.1.score": "40", "total": "108.6"}

    assert "SC02" in codes(filled(edited, "mof"), "error")


def test_rows_of_the_template_left_in_are_read_and_are_no_errors():
    result = filled(FORM, "mof")

    assert "指标2：" == column(result.form, "level3")[1]
    assert ["30", "", "20", "", "30", "10"] == column(result.form, "score")
    assert [] == codes(result, "error")


def test_a_template_left_in_as_target_is_no_target():
    form = filled(FORM | {"indicators.2.target": "指标1："}, "mof").form

    target = form.indicators[1].target
    assert target
    assert target.value
    assert Kind.PLACEHOLDER is target.value.kind


def test_dashes_in_the_lines_below_the_total_are_no_marks():
    form = filled(FORM, "mof").form

    assert ["8.6", "—", "/", ""] == funding(form, "score")
    assert [None, None, None] == [line.score.value for line in form.funding.lines[1:] if line.score]


def test_a_rate_in_whole_per_cent_is_no_error():
    assert [] == codes(filled(FORM, "mof"), "error")


def test_a_score_rounded_away_from_its_rate_is_found():
    edited = FORM | {"funding.1.score": "9.4", "total": "99.4"}

    assert "FD02" in codes(filled(edited, "mof"))


def test_the_note_below_the_total_is_kept():
    note = "注：1.一级指标分值统一设置为：产出指标50分、效益指标30分。"
    grid = plan(LAYOUTS["mof"], FORM)
    row = Cell(grid.rows + 1, 1, 1, grid.columns, note, note)
    longer = replace(grid, rows=grid.rows + 1, cells=(*grid.cells, row))

    (form,) = [build(found) for found in find_forms(Document((longer,)), known_layouts())]

    assert ([note], ()) == ([stated.text for stated in form.notes], form.unread)


def test_a_year_line_with_a_lost_bracket_is_read():
    form = respelled(FORM, "mof", {"（2022年度）": "2022年度)"})

    assert (2022, ()) == (form.fiscal_year, form.unread)


def test_brackets_of_any_kind_around_what_a_label_adds_are_set_aside():
    form = respelled(
        FORM,
        "mof",
        {
            "全年预算数（A）": "全年预算数[A]",
            "全年执行数（B）": "全年执行数【B】",
            "执行率（B/A）": "执行率(B／A)",
            "项目资金（万元）": "项目资金⏎(万元)".replace("⏎", "\n"),
            "上年结转资金": "上年结转\n资金",
            "其中：当年财政拨款": "其中:本年财政拨款",
            "年度资金总额": "年度资金总额：",
        },
    )

    assert () == form.unread
    assert ["43.2", "43.2", "", ""] == funding(form, "budget")
    assert ["37.24", "37.24", "", ""] == funding(form, "executed")
    assert ["total", "fiscal", "carried_over", "other"] == [x.kind for x in form.funding.lines]
    assert "万元" == form.funding.money


def test_it_is_the_same_when_written_again():
    form = filled(FORM, "mof").form

    assert [form] == written_again(form)
    assert "98.6" == text(form.total)
