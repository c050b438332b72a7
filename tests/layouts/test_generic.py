"""A form of no known family is read by the labels all of them share, and never trusted much."""

from __future__ import annotations

import pytest
from tests.layouts.filled import LAYOUTS, column, funding, rows, text

from hebiao.check import check
from hebiao.layouts import Layout, find_forms, known_layouts
from hebiao.records import SelfEvaluation, build
from hebiao.rules import Confidence
from hebiao.sample import write_forms
from hebiao.word import Document
from hebiao.word.drawing import read_drawing

UNKNOWN = """
    +--------------+----------------------------------------------------------+
    | 专项名称     | 河道清淤                                                 |
    +--------------+--------------------+--------------------+----------------+
    | 预算单位     | 甲县水务局         | 自评等次           | 良             |
    +--------------+--------------------+--------------------+----------------+
    | 资金使用情况 | 预算安排数（万元） | 实际支出数（万元） | 支出率         |
    |              +--------------------+--------------------+----------------+
    |              | 200                | 150                | 75%            |
    +--------------+-------------+------+-----+-----------+--+-----+----------+
    | 指标类别     | 指标名称    | 计划值     | 实际值    | 权重   | 自评得分 |
    +--------------+-------------+------------+-----------+--------+----------+
    | 产出指标     | 清淤长度    | ≥10公里    | 9公里     | 60     | 54       |
    +--------------+-------------+------------+-----------+--------+----------+
    | 效益指标     | 受益村庄    | ≥8个       | 8个       | 40     | 40       |
    +--------------+-------------+------------+-----------+--------+----------+
    | 合计                                                | 100    | 94       |
    +-----------------------------------------------------+--------+----------+
    | 存在问题     | 雨季停工                                                 |
    +--------------+----------------------------------------------------------+
"""
TARGETS = """
    +----------+------------------------------------------------+
    | 项目名称 | 河道清淤                                       |
    +----------+-----------+----------+------------+------------+
    | 主管部门 | 甲县水务局           | 年度资金总额 | 200      |
    +----------+-----------+----------+------------+------------+
    | 一级指标 | 二级指标  | 三级指标 | 指标值     | 分值       |
    +----------+-----------+----------+------------+------------+
    | 产出指标 | 数量指标  | 清淤长度 | ≥10公里    | 60         |
    +----------+-----------+----------+------------+------------+
"""
MONITORING = """
    +----------+------------+-----------+-----------------+------------------+
    | 项目名称 | 河道清淤                                                    |
    +----------+------------+-----------+-----------------+------------------+
    | 项目资金 | 年初预算数 | 全年预算数 | 1-7月执行数    | 执行率           |
    |          +------------+-----------+-----------------+------------------+
    |          | 200        | 200       | 90              | 45%              |
    +----------+------------+-----------+-----------------+------------------+
    | 一级指标 | 二级指标   | 三级指标  | 年度指标值      | 1-7月执行情况    |
    +----------+------------+-----------+-----------------+------------------+
    | 产出指标 | 数量指标   | 清淤长度  | ≥10公里         | 4公里            |
    +----------+------------+-----------+-----------------+------------------+
"""
LIST = """
    +------+----------+------------+--------+--------+--------+--------+
    | 序号 | 项目名称 | 主管部门   | 预算数 | 执行数 | 执行率 | 得分   |
    +------+----------+------------+--------+--------+--------+--------+
    | 1    | 河道清淤 | 甲县水务局 | 200    | 150    | 75%    | 94     |
    +------+----------+------------+--------+--------+--------+--------+
    | 2    | 堤防加固 | 甲县水务局 | 300    | 300    | 100%   | 100    |
    +------+----------+------------+--------+--------+--------+--------+
"""


def forms(*drawings: str) -> list[SelfEvaluation]:
    grids = tuple(read_drawing(drawing) for drawing in drawings)
    return [build(form) for form in find_forms(Document(grids), known_layouts())]


def test_a_form_of_no_known_family_is_read_as_far_as_its_labels_are_common():
    (form,) = forms(UNKNOWN)

    assert "generic" == form.layout
    assert () == form.unread
    assert "河道清淤" == text(form.project)
    assert (["200"], ["150"]) == (funding(form, "budget"), funding(form, "executed"))
    assert ["≥10公里", "≥8个"] == column(form, "target")
    assert ["9公里", "8个"] == column(form, "actual")
    assert ["60", "40"] == column(form, "full_marks")
    assert ["54", "40"] == column(form, "score")
    assert ("100", "94") == (text(form.total_full_marks), text(form.total))
    assert ("良", "雨季停工") == (text(form.grade), text(form.reason))


def test_a_form_read_that_way_says_it_was_guessed():
    (form,) = forms(UNKNOWN)

    assert form.guessed


def test_every_finding_on_it_is_doubtful():
    content = {"project": "河道清淤", "total": "99", "total_full_marks": "100"}
    content |= rows("funding", "budget executed execution_rate score", "200 | 150 | 57% | 4")
    content |= rows("indicators", "level3 target actual score", "清淤长度 | ≥10公里 | 9公里 | 94")
    generic = LAYOUTS["generic"]

    findings = check(write_forms([content], generic), layouts=[generic]).findings

    assert {"FD01", "SC01"} <= {finding.code for finding in findings}
    assert {Confidence.LOW} == {finding.confidence for finding in findings}


@pytest.mark.parametrize("layout", [one for one in known_layouts() if not one.fallback])
def test_no_known_form_is_read_that_way(layout: Layout):
    drawn = read_drawing(layout.drawing)

    assert [layout.id] == [
        form.layout.id for form in find_forms(Document((drawn,)), known_layouts())
    ]


@pytest.mark.parametrize("table", [TARGETS, MONITORING, LIST])
def test_a_table_of_another_kind_is_left_alone(table: str):
    assert [] == forms(table)


def test_a_known_form_stays_so_where_a_table_behind_it_has_common_labels_only():
    known = """
        +----------+----------+----------+------------+------------+------+
        | 项目名称 | 河道清淤                                             |
        +----------+----------+----------+------------+------------+------+
        | 预算执行 | 年度财政资金总额    | 预算数     | 执行数     | 得分 |
        | 情况     |                     +------------+------------+------+
        |          |                     | 200        | 200        | 20   |
        +----------+----------+----------+------------+------------+------+
        | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
        +----------+----------+----------+------------+------------+------+
        | 产出指标 | 数量指标 | 清淤长度 | 9公里      | 9公里      | 80   |
        +----------+----------+----------+------------+------------+------+
    """
    behind = """
        +----------+------------+
        | 自评等次 | 优         |
        +----------+------------+
        | 存在问题 | 雨季停工   |
        +----------+------------+
        """

    assert ["hubei"] == [form.layout for form in forms(known, behind)]
