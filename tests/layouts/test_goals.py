"""Several goals in one form, each with its number and weight, keep their rows apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.layouts.filled import LAYOUTS, column, read_table, rows, text, written_again

from hebiao.check import read
from hebiao.sample import Content, write, write_forms

if TYPE_CHECKING:
    from hebiao.layouts import Layout
    from hebiao.records import SelfEvaluation

COLUMNS = "level1 level2 level3 target actual score"
TWO_GOALS: Content = {
    "project": "灌区改造",
    "department": "甲市水利局",
    "implementing_unit": "甲市灌溉站",
    **rows("funding", "budget executed execution_rate score", "100 | 100 | 100% | 20"),
    **rows(
        "indicators",
        COLUMNS,
        """
        产出指标（30分） | 数量指标 | 渠道长度 | 3公里  | 3公里 | 30
        效益指标（20分） | 社会效益 | 受益农户 | 500户  | 500户 | 20
        效益指标（30分） | 社会效益 | 增产粮食 | 100吨  | 100吨 | 30
        """,
    ),
    "indicators.1.goal": "年度绩效目标1（50分）",
    "indicators.3.goal": "年度绩效目标2（30分)",
    "total": "100分",
}


def goals_of(form: SelfEvaluation) -> list[tuple[str | None, str, int]]:
    return [(text(group.goal), group.name, len(group.indicators)) for group in form.groups]


def test_the_labels_of_several_goals_are_written_beside_their_rows():
    (form,) = read(write_forms([TWO_GOALS], LAYOUTS["hubei"]))

    assert [
        ("年度绩效目标1（50分）", "产出指标", 1),
        ("年度绩效目标1（50分）", "效益指标", 1),
        ("年度绩效目标2（30分)", "效益指标", 1),
    ] == goals_of(form)
    assert () == form.unread
    assert [form] == written_again(form)


def test_a_goal_that_repeats_the_column_labels_is_read_with_its_rows():
    form = read_table(
        """
        项目名称 | 灌区改造 | < | <
        主管部门 | 甲市水利局 | 项目实施单位 | 甲市灌溉站
        预算执行情况（万元）（20分） | 年度财政资金总额 | 预算数（A） | 执行数（B） | 执行率 | 得分
        ^ | ^ | 100 | 100 | 100% | 20
        年度绩效目标1（50分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        ^ | 产出指标（30分） | 数量指标 | 渠道长度 | 3公里 | 3公里 | 30
        ^ | 效益指标（20分） | 社会效益 | 受益农户 | 500户 | 500户 | 20
        年度绩效目标2（30分) | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        ^ | 效益指标（30分） | 社会效益 | 增产粮食 | 100吨 | 100吨 | 30
        总分 | 100 | < | < | < | < | <
        """
    )

    assert ["30", "20", "30"] == column(form, "score")
    assert ["年度绩效目标1（50分）", "年度绩效目标1（50分）", "年度绩效目标2（30分)"] == [
        goal for goal, _, _ in goals_of(form)
    ]
    assert goals_of(form) == goals_of(*written_again(form))


@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS.values() if one.goals], ids=lambda layout: layout.id
)
def test_what_each_of_several_goals_expected_and_reached_stays_with_it(layout: Layout):
    names = [f"goals.{n}.{column}" for n in (1, 2, 3) for column in ("expected", "actual")]
    content = {name: f"文字{n}" for n, name in enumerate(names, start=1)} | {
        layout.subject: "灌区改造"
    }
    label, *_ = layout.goals.stub if layout.goals else ()
    labels = {f"goals.{n}.goal": f"{label}{n}（{n}0分）" for n in (1, 2, 3)}

    (form,) = read(write_forms([content | labels], layout), [layout])

    assert [*content.values()][:6] == [
        text(stated) for goal in form.goals for stated in (goal.expected, goal.actual)
    ]
    assert [*labels.values()] == [text(goal.label) for goal in form.goals]
    assert [form] == read(write(form, layout), [layout])
