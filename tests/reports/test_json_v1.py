"""The JSON of a check has the keys other programs rely on, and figures as exact strings."""

import json
from dataclasses import replace
from typing import Any

from tests.reports.conftest import Make, Result
from tests.reports.outline import json_of
from tests.written import written

from hebiao.check import CheckResult, Status, Trouble, Unchecked, check
from hebiao.layouts import CellPlace, TextPlace, Unread
from hebiao.reports.form_v1 import writable
from hebiao.reports.json_v1 import file_entry
from hebiao.rules import Severity


def printed(*results: CheckResult, skipped: int = 0) -> Any:
    return json.loads(json_of(results, skipped))


def checked(edits: dict[str, str | None]) -> Any:
    return printed(check(written(edits)))["files"][0]["forms"][0]


def test_the_report_has_its_version_a_summary_and_the_files(clean: CheckResult):
    answer = printed(clean, skipped=2)

    assert {"version", "summary", "across", "files"} == set(answer)
    assert 1 == answer["version"]
    assert {
        "files": 1, "forms": 1, "errors": 0, "warnings": 0, "notes": 0,
        "unreadable": 0, "skipped": 2, "others": 0, "waived": 0, "idle_waivers": [], "config": None,
        "across": {"errors": 0, "warnings": 0, "notes": 0, "waived": 0},
    } == answer["summary"]  # fmt: skip


def test_a_file_has_every_key_of_the_contract(clean: CheckResult):
    (file,) = printed(clean)["files"]

    assert {"path", "sha256", "status", "converted_from", "problem", "forms"} == set(file)
    assert ("报送/图书室.docx", "checked", None) == (file["path"], file["status"], file["problem"])
    assert 64 == len(file["sha256"])


def test_a_form_names_itself_and_its_totals(clean: CheckResult):
    (form,) = printed(clean)["files"][0]["forms"]

    assert {
        "index": 1,
        "table": 1,
        "layout": "hubei",
        "title": "《2024年度社区图书室设备更新项目绩效自评表》",
        "fiscal_year": 2024,
        "project": "社区图书室设备更新项目",
        "department": "滨江市文化和旅游局",
        "implementing_unit": "滨江市图书馆",
        "stated_total": "96.06",
        "recomputed_total": "96.06",
        "findings": [],
        "causes": [],
        "waived": [],
        "not_checked": [],
        "unread": [],
    } == form


def test_a_finding_has_every_key_of_the_contract(result: Result, finding: Make, total: CellPlace):
    (form,) = printed(result(finding()))["files"][0]["forms"]
    place = {"table": 1, "row": total.row, "column": total.column, "label": "总分"}

    (found,) = form["findings"]
    assert 3 == len(found.pop("related"))
    assert {
        "code": "SC01",
        "rule": "total_score_mismatch",
        "title": "总分与各项得分之和不符",
        "severity": "error",
        "confidence": "high",
        "message": "总分填 96.06，应为 95.06",
        "stated": "96.06分",
        "expected": "95.06",
        "formula": "17.06 + 40 + 38 = 95.06",
        "basis": "总分为各项得分之和",
        "advice": "请重新加总。",
        "location": place,
        "excerpt": ["总分", "96.06分"],
        "likely": None,
    } == found


def test_words_in_a_paragraph_are_located_by_it(result: Result, finding: Make):
    at = TextPlace(23, "自评得分为96.06分")

    (form,) = printed(result(finding(at=at)))["files"][0]["forms"]

    assert {"paragraph": 23, "text": "自评得分为96.06分"} == form["findings"][0]["location"]


def test_what_was_not_judged_is_listed(result: Result):
    made = result(not_checked=(Unchecked("SC01", "没有总分"),))
    cell = Unread(at=CellPlace(1, 3, 2, ""), text="附注")
    form = replace(made.forms[0], form=made.forms[0].form.model_copy(update={"unread": (cell,)}))

    (entry,) = printed(replace(made, forms=(form,)))["files"][0]["forms"]

    assert [{"code": "SC01", "reason": "没有总分"}] == entry["not_checked"]
    assert [{"table": 1, "row": 3, "column": 2, "text": "附注"}] == entry["unread"]


def test_a_total_that_cannot_be_computed_is_null():
    assert checked({"funding.1.score": ""})["recomputed_total"] is None
    assert "96.06" == checked({"funding.1.score": ""})["stated_total"]


def test_a_total_that_cannot_be_read_is_null():
    assert checked({"total": "优"})["stated_total"] is None


def test_a_total_is_written_without_zeros_that_say_nothing():
    assert "96" == checked({"total": "96.00分"})["stated_total"]


def test_what_a_form_does_not_state_is_null():
    form = checked({"title": None, "department": "　"})

    assert (None, None) == (form["title"], form["department"])


def test_the_summary_counts_over_all_files(result: Result, finding: Make):
    note = finding(severity=Severity.NOTE)
    broken = CheckResult("b", "", Status.UNREADABLE, Trouble("empty_file", "文件是空的。"), ())

    answer = printed(result(finding(), note), broken, result(note))

    counted = answer["summary"]
    assert (3, 2, 1, 0, 2) == tuple(
        counted[key] for key in ("files", "forms", "errors", "warnings", "notes")
    )
    assert {"code": "empty_file", "message": "文件是空的。"} == answer["files"][1]["problem"]


def test_a_path_that_is_no_utf8_can_be_written(clean: CheckResult):
    assert "\\udcd7\\udcd4.docx" == writable("\udcd7\udcd4.docx")
    assert "\\\\udcd7" in file_entry(replace(clean, path="\udcd7.docx")).model_dump_json()
