"""What a template says is told from what somebody wrote."""

from __future__ import annotations

import pytest

from hebiao.values.placeholder import placeholder


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("指标1：", "指标1："),
        ("指标2", "指标2"),
        ("指标1：\n指标2：\n……", "指标1：\n指标2：\n……"),
        ("指标1：XX", "XX"),
        ("≥X%", "≥X%"),
        ("≥**人", "≥**人"),
        ("**", "**"),
        ("XXX", "XXX"),
        ("×××", "×××"),
        ("农村低保发放人数(按月平均)(≥**人)", "**"),
        ("★农村低保标准（≥**元/人·月）", "**"),
        ("受益贫困人口数≥**", "**"),
        ("完成**个村的改造", "**"),
        ("20XX年XX月底前", "XX"),
        ("ＸＸ项目", "ＸＸ"),
        ("改造××工程", "××"),
        ("（100字以内）", "（100字以内）"),
        ("限200字以内", "限200字以内"),
        ("对照年度目标，说明完成情况（100字以内）", "（100字以内）"),
        ("请填写", "请填写"),
        ("{项目名称}", "{项目名称}"),
        ("按｛部门名称｝要求完成", "｛部门名称｝"),
    ],
)
def test_what_a_template_left_is_found(text: str, left: str):
    assert left == placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "……",
        "—",
        "/",
        "指标1：/",
        "指标1：维修泵站",
        "指标1工程资金金额",
        "重点指标监测覆盖率",
        "救助对象王**、李**",
        "王XX等3人因病",
        "因承包人张××住院",
        "138****5678",
        "4201**********0016",
        "XXL号工作服",
        "设备型号XX-100",
        "XML接口",
        "3×4米",
        "×",
        "存在问题（200字以内）：一是进度偏慢",
        "（200字以内）一是进度偏慢。",
        "宣传稿每篇500字以内",
        "函数f{x}",
        "请填写人核对后完成",
    ],
)
def test_what_somebody_wrote_is_no_placeholder(text: str):
    assert placeholder(text) is None
