"""
The form on a whole department (部门整体支出绩效自评表) is no project's, and is left alone.

Its labels are known from the columns of export programs only: no printed form was seen, nor how
its money is arranged (基本支出, 项目支出, 金额合计). So there is no layout for it yet.
"""

from __future__ import annotations

import pytest
from tests.layouts.filled import forms_in

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


@pytest.mark.parametrize("lines", [ANHUI, TIANJIN], ids=["安徽", "天津"])
def test_the_form_on_a_whole_department_is_left_alone(lines: str):
    assert [] == forms_in(lines)
