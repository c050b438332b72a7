"""`rules`, `explain` and `layouts` say what the program knows."""

import re

import pytest
from tests.cli.conftest import Hebiao

from hebiao.layouts import known_layouts
from hebiao.reports.columns import width
from hebiao.reports.field_names import field_name
from hebiao.rules import ACROSS, CATALOGUE, EVERY_RULE, Rule
from hebiao.rules.across import AcrossRule


def test_every_rule_is_listed_with_its_severity_title_and_name(hebiao: Hebiao):
    lines = hebiao("rules").stdout.splitlines()

    assert [[rule.code, rule.title, rule.name] for rule in EVERY_RULE] == [
        [line.split()[0], line.split()[2], line.split()[3]] for line in lines
    ]


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_its_examples(hebiao: Hebiao, rule: Rule):
    text = hebiao("explain", rule.code).stdout

    assert text.startswith(f"{rule.code} {rule.title}")
    assert rule.basis.splitlines()[0][:10] in text
    assert len(rule.bad) + len(rule.good) == text.count(" → ")
    assert [] == [line for line in text.splitlines() if width(line) > 80]


@pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: rule.code)
def test_a_rule_across_forms_is_explained_with_what_was_sent_in(hebiao: Hebiao, rule: AcrossRule):
    text = hebiao("explain", rule.code).stdout
    sent = (*rule.bad.sent, *rule.good.sent)

    assert text.startswith(f"{rule.code} {rule.title}")
    assert len(sent) == len(re.findall(r"^  第 \d+ 张", text, re.MULTILINE))
    assert sum(len(each.edits) for each in sent) == text.count(" → ")
    assert [] == [line for line in text.splitlines() if width(line) > 80]


def test_a_rule_is_found_by_its_name(hebiao: Hebiao):
    assert hebiao("explain", "SC01").stdout == hebiao("explain", "total_score_mismatch").stdout


def test_a_field_taken_away_or_blanked_is_said_in_words(hebiao: Hebiao):
    assert "→ （空白）" in hebiao("explain", "FM01").stdout
    assert "→ （没有这一栏）" in hebiao("explain", "SM02").stdout


def test_a_layout_is_listed_with_its_evidence(hebiao: Hebiao):
    text = hebiao("layouts").stdout

    assert [
        f"{layout.id}  {layout.name}"
        for layout in known_layouts()
        if f"{layout.id}  {layout.name}" in text
    ] == [f"{layout.id}  {layout.name}" for layout in known_layouts()]
    assert "依据 " in text


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("total", "总分"),
        ("boxes.type", "项目类型"),
        ("funding.1.executed", "预算执行情况第1行 执行数"),
        ("indicators.3.score", "年度绩效目标第3行 得分"),
        ("summary.total", "摘要“自评得分为…”"),
        ("caption.unit_name", "单位名称"),
        ("title", "表题"),
        ("unknown.field", "unknown.field"),
    ],
)
def test_a_field_is_named_as_the_form_prints_it(field: str, name: str):
    hubei = next(layout for layout in known_layouts() if layout.id == "hubei")

    assert name == field_name(field, hubei)
