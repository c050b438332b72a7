"""`hebiao check`: exit codes, formats, choices, and what is said of files that are no forms."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Hebiao

from hebiao.batch.ledger import NAME
from hebiao.reports.columns import width

COUNTS = ("files", "forms", "errors", "warnings", "notes")


def summary(output: str) -> tuple[int, ...]:
    counted = json.loads(output)["summary"]
    return tuple(counted[key] for key in COUNTS)


def codes(output: str) -> list[str]:
    files: list[dict[str, Any]] = json.loads(output)["files"]
    return [
        finding["code"] for file in files for form in file["forms"] for finding in form["findings"]
    ]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["好.docx"], 0),
        (["错.docx"], 1),
        (["漏.docx"], 0),
        (["无.docx"], 0),
        (["坏.docx"], 2),
        (["错.docx", "坏.docx"], 2),
        (["没有.docx"], 2),
        (["漏.docx", "--fail-on", "warning"], 1),
        (["漏.docx", "--fail-on", "note"], 1),
        (["错.docx", "--fail-on", "never"], 0),
        (["坏.docx", "--fail-on", "never"], 2),
        (["错.docx", "--ignore", "SC01,SM"], 0),
        (["漏.docx", "--fail-on", "warning", "--min-severity", "error"], 0),
    ],
)
def test_the_exit_code_says_whether_something_was_found(hebiao: Hebiao, args: list[str], code: int):
    for style in ("text", "json", "jsonl"):
        assert code == hebiao("check", *args, "--format", style).exit_code


def test_a_finding_is_reported_with_its_cell(hebiao: Hebiao):
    answer = hebiao("check", "错.docx")

    assert "SC01" in answer.stdout
    assert "| 总分 | 98.06分 |\n           ^^^^^^^\n" in answer.stdout
    assert "" == answer.stderr


def test_a_file_that_cannot_be_read_does_not_stop_the_others(hebiao: Hebiao):
    answer = hebiao("check", "坏.docx", "错.docx", "空.docx", "--format", "json")

    statuses = [file["status"] for file in json.loads(answer.stdout)["files"]]
    assert ["unreadable", "checked", "unreadable"] == statuses
    assert (3, 1) == summary(answer.stdout)[:2]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.docx", b"", "empty_file"),
        ("文.docx", b"just text", "not_zip"),
        ("网页.doc", b"<html><body>x</body></html>", "html"),
        ("版.pdf", b"%PDF-1.7", "pdf"),
        ("半.docx", b"PK\x03\x04" + b"\0" * 40, "truncated_zip"),
        (
            "旧.doc",
            bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"),
            "old_doc",
        ),
        ("~$a.docx", b"\x05lock", "lock_file"),
    ],
)
def test_what_is_no_document_is_named_with_the_remedy(
    hebiao: Hebiao, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, code: str
):
    monkeypatch.setattr("hebiao.word.convert.find_soffice", lambda: None)
    (folder / name).write_bytes(data)

    answer = hebiao("check", name, "--format", "json")

    (file,) = json.loads(answer.stdout)["files"]
    assert (name, code, []) == (file["path"], file["problem"]["code"], file["forms"])
    assert "请" in file["problem"]["message"]
    assert 2 == answer.exit_code


def test_a_folder_and_a_pattern_are_searched(hebiao: Hebiao, folder: Path):
    (folder / "下级").mkdir()
    (folder / "错.docx").rename(folder / "下级" / "2.docx")
    (folder / "漏.docx").rename(folder / "下级" / "10.docx")
    (folder / "下级" / "~$2.docx").write_bytes(b"")

    answer = hebiao("check", "下级", "好*.docx", "--format", "json")

    files = json.loads(answer.stdout)["files"]
    assert ["下级/2.docx", "下级/10.docx", "好.docx"] == [file["path"] for file in files]
    assert 1 == json.loads(answer.stdout)["summary"]["skipped"]


def test_an_empty_folder_is_a_trouble(hebiao: Hebiao, folder: Path):
    (folder / "下级").mkdir()

    answer = hebiao("check", "下级")

    assert 2 == answer.exit_code
    assert "文件夹里没有 Word 文档" in answer.stdout


def test_json_lines_has_one_file_a_line(hebiao: Hebiao):
    lines = hebiao("check", "好.docx", "坏.docx", "--format", "jsonl").stdout.splitlines()

    assert ["好.docx", "坏.docx"] == [json.loads(line)["path"] for line in lines]


def test_json_is_the_same_for_several_processes(hebiao: Hebiao):
    args = ("check", "错.docx", "坏.docx", "漏.docx", "--format", "json")

    assert hebiao(*args).stdout == hebiao(*args, "--jobs", "2").stdout


def test_only_the_chosen_rules_are_used(hebiao: Hebiao):
    chosen = hebiao("check", "错.docx", "漏.docx", "--format", "json", "--select", "fm01, SC")

    assert ["SC01", "FM01"] == codes(chosen.stdout)


def test_choices_may_be_repeated(hebiao: Hebiao):
    args = ("--select", "SC", "--select", "FM01", "--ignore", "FM")

    assert ["SC01"] == codes(
        hebiao("check", "错.docx", "漏.docx", "--format", "json", *args).stdout
    )


def test_milder_findings_are_left_out(hebiao: Hebiao):
    args = ("check", "漏.docx", "--format", "json", "--min-severity")

    assert (1, 1, 0, 1, 0) == summary(hebiao(*args, "warning").stdout)
    assert (1, 1, 0, 0, 0) == summary(hebiao(*args, "error").stdout)


def test_quiet_prints_one_line_a_file(hebiao: Hebiao):
    lines = hebiao("check", "错.docx", "好.docx", "坏.docx", "--quiet").stdout.splitlines()

    assert 3 == len(lines)
    assert lines[1].endswith("1 张自评表  错误 0  警告 0  提示 0")


def test_no_line_is_wider_than_80_columns(hebiao: Hebiao):
    lines = hebiao("check", ".").stdout.splitlines()

    assert [] == [line for line in lines if width(line) > 80]


def test_out_writes_every_report_but_the_revised_copies(hebiao: Hebiao):
    hebiao("check", "错.docx", "坏.docx", "--out", "结果/一")

    names = {path.name for path in Path("结果/一").iterdir()} - {NAME}
    plain = {"核查报告.html", "核查台账.xlsx", "核查报告.txt", "核查结果.json"}
    assert plain | {"批注", "意见书"} == names


def test_report_chooses_what_is_written(hebiao: Hebiao):
    hebiao("check", "错.docx", "--out", "结果", "--report", "xlsx", "--report", "revised,TEXT")

    written = {path.name for path in Path("结果").iterdir()}
    assert {"核查台账.xlsx", "核查报告.txt", "修订", NAME} == written


def test_a_report_there_is_not_is_said_with_the_nearest(hebiao: Hebiao):
    answer = hebiao("check", "好.docx", "--out", "结果", "--report", "xls")

    assert 2 == answer.exit_code
    assert "没有 xls 这种报告，是不是 xlsx" in answer.stderr


def test_a_report_needs_a_folder(hebiao: Hebiao):
    answer = hebiao("check", "好.docx", "--report", "xlsx")

    assert 2 == answer.exit_code
    assert "--out" in answer.stderr


def test_the_text_file_holds_what_is_printed(hebiao: Hebiao, folder: Path):
    answer = hebiao("check", "错.docx", "坏.docx", "--out", "结果/一", "--report", "text,json")

    written = {path.name: path.read_text(encoding="utf-8") for path in Path("结果/一").iterdir()}
    assert {"核查报告.txt", "核查结果.json", NAME} == set(written)
    assert answer.stdout == written["核查报告.txt"]
    assert (2, 1) == summary(written["核查结果.json"])[:2]
    assert 2 == answer.exit_code
    assert folder.exists()


def test_out_replaces_the_reports_of_last_time(hebiao: Hebiao):
    hebiao("check", "错.docx", "--out", "结果", "--report", "text")
    hebiao("check", "好.docx", "--out", "结果", "--report", "text")

    assert "SC01" not in Path("结果/核查报告.txt").read_text(encoding="utf-8")
    assert {"核查报告.txt", NAME} == {path.name for path in Path("结果").iterdir()}


def test_a_letter_of_an_earlier_run_is_left_there_and_named(hebiao: Hebiao, folder: Path):
    first = hebiao("check", "错.docx", "--out", "结果", "--report", "letter")
    second = hebiao("check", "好.docx", "--out", "结果", "--report", "letter")

    (letter,) = (folder / "结果" / "意见书").iterdir()
    assert "以前写的意见书" not in first.stderr
    assert (
        f"意见书 里另有 1 份以前写的意见书，这次没有重写：{letter.name}。"
        "这些单位这次没有要说的，或者没有核查到；请不要误发。"
    ) in second.stderr


def test_a_copy_of_a_file_that_has_another_name_now_is_left_there_and_named(
    hebiao: Hebiao, folder: Path
):
    first = hebiao("check", "错.docx", "--out", "结果", "--report", "annotated")
    (folder / "错.docx").rename(folder / "改.docx")
    second = hebiao("check", "改.docx", "--out", "结果", "--report", "annotated")

    assert ["改.docx", "错.docx"] == sorted(path.name for path in Path("结果/批注").iterdir())
    assert "以前写的副本" not in first.stderr
    assert (
        "批注 里另有 1 份以前写的副本，这次没有重写：错.docx。"
        "它们的原件这次没有送来，或者改了名字、换了文件夹；请不要误发。"
    ) in second.stderr


def test_a_file_an_editor_keeps_beside_an_open_copy_is_no_copy(hebiao: Hebiao, folder: Path):
    hebiao("check", "错.docx", "--out", "结果", "--report", "annotated")
    (folder / "结果" / "批注" / "~$错.docx").write_bytes(b"")

    again = hebiao("check", "错.docx", "--out", "结果", "--report", "annotated")

    assert "以前写的副本" not in again.stderr


@pytest.mark.parametrize("out", ["好.docx", "好.docx/结果"])
def test_a_folder_that_cannot_be_made_is_said(hebiao: Hebiao, out: str):
    answer = hebiao("check", "好.docx", "--out", out)

    assert 2 == answer.exit_code
    assert "写不了" in answer.stderr
    assert "" == answer.stdout


def test_a_report_that_cannot_be_replaced_is_said(hebiao: Hebiao, folder: Path):
    (folder / "结果" / "核查报告.txt").mkdir(parents=True)

    answer = hebiao("check", "好.docx", "--out", "结果", "--report", "text,json")

    assert 2 == answer.exit_code
    assert "核查报告.txt" in answer.stderr
    written = sorted(path.name for path in Path("结果").iterdir())
    assert ["核查报告.txt", "核查结果.json", NAME] == written


def test_a_layout_of_ones_own_is_used(hebiao: Hebiao, folder: Path):
    (folder / "表式").mkdir()
    (folder / "表式" / "x.toml").write_text("id = 1", encoding="utf-8")

    answer = hebiao("check", "好.docx", "--layouts", "表式")

    assert 2 == answer.exit_code
    assert "版式文件 表式/x.toml 有误" in answer.stderr
