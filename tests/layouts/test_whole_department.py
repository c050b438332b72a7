"""
The form on a whole department (部门整体支出绩效自评表): it is no project's.

Its labels are known from the columns of export programs only: no printed form was seen, nor how
its money is arranged (基本支出, 项目支出, 金额合计). So the layout is a partial one, and the two
tables below are those columns put together, with figures that are made up.
"""

from __future__ import annotations

import random

import pytest
from bench.honest import honest_form
from tests.layouts.filled import LAYOUTS, codes, column, filled, forms_in, funding, table, text

from hebiao.check import check
from hebiao.layouts import find_forms, known_layouts
from hebiao.rules import Severity
from hebiao.sample import sample_content, write_forms
from hebiao.sample.plan import plan
from hebiao.word import Document

ANHUI = """
部门名称 | 甲县水利局 | < | <
资金情况 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
基本支出 | 100 | 100 | 100 | 100% |
金额合计 | 300 | 300 | 290 | 96.67% | 9.67
年度总体目标 | 年初设定目标 | 年度总体目标完成情况
^ | 保障运转 | 已保障
一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 实际完成值 | 得分 | 原因
产出指标 | 数量指标 | 渠道长度 | 90 | 3公里 | 3公里 | 90 |
整改的措施与建议： | 无 | < | <
"""
TIANJIN = """
部门名称 | 甲区水务局 | < | <
年度绩效目标 | 实际完成情况 | 偏差原因分析及改进措施
保障运转 | 已保障 |
指标名称 | 计算符号 | 指标值 | 实际完成值 | 计量单位 | 分值 | 得分 | 原因
渠道长度 | ≥ | 3 | 3 | 公里 | 90 | 90 |
"""


@pytest.mark.parametrize(
    ("lines", "department", "target"),
    [(ANHUI, "甲县水利局", "3公里"), (TIANJIN, "甲区水务局", "3")],
    ids=["安徽", "天津"],
)
def test_the_columns_of_export_programs_are_read_to_the_last_cell(
    lines: str, department: str, target: str
):
    (form,) = forms_in(lines)

    assert ("whole", ()) == (form.layout, form.unread)
    assert (department, None) == (text(form.department), form.project)
    assert ([target], ["90"], ["90"]) == (
        column(form, "target"),
        column(form, "full_marks"),
        column(form, "score"),
    )
    assert ["保障运转"] == [text(goal.expected) for goal in form.goals]


def test_its_money_is_basic_spending_projects_and_the_sum():
    form = filled(sample_content(layout="whole"), "whole").form

    assert ["total", "basic", "projects"] == [line.kind for line in form.funding.lines]
    assert ["500.00", "300.00", "200.00"] == funding(form, "budget")
    assert ("96.41", 2024) == (text(form.total), form.fiscal_year)


def test_its_sum_is_checked_as_that_of_a_project():
    wrong = sample_content({"funding.1.budget": "480.00"}, "whole")

    assert "FD04" in codes(filled(wrong, "whole"), "error")


@pytest.mark.parametrize("seed", range(12))
def test_an_honest_one_has_no_error(seed: int):
    honest = honest_form(random.Random(seed), LAYOUTS["whole"])  # noqa: S311 - a fixed seed

    result = check(write_forms([honest.content], honest.layout))

    assert ["whole"] == [form.form.layout for form in result.forms]
    assert [] == [f.message for f in result.findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("below", ["hubei", "mof", "sichuan"])
def test_a_project_below_it_is_a_form_of_its_own_though_no_title_stands_between(below: str):
    whole = plan(LAYOUTS["whole"], sample_content(layout="whole"))
    project = plan(LAYOUTS[below], sample_content(layout=below))

    for grids in ((whole, project), (project, whole)):
        forms = find_forms(Document(grids), known_layouts())
        assert {"whole", below} == {form.layout.id for form in forms}


def test_a_table_of_departments_is_no_form():
    listing = table("部门名称 | 指标值 | 实际完成值 | 备注", "甲局 | 3 | 3 | 无")

    assert () == find_forms(Document((listing,)), known_layouts())
