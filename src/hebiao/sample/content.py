"""
The texts of one form by field name: the sample that rule examples edit, and those of a record.

    {"project": "社区图书室设备更新项目", "funding.1.budget": "100.00", "total": "96.06分", …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.records import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Heading, SelfEvaluation, Summary
    from hebiao.records.stated import Record
    from hebiao.rules.rule import Edits

Content: TypeAlias = "dict[str, str]"

_COLUMNS = ("level1", "level2", "level3", "target", "actual", "score")
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


_PLAIN = (
    "project",
    "department",
    "implementing_unit",
    "total",
    "total_full_marks",
    "grade",
    "reason",
    "measures",
)


def sample_content(edits: Edits | None = None) -> Content:
    """
    Return the texts of the sample form, consistent in itself, with the edits made.

    An edit to None takes the field away, with the row it stands in.
    """
    content = _HEAD | dict(_indicator_cells())
    for field, text in (edits or {}).items():
        if text is None:
            content.pop(field, None)
        else:
            content[field] = text
    return content


def _indicator_cells() -> Iterator[tuple[str, str]]:
    for number, line in enumerate(_INDICATORS.strip().splitlines(), start=1):
        for column, text in zip(_COLUMNS, line.split("|"), strict=True):
            yield f"indicators.{number}.{column}", text.strip()


def content_of(form: SelfEvaluation) -> Content:
    """Return the texts a record was read from, by field name."""
    return {name: stated.text for name, stated in _fields(form) if stated}


def _fields(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield from _heading("title", form.title)
    if form.summary:
        yield from _summary(form.summary)
    yield "caption.unit_name", form.unit_name
    yield "caption.form_date", form.form_date
    for name in _PLAIN:
        yield name, getattr(form, name)
    for group in form.boxes:
        yield f"boxes.{group.name}", group.boxes
    for number, line in enumerate(form.funding.lines, start=1):
        yield from _cells(f"funding.{number}", line)
    for number, goal in enumerate(form.goals, start=1):
        yield from _cells(f"goals.{number}", goal)
    for number, note in enumerate(form.notes, start=1):
        yield f"notes.{number}", note
    yield from _indicators(form)


def _indicators(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    """Yield the texts of the indicators; a score merged down stands in its first row only."""
    above = None
    for indicator in form.indicators:
        merged = indicator.score is not None and indicator.score == above
        for name, stated in _cells(f"indicators.{indicator.number}", indicator):
            if not (merged and stated is indicator.score):
                yield name, stated
        above = indicator.score


def _heading(name: str, heading: Heading | None) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield name, heading.text if heading else None
    yield f"{name}.year", heading.year if heading else None


def _summary(summary: Summary) -> Iterator[tuple[str, Stated[Any] | None]]:
    yield from _heading("heading", summary.heading)
    yield from _cells("summary", summary)
    for part in summary.parts:
        yield f"summary.parts.{part.name}", part.score


def _cells(row: str, record: Record) -> Iterator[tuple[str, Stated[Any]]]:
    for column, value in record:
        if isinstance(value, Stated):
            yield f"{row}.{column}", value
