"""
The complete, consistent forms that rule examples edit: the texts by field name, by layout.

    hubei   no column of full marks, a summary before the table, one reason for the form
    mof     full marks and a reason for each indicator, three sources of money
    transfer   money from central and local budgets, no scores at all
    sichuan    a reason in the funding block, weights of 10 and 90
    yunnan     amounts in yuan, a grade in the row of the total
    hebei      marks that are weighted a second time
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.rule import Edits
    from hebiao.sample.content import Content

_COLUMNS = "level1 level2 level3 target actual score"
_INDICATORS = """
产出指标（40分）   | 数量指标       | 更新阅览桌椅         | 60套           | 60套           | 8
产出指标（40分）   | 数量指标       | 新购图书             | 不少于5000册   | 5200册         | 8
产出指标（40分）   | 质量指标       | 设备验收合格率       | 100%           | 100%           | 8
产出指标（40分）   | 时效指标       | 设备安装完成时间     | 2024年11月底前 | 2024年11月20日 | 8
产出指标（40分）   | 成本指标       | 每套桌椅采购单价     | 不超过1200元   | 1150元         | 8
效益指标（40分）   | 经济效益指标   | 节约外借印刷费用     | 不低于10万元   | 10.4万元       | 10
效益指标（40分）   | 社会效益指标   | 全年到馆人次         | ≥3万人次       | 2.7万人次      | 9
效益指标（40分）   | 生态效益指标   | 旧设备环保回收       | 全部回收       | 全部回收       | 10
效益指标（40分）   | 可持续影响指标 | 阅读服务的长期保障   | 逐步完善       | 完成           | 10
"""

_HEAD: Content = {
    "heading": "《2024年度社区图书室设备更新项目自评结果》摘要版",
    "summary.year": "2024",
    "summary.subject": "滨江市文化和旅游局社区图书室设备更新项目",
    "summary.total": "96.06",
    "summary.parts.预算执行": "17.06",
    "summary.parts.产出指标": "40",
    "summary.parts.效益指标": "39",
    "summary.budget": "100.00万元",
    "summary.executed": "85.31万元",
    "summary.execution_rate": "85.31％",
    "summary.problems": "闭馆改造时间比计划多两个月",
    "title": "《2024年度社区图书室设备更新项目绩效自评表》",
    "caption.unit_name": "滨江市文化和旅游局",
    "caption.form_date": "2025年03月18日",
    "project": "社区图书室设备更新项目",
    "department": "滨江市文化和旅游局",
    "implementing_unit": "滨江市图书馆",
    "boxes.category": "1、部门预算项目□   2、市直专项☑   3、其他项目□",
    "boxes.type": "1、常年性项目□   2、延续性项目□   3、一次性项目☑",
    "funding.1.budget": "100.00",
    "funding.1.executed": "85.31",
    "funding.1.execution_rate": "85.31%",
    "funding.1.score": "17.06",
    "total": "96.06分",
    "reason": "闭馆改造时间比计划多两个月，到馆人次低于目标，尾款按合同下年支付。",
    "measures": "错开改造与开放时间，按月核对付款进度。",
}

_MOF_LINES = """
100.00 | 120.00 | 102.00 | 10 | 85%   | 8.5
100.00 | 100.00 | 90.00  | —  | 90%   | —
0.00   | 20.00  | 12.00  | —  | 60%   | —
0.00   | 0.00   | 0.00   | —  | 0.00% | —
"""
_MOF_LINE_COLUMNS = "initial_budget budget executed full_marks execution_rate score"
_MOF_COLUMNS = "level1 level2 level3 target actual full_marks score reason"
_MOF_INDICATORS = """
产出指标 | 数量指标 | 维修灌溉泵站 | ≥12座 | 12座 | 15 | 15 |
产出指标 | 数量指标 | 清淤渠道长度 | ≥20公里 | 21.5公里 | 10 | 10 |
产出指标 | 质量指标 | 工程验收合格率 | =100% | 100% | 10 | 10 |
产出指标 | 时效指标 | 完工时间 | 2024年10月底前 | 2024年10月12日 | 5 | 5 |
产出指标 | 成本指标 | 每座泵站维修费用 | ≤8万元 | 7.6万元 | 10 | 10 |
效益指标 | 社会效益指标 | 受益农户 | ≥3000户 | 2700户 | 15 | 13.5 | 两村渠道次年通水
效益指标 | 可持续影响指标 | 管护制度 | 建立健全 | 达成预期指标 | 15 | 15 |
满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥90% | 93% | 10 | 10 |
"""

_MOF_HEAD: Content = {
    "title": "项目支出绩效自评表",
    "title.year": "2024",
    "project": "灌溉泵站维修项目",
    "department": "滨江市水利局",
    "implementing_unit": "滨江市灌区管理处",
    "goals.1.expected": "维修泵站，清淤渠道，保障春灌。",
    "goals.1.actual": "泵站全部修复，渠道按期清淤，春灌用水得到保障。",
    "total_full_marks": "100",
    "total": "97",
}

_TRANSFER_COLUMNS = "budget executed execution_rate"
_TRANSFER_LINES = """
260 | 240 | 92.31%
200 | 200 | 100%
50  | 38  | 76%
10  | 2   | 20%
"""
_TRANSFER_INDICATOR_COLUMNS = "level1 level2 level3 target actual reason"
_TRANSFER_INDICATORS = """
产出指标 | 数量指标 | 建成示范站 | ≥2个 | 2个 |
产出指标 | 质量指标 | 验收合格率 | ≥95% | 100% |
产出指标 | 时效指标 | 建成时间 | 2024年11月底前 | 2024年11月20日 |
效益指标 | 社会效益指标 | 培训农技人员 | ≥300人次 | 310人次 |
满意度指标 | 服务对象满意度指标 | 参训人员满意度 | ≥90% | 96% |
"""
_TRANSFER_HEAD: Content = {
    "title": "2024年度县域科技示范资金绩效目标自评表",
    "project": "县域科技示范资金",
    "central_department": "科学技术部",
    "department": "滨江省科学技术厅",
    "implementing_unit": "滨江市农业科学院",
    "goals.1.expected": "建成两个县域示范站",
    "goals.1.actual": "两个示范站都已建成",
    "notes.1": "各级检查没有发现问题",
}

_SICHUAN_LINES = """
100.00 | 100.00 | 95.00 | 95.00% | 10 | 9.5
100.00 | 100.00 | 95.00 | 95.00% | / | /
0.00   | 0.00   | 0.00  | 0.00%  | / | /
0.00   | 0.00   | 0.00  | 0.00%  | / | /
0.00   | 0.00   | 0.00  | 0.00%  | / | /
"""
_SICHUAN_LINE_COLUMNS = "initial_budget budget executed execution_rate full_marks score"
_SICHUAN_COLUMNS = "level1 level2 level3 operator target unit actual full_marks score reason"
_SICHUAN_INDICATORS = """
产出指标 | 数量指标 | 救助困难家庭 | ≥ | 120 | 户 | 126 | 60 | 60 |
效益指标 | 社会效益指标 | 救助政策知晓率 | ≥ | 90 | % | 92 | 30 | 30 |
"""
_SICHUAN_HEAD: Content = {
    "title": "部门预算项目支出绩效自评表（2024年度）",
    "caption.form_number": "510000_0013zp",
    "project": "困难家庭救助",
    "department": "滨江县民政局",
    "implementing_unit": "滨江县救助站",
    "goals.1.expected": "困难家庭应救尽救",
    "goals.1.actual": "符合条件的家庭都得到救助",
    "notes.1": "按季度审核、发放救助资金",
    "notes.2": "年度目标已完成",
    "notes.3": "救助对象信息更新不够及时",
    "measures": "每月核对一次信息",
    "funding.1.reason": "",
    "total_full_marks": "100",
    "total": "99.5",
}

_YUNNAN_LINES = """
820000.00 | 800000.00 | 800000.00 | 10 | 100.00% | 10
820000.00 | 800000.00 | 800000.00 | -  | 100.00% | -
0.00      | 0.00      | 0.00      | -  | 0.00%   | -
0.00      | 0.00      | 0.00      | -  | 0.00%   | -
"""
_YUNNAN_LINE_COLUMNS = "initial_budget budget executed full_marks execution_rate score"
_YUNNAN_INDICATORS = """
产出指标 | 数量指标 | 管护面积 | ≥ | 6000 | 亩 | 6000 | 20 | 20 |
产出指标 | 质量指标 | 成活率 | ≥ | 95 | % | 95 | 20 | 20 |
效益指标 | 社会效益指标 | 受益农户 | ≥ | 300 | 户 | 260 | 30 | 26 | 部分农户迁出
满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥ | 90 | % | 96 | 20 | 20 |
"""
_YUNNAN_HEAD: Content = {
    "title": "2024年度项目支出绩效自评表",
    "caption.unit_name": "滨江县林业局",
    "project": "退耕地管护补助",
    "department": "滨江县林业局",
    "implementing_unit": "滨江县林业局",
    "goals.1.expected": "管护面积不减，按时发放补助",
    "goals.1.actual": "管护面积没有减少，补助已全部发放",
    "notes.1": "无",
    "total_full_marks": "100",
    "total": "96",
    "grade": "优",
}

_HEBEI_LINES = """
50 | 50 | 50 | 100%
50 | 50 | 50 | 100%
0  | 0  | 0  |
"""
_HEBEI_LINE_COLUMNS = "budget arrived executed execution_rate"
_HEBEI_COLUMNS = (
    "level1 level2 level3 full_marks operator target unit actual"
    " completion score weight_share converted_score"
)
_HEBEI_INDICATORS = """
产出指标 | 数量指标 | 广场数量 | 30 | ≥ | 2 | 处 | 2 | 完成 | 30 | 30 | 30
效果指标 | 社会效益指标 | 受益村民 | 40 | ≥ | 500 | 人 | 520 | 完成 | 40 | 40 | 40
满意度指标 | 服务对象满意度 | 村民满意度 | 20 | ≥ | 90 | % | 95 | 完成 | 20 | 20 | 20
预算执行率 | 预算执行率 | 预算执行率 | 10 | = | 100 | % | 100 | 完成 | 10 | 10 | 10
"""
_HEBEI_HEAD: Content = {
    "title": "2024年度预算项目绩效自评表",
    "project": "村级文化广场建设",
    "department": "滨江县文化广电和旅游局",
    "implementing_unit": "滨江县文化馆",
    "goals.1.expected": "建成两处广场",
    "goals.1.actual": "两处广场均已建成",
    "goals.1.completion_rate": "100%",
    "total_full_marks": "100",
    "total": "100",
    "converted_total": "100",
}

_WHOLE_LINES = """
500.00 | 500.00 | 470.62 | 10 | 94.12% | 9.41
300.00 | 300.00 | 300.00 | —  | 100%   | —
200.00 | 200.00 | 170.62 | —  | 85.31% | —
"""
_WHOLE_INDICATORS = """
产出指标 | 数量指标 | 开放公共文化场馆 | ≥6个 | 6个 | 25 | 25 |
产出指标 | 质量指标 | 场馆安全检查合格率 | =100% | 100% | 25 | 25 |
效益指标 | 社会效益指标 | 全年到馆人次 | ≥30万人次 | 27万人次 | 30 | 27 | 闭馆改造
满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | 93% | 10 | 10 |
"""
_WHOLE_HEAD: Content = {
    "title": "部门整体支出绩效自评表",
    "title.year": "2024",
    "department": "滨江市文化和旅游局",
    "goals.1.expected": "保障场馆开放，改善阅读条件。",
    "goals.1.actual": "场馆全年开放，阅读条件得到改善。",
    "measures": "按月核对付款进度。",
    "total_full_marks": "100",
    "total": "96.41",
}


def sample_content(edits: Edits | None = None, layout: str = "hubei") -> Content:
    """
    Return the texts of the sample form of a layout, consistent in itself, with the edits made.

    An edit to None takes the field away, with the row it stands in.
    """
    content = dict(SAMPLES[layout])
    for field, text in (edits or {}).items():
        if text is None:
            content.pop(field, None)
        else:
            content[field] = text
    return content


def _cells(block: str, columns: str, lines: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines.strip().splitlines(), start=1):
        for column, text in zip(columns.split(), line.split("|"), strict=True):
            yield f"{block}.{number}.{column}", text.strip()


SAMPLES: dict[str, Content] = {
    "hubei": _HEAD | dict(_cells("indicators", _COLUMNS, _INDICATORS)),
    "mof": _MOF_HEAD
    | dict(_cells("funding", _MOF_LINE_COLUMNS, _MOF_LINES))
    | dict(_cells("indicators", _MOF_COLUMNS, _MOF_INDICATORS)),
    "transfer": _TRANSFER_HEAD
    | dict(_cells("funding", _TRANSFER_COLUMNS, _TRANSFER_LINES))
    | dict(_cells("indicators", _TRANSFER_INDICATOR_COLUMNS, _TRANSFER_INDICATORS)),
    "sichuan": _SICHUAN_HEAD
    | dict(_cells("funding", _SICHUAN_LINE_COLUMNS, _SICHUAN_LINES))
    | dict(_cells("indicators", _SICHUAN_COLUMNS, _SICHUAN_INDICATORS)),
    "yunnan": _YUNNAN_HEAD
    | dict(_cells("funding", _YUNNAN_LINE_COLUMNS, _YUNNAN_LINES))
    | dict(_cells("indicators", _SICHUAN_COLUMNS, _YUNNAN_INDICATORS)),
    "hebei": _HEBEI_HEAD
    | dict(_cells("funding", _HEBEI_LINE_COLUMNS, _HEBEI_LINES))
    | dict(_cells("indicators", _HEBEI_COLUMNS, _HEBEI_INDICATORS)),
    "whole": _WHOLE_HEAD
    | dict(_cells("funding", _MOF_LINE_COLUMNS, _WHOLE_LINES))
    | dict(_cells("indicators", _MOF_COLUMNS, _WHOLE_INDICATORS)),
}
