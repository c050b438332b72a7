"""What a page does with its desk, from the first file to the last report."""

import io
import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from docx import Document
from openpyxl import load_workbook
from tests.web.conftest import OpenDesk

from hebiao.layouts import known_layout
from hebiao.sample import sample_content, write_forms

HUBEI = known_layout("hubei")


def findings_on(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-finding="(\d+)"', page)]


def waive(desk: OpenDesk, of_form: str, **changes: Any) -> Any:
    wanted = {"form": of_form, "finding": 1, "reason": "已核实"}
    return desk.post("/waivers", json=wanted | changes)


def test_each_file_is_checked_and_listed(desk: OpenDesk, good: bytes, wrong: bytes):
    answer = desk.upload_named(("好.docx", good), ("甲局/错.docx", wrong), ("空.docx", b""))
    state = desk.state()

    assert 202 == answer.status_code
    assert ["好.docx", "甲局/错.docx", "空.docx"] == [f["name"] for f in answer.json()["files"]]
    assert ["checked", "checked", "unreadable"] == [f["status"] for f in state["files"]]
    assert "empty_file" == state["files"][2]["problem"]["code"]
    assert ["green", "red"] == [project["light"] for project in state["projects"]]
    assert ("96.06", "98.06") == tuple(project["stated"] for project in state["projects"])
    assert (3, 2, 1, 1) == tuple(
        state["counts"][key] for key in ("files", "forms", "errors", "unreadable")
    )


def test_nobody_on_a_page_is_told_to_type_a_command(desk: OpenDesk):
    desk.upload_named(("无.docx", write_forms([], HUBEI)), ("报送.zip", b"PK"))
    state = desk.state()

    told = [*state["remarks"], *(file["problem"]["message"] for file in state["files"])]
    assert ["no_form", "unreadable"] == [file["status"] for file in state["files"]]
    assert "有 1 个文件里没有认出自评表。" in told
    assert "hebiao " not in "".join(told)


def test_the_state_waits_for_what_is_new(small_desk: OpenDesk, good: bytes):
    before = small_desk.get().json()["revision"]
    unchanged = small_desk.get(since=before).json()["revision"]
    small_desk.upload(a=good)
    after = small_desk.get(since=before).json()["revision"]

    assert before == unchanged
    assert after > before


def test_a_form_is_shown_as_in_the_report(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong))
    desk.state()

    page = desk.get("/forms/f1-1")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<article class="project"' in page.text
    assert "总分填 98.06，应为 96.06" in page.text
    assert [1] == findings_on(page.text)


def test_a_waived_finding_counts_no_more_and_is_told_with_its_reason(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong))
    desk.state()

    answer = waive(desk, "f1-1")
    state = desk.state()

    assert (201, {"n": 1}) == (answer.status_code, answer.json())
    assert (0, 1) == (state["counts"]["errors"], state["counts"]["waived"])
    assert ["green"] == [project["light"] for project in state["projects"]]
    (waiver,) = state["waivers"]
    assert ("f1-1", "SC01", "已核实", False) == tuple(
        waiver[key] for key in ("form", "code", "reason", "fixed")
    )
    assert "<b>理由</b> 已核实（豁免第 1 条）" in desk.get("/forms/f1-1").text


def test_a_finding_that_is_waived_no_more_counts_again(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong))
    desk.state()
    waive(desk, "f1-1")
    desk.state()

    answer = desk.delete("/waivers/1")
    state = desk.state()

    assert 204 == answer.status_code
    assert (1, 0, []) == (state["counts"]["errors"], state["counts"]["waived"], state["waivers"])


def test_the_number_of_a_finding_means_the_same_whatever_else_is_waived(desk: OpenDesk):
    content = sample_content({"total": "98.06分", "implementing_unit": ""})
    desk.upload_named(("错.docx", write_forms([content], HUBEI)))
    desk.state()
    before = desk.get("/forms/f1-1").text
    first, second, *_ = findings_on(before)

    waive(desk, "f1-1", finding=first)
    desk.state()

    assert second in findings_on(desk.get("/forms/f1-1").text)
    waive(desk, "f1-1", finding=second)
    assert 2 == len({waiver["code"] for waiver in desk.state()["waivers"]})


def test_a_waiver_keeps_its_number_when_another_is_taken_back(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("甲.docx", wrong), ("乙.docx", wrong))
    desk.state()
    waive(desk, "f1-1")
    waive(desk, "f2-1")
    desk.delete("/waivers/1")

    (waiver,) = desk.state()["waivers"]

    assert (2, "f2-1") == (waiver["n"], waiver["form"])


def test_a_waiver_is_for_one_file_only(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong), ("错.docx", wrong))
    desk.state()
    waive(desk, "f2-1")
    state = desk.state()

    assert ["错.docx", "错（2）.docx"] == [file["name"] for file in state["files"]]
    assert ["red", "green"] == [project["light"] for project in state["projects"]]


def test_the_waivers_are_a_file_an_office_can_keep(desk: OpenDesk, wrong: bytes, tmp_path: Path):
    from hebiao.config.waivers import read_waivers  # noqa: PLC0415

    desk.upload_named(('错"\n\\.docx', wrong))
    desk.state()
    waive(desk, "f1-1", reason='三引号"""和\\反斜杠')
    answer = desk.get("/waivers.toml")
    path = tmp_path / "豁免.toml"
    path.write_bytes(answer.content)

    (entry,) = tomllib.loads(answer.text)["waiver"]
    (waiver,) = read_waivers(path)

    assert ("SC01", 1, 17, 5) == (waiver.code, waiver.table, waiver.row, waiver.column)
    assert entry["reason"] == waiver.reason == '三引号"""和\\反斜杠'


@pytest.mark.parametrize(
    ("changes", "status", "kind"),
    [
        ({"form": "f1-2"}, 404, "no-form"),
        ({"form": "f9-1"}, 404, "no-form"),
        ({"form": "../f1"}, 404, "no-form"),
        ({"finding": 2}, 404, "no-finding"),
        ({"finding": 0}, 422, "invalid"),
        ({"reason": "  "}, 422, "invalid"),
        ({"reason": "长" * 501}, 422, "invalid"),
        ({"more": 1}, 422, "invalid"),
    ],
)
def test_a_waiver_that_means_nothing_is_refused_in_chinese(
    desk: OpenDesk, wrong: bytes, changes: dict[str, Any], status: int, kind: str
):
    desk.upload_named(("错.docx", wrong))
    desk.state()

    answer = waive(desk, "f1-1", **changes)

    assert (status, f"urn:hebiao:{kind}") == (answer.status_code, answer.json()["type"])
    assert re.search("[\u4e00-\u9fff]", answer.json()["detail"])


def test_a_form_without_a_project_cannot_be_waived(desk: OpenDesk):
    content = sample_content({"project": "", "total": "98.06分"})
    desk.upload_named(("无名.docx", write_forms([content], HUBEI)))
    desk.state()

    assert (409, "urn:hebiao:no-project") == (
        (answer := waive(desk, "f1-1")).status_code,
        answer.json()["type"],
    )


def test_a_file_that_is_taken_away_is_gone_with_its_waivers(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong))
    desk.state()
    waive(desk, "f1-1")
    desk.state()

    assert 204 == desk.delete("/files/f1").status_code
    state = desk.state()
    assert ([], [], []) == (state["files"], state["projects"], state["waivers"])
    assert 404 == desk.get("/forms/f1-1").status_code
    assert 404 == desk.delete("/files/f1").status_code


def test_a_closed_desk_is_gone(client: httpx.Client):
    desk = OpenDesk(client, client.post("/desks").json()["desk"])
    desk.post("/close")

    answers = [desk.get(), desk.post("/files"), desk.get("/reports/html"), desk.post("/close")]

    assert [404] * 4 == [answer.status_code for answer in answers]
    assert {"urn:hebiao:desk-gone"} == {answer.json()["type"] for answer in answers}


@pytest.fixture(scope="module")
def full(client: httpx.Client, good: bytes, wrong: bytes) -> OpenDesk:
    """A desk with a good form, a wrong one, and a file of two forms."""
    desk = OpenDesk(client, client.post("/desks").json()["desk"])
    second = sample_content({"total": "99.06分", "project": "读者服务项目"})
    two = write_forms([sample_content(), second], HUBEI)
    desk.upload_named(("好.docx", good), ("错.docx", wrong), ("两张.docx", two))
    desk.state()
    return desk


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("html", "核查报告.html"),
        ("xlsx", "核查台账.xlsx"),
        ("json", "核查结果.json"),
        ("text", "核查报告.txt"),
        ("annotated", "批注.zip"),
    ],
)
def test_a_report_is_called_as_the_program_calls_it(full: OpenDesk, kind: str, name: str):
    answer = full.get(f"/reports/{kind}")

    assert 200 == answer.status_code
    assert name in _file_name(answer)


def _file_name(answer: Any) -> str:
    from urllib.parse import unquote  # noqa: PLC0415

    return unquote(answer.headers["content-disposition"])


def test_the_reports_tell_what_the_page_tells(full: OpenDesk):
    report = full.get("/reports/json").json()
    book = load_workbook(io.BytesIO(full.get("/reports/xlsx").content))

    assert ["好.docx", "错.docx", "两张.docx"] == [file["path"] for file in report["files"]]
    assert full.state()["counts"]["errors"] == report["summary"]["errors"] == 2
    assert "总分填 98.06，应为 96.06" in full.get("/reports/html").text
    assert "总分填 98.06，应为 96.06" in full.get("/reports/text").text
    assert any("98.06" in str(cell.value) for row in book["问题清单"].rows for cell in row)


def test_annotated_copies_are_called_as_the_files_are(full: OpenDesk):
    archive = zipfile.ZipFile(io.BytesIO(full.get("/reports/annotated").content))

    assert ["错.docx", "两张.docx"] == archive.namelist()
    assert 1 == len(list(Document(io.BytesIO(archive.read("错.docx"))).comments))


def test_a_single_letter_comes_by_itself(full: OpenDesk):
    letter = full.get("/reports/letter")

    assert _file_name(letter).endswith("核查意见书_滨江市文化和旅游局.docx")
    assert "98.06" in zipfile.ZipFile(io.BytesIO(letter.content)).read("word/document.xml").decode()


def test_a_report_can_tell_of_some_forms_only(full: OpenDesk):
    report = full.get("/reports/json", forms="f2-1,f3-2").json()
    found = [(file["path"], [form["index"] for form in file["forms"]]) for file in report["files"]]

    assert [("错.docx", [1]), ("两张.docx", [2])] == found


def test_there_is_no_report_before_anything_is_done(desk: OpenDesk):
    assert 409 == desk.get("/reports/html").status_code
    assert 404 == desk.get("/reports/pdf").status_code


def test_a_report_with_nothing_in_it_is_said_so(desk: OpenDesk, good: bytes):
    desk.upload_named(("好.docx", good))
    desk.state()

    assert "没有意见书" in desk.get("/reports/letter").json()["detail"]


def test_two_desks_are_compared(client: httpx.Client, desk: OpenDesk, good: bytes, wrong: bytes):
    before = OpenDesk(client, client.post("/desks").json()["desk"])
    before.upload_named(("错.docx", wrong))
    desk.upload_named(("改.docx", good))

    answer = desk.post("/comparison", json={"before": before.id})
    book = load_workbook(io.BytesIO(desk.get("/comparison.xlsx").content))

    assert (1, 0) == (
        answer.json()["comparison"]["summary"]["fixed"],
        answer.json()["comparison"]["summary"]["remaining"],
    )
    assert "已整改" in answer.json()["html"]
    assert "SC01" in json.dumps([[c.value for c in row] for row in book.active.rows])


def test_a_comparison_needs_files_on_both_desks(client: httpx.Client, desk: OpenDesk, good: bytes):
    before = client.post("/desks").json()["desk"]
    desk.upload_named(("改.docx", good))

    answers = [
        desk.post("/comparison", json={"before": before}),
        desk.post("/comparison", json={"before": "没有"}),
        desk.get("/comparison.xlsx"),
    ]

    assert [409, 404, 409] == [answer.status_code for answer in answers]
