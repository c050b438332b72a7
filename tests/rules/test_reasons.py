"""A reason is asked for where the form has a place for it."""

from __future__ import annotations

import pytest
from tests.rules.edited import found

from hebiao.check import Finding, check
from hebiao.layouts import known_layouts
from hebiao.sample import Content, write_forms

MOF = next(layout for layout in known_layouts() if layout.id == "mof")

ROWS = """
产出指标 | 数量指标 | 维修泵站 | ≥10座 | 9座 | 50 | 45
效益指标 | 社会效益指标 | 受益农户 | ≥300户 | 320户 | 30 | 30
满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥90% | 95% | 10 | 10
"""
COLUMNS = ("level1", "level2", "level3", "target", "actual", "full_marks", "score")


def content(reason: str) -> Content:
    funding = ("100", "100", "80", "10", "80%", "8")
    names = ("initial_budget", "budget", "executed", "full_marks", "execution_rate", "score")
    cells = {
        "project": "泵站维修项目",
        "department": "甲局",
        "implementing_unit": "甲局",
        "title.year": "2024",
        "total_full_marks": "100",
        "total": "93",
    }
    cells |= {f"funding.1.{name}": text for name, text in zip(names, funding, strict=True)}
    for number, line in enumerate(ROWS.strip().splitlines(), start=1):
        texts = [text.strip() for text in line.split("|")]
        cells |= {f"indicators.{number}.{c}": t for c, t in zip(COLUMNS, texts, strict=True)}
        cells[f"indicators.{number}.reason"] = reason if number == 1 else ""
    return cells


def findings(reason: str) -> list[Finding]:
    return list(check(write_forms([content(reason)], MOF)).findings)


def test_the_indicator_that_lost_marks_without_a_reason_is_named_at_its_own_cell():
    (finding,) = findings("")

    assert "RS01" == finding.code
    assert finding.message.startswith("“维修泵站”失 5 分")
    assert finding.at.label.endswith("维修泵站 › 偏差原因分析及改进措施")


def test_a_zero_as_some_systems_fill_it_in_is_no_reason():
    assert ["RS01"] == [finding.code for finding in findings("0")]


@pytest.mark.parametrize("text", ["0", "/", "无", "——", "0.00"])
def test_what_stands_there_and_is_no_reason_is_quoted(text: str):
    (finding,) = findings(text)

    assert "RS01" == finding.code
    assert finding.message.endswith(f"只填了“{text}”")


@pytest.mark.parametrize("text", ["无", "/", "0"])
def test_a_form_that_has_one_place_for_all_reasons_is_asked_in_the_same_way(text: str):
    (finding,) = found("RS01", {"reason": text})

    assert f"原因栏只填了“{text}”" in finding.message


def test_a_reason_in_the_column_is_enough_whatever_the_budget_lost():
    assert [] == findings("一座泵站因征地推迟到次年。")
