"""A waived finding is set apart with its reason; a waiver that is of no use is found."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.config.conftest import Write

from hebiao.check import CheckResult, Waived
from hebiao.config import Idle, IdleReason, Waivers, idle, waive
from hebiao.config.waivers import Waiver, read_waivers
from hebiao.errors import UsageError
from hebiao.layouts import TextPlace

PROJECT = "社区图书室设备更新项目"
DAY = date(2026, 6, 30)


def waivers(**changes: Any) -> Waivers:
    terms = {"code": "SC01", "project": PROJECT, "reason": "已说明"} | changes
    return Waivers((Waiver(**terms),), "豁免.toml", DAY)


def let_pass(result: CheckResult, given: Waivers) -> list[str]:
    return [w.finding.code for form in waive(result, given).forms for w in form.waived]


def test_a_waived_finding_is_no_finding_any_more(wrong_total: CheckResult):
    before = [finding.code for finding in wrong_total.findings]

    after = [finding.code for finding in waive(wrong_total, waivers()).findings]

    assert "SC01" in before
    assert [code for code in before if code != "SC01"] == after


def test_a_waived_finding_is_kept_whole_with_the_reason(wrong_total: CheckResult):
    (found,) = (finding for finding in wrong_total.findings if finding.code == "SC01")

    (form,) = waive(wrong_total, waivers()).forms

    assert (Waived(found, "已说明", 1),) == form.waived


def test_a_cause_whose_findings_are_all_waived_goes_with_them(wrong_total: CheckResult):
    (form,) = wrong_total.forms
    terms = [Waiver(code=f.code, project=PROJECT, reason="已说明") for f in form.findings]

    (after,) = waive(wrong_total, Waivers(tuple(terms), "豁免.toml", DAY)).forms

    assert form.causes
    assert () == after.causes


@pytest.mark.parametrize(
    "terms",
    [
        {"project": " 社区图书室（设备更新）项目"},
        {"project": "“社区图书室设备更新项目”"},
        {"file": "图书室.docx"},
        {"file": "图书*.docx"},
        {"file": "甲局/图书室.docx"},
        {"file": "甲局/*"},
        {"table": 1},
        {"row": 17},
        {"column": 5},
        {"file": "图书室.docx", "table": 1, "row": 17, "column": 5},
        {"until": DAY},
    ],
)
def test_a_waiver_holds_where_all_it_says_fits(wrong_total: CheckResult, terms: dict[str, Any]):
    assert ["SC01"] == let_pass(wrong_total, waivers(**terms))


@pytest.mark.parametrize(
    "terms",
    [
        {"code": "SC02"},
        {"project": "图书室设备更新项目"},
        {"project": "社区图书室设备更新"},
        {"file": "书室.docx"},
        {"file": "乙局/图书室.docx"},
        {"table": 2},
        {"row": 16},
        {"column": 4},
        {"table": 2, "row": 17, "column": 5},
        {"paragraph": 17},
        {"until": date(2026, 6, 29)},
    ],
)
def test_a_waiver_does_not_hold_where_something_differs(
    wrong_total: CheckResult, terms: dict[str, Any]
):
    assert [] == let_pass(wrong_total, waivers(**terms))


def test_a_file_name_with_brackets_is_meant_as_it_stands(wrong_total: CheckResult):
    result = replace(wrong_total, path="图书室[1].docx")

    assert ["SC01"] == let_pass(result, waivers(file="图书室[1].docx"))


def test_a_table_may_be_that_of_the_finding_where_a_form_goes_on(wrong_total: CheckResult):
    (form,) = wrong_total.forms
    findings = tuple(replace(f, at=replace(f.at, table=2)) for f in form.findings[:1])
    result = replace(wrong_total, forms=(replace(form, findings=findings),))

    assert 1 == len(let_pass(result, waivers(code=findings[0].code, table=2)))


def test_a_waiver_of_a_cell_is_of_the_table_the_cell_is_in(wrong_total: CheckResult):
    (form,) = wrong_total.forms
    findings = tuple(replace(f, at=replace(f.at, table=2)) for f in form.findings[:1])
    result = replace(wrong_total, forms=(replace(form, findings=findings),))
    at = {"code": findings[0].code, "row": findings[0].at.row}

    assert 1 == len(let_pass(result, waivers(**at, table=2)))
    assert [] == let_pass(result, waivers(**at, table=1))


def test_a_waiver_of_a_paragraph_is_for_what_stands_outside_tables(wrong_total: CheckResult):
    (form,) = wrong_total.forms
    findings = tuple(replace(f, at=TextPlace(8, "第8段")) for f in form.findings[:1])
    result = replace(wrong_total, forms=(replace(form, findings=findings),))
    code = findings[0].code

    assert [code] == let_pass(result, waivers(code=code, paragraph=8))
    assert [] == let_pass(result, waivers(code=code, paragraph=9))
    assert [] == let_pass(result, waivers(code=code, row=8))


def test_waivers_may_have_numbers_of_their_own(wrong_total: CheckResult):
    given = replace(waivers(), numbers=(7,))

    (waived,) = waive(wrong_total, given).forms[0].waived

    assert 7 == waived.number
    assert [7] == [each.number for each in idle(given, set(), {"SC01"})]


def test_a_waiver_that_let_something_pass_is_not_idle():
    assert [] == list(idle(waivers(), {1}, {"SC01"}))


def test_a_waiver_that_let_nothing_pass_is_idle():
    given = waivers()

    assert [Idle(1, given.entries[0], IdleReason.UNMATCHED)] == list(idle(given, set(), {"SC01"}))


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_idle():
    assert [] == list(idle(waivers(), set(), {"SC02"}))


def test_a_waiver_after_its_last_day_has_expired():
    given = waivers(until=date(2026, 6, 29))

    assert [IdleReason.EXPIRED] == [each.why for each in idle(given, set(), set())]


def test_a_file_of_waivers_is_read(write: Write):
    path = write(
        '[[waiver]]\ncode = "sc01"\nproject = "甲"\nfile = "a.docx"\ntable = 2\n'
        'until = 2026-12-31\nreason = "乙"'
    )
    expected = Waiver(
        code="SC01", project="甲", file="a.docx", table=2, until=date(2026, 12, 31), reason="乙"
    )

    assert (expected,) == read_waivers(path)


RIGHT = '[[waiver]]\ncode = "SC01"\nproject = "甲"\nreason = "乙"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[waiver", "不是有效的 TOML"),
        ("[[waivers]]", "没有 waivers 这个键，是不是 waiver？"),
        ("[waiver]\ncode = 1", "waiver 应为"),
        (
            RIGHT + "[[waiver]]\n" + 'code = "SC01"\nproject = "甲"',
            "第 2 个 [[waiver]] 里缺少 reason",
        ),
        (RIGHT.replace("乙", " "), "第 1 个 [[waiver]] reason 不能空着"),
        (
            RIGHT.replace("reason", "reson"),
            "第 1 个 [[waiver]] 里没有 reson 这个键，是不是 reason？",
        ),
        (RIGHT + 'table = "二"', "第 1 个 [[waiver]] table 应为整数"),
        (RIGHT + "table = 0", "第 1 个 [[waiver]] table 应不小于 1，现在是 0"),
        (RIGHT + 'until = "年底"', "第 1 个 [[waiver]] until 应为日期，如 2026-12-31"),
        (
            RIGHT.replace("SC01", "total_scor"),
            "第 1 个 [[waiver]] 没有规则 total_scor，是不是 total_score_mismatch",
        ),
    ],
)
def test_a_mistake_is_said_with_the_number_of_the_waiver(write: Write, text: str, sentence: str):
    path = write(text, "豁免.toml")

    with pytest.raises(UsageError) as error:
        read_waivers(path)

    assert sentence in str(error.value)
    assert str(error.value).startswith(f"豁免文件 {path} ")
