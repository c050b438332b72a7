"""`hebiao diff`: two sides in, exit code and report out."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.conftest import Hebiao


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("错.docx", "好.docx", 0),
        ("好.docx", "好.docx", 0),
        ("错.docx", "错.docx", 1),
        ("好.docx", "错.docx", 1),
        ("好.docx", "漏.docx", 0),
        ("错.docx", "无.docx", 1),
        ("好.docx", "坏.docx", 2),
        ("坏.docx", "好.docx", 2),
        ("没有", "好.docx", 2),
        ("没有.json", "好.docx", 2),
        ("错.docx", "没有/", 2),
    ],
)
def test_the_exit_code_says_whether_an_error_is_open(hebiao: Hebiao, old: str, new: str, code: int):
    for style in ("text", "json"):
        assert code == hebiao("diff", old, new, "--format", style).exit_code


def test_a_report_written_before_is_a_side(hebiao: Hebiao, folder: Path):
    report = hebiao("check", "错.docx", "--format", "json").stdout
    (folder / "核查结果.json").write_text(report, encoding="utf-8")
    (folder / "错.docx").unlink()
    answer = hebiao("diff", "核查结果.json", "好.docx", "--format", "json")

    summary = json.loads(answer.stdout)["summary"]
    assert (1, 0, 0) == (summary["matched"], summary["remaining"], answer.exit_code)
    assert summary["fixed"]


def test_a_folder_with_a_file_that_cannot_be_read_is_compared_as_far_as_it_can(
    hebiao: Hebiao, folder: Path
):
    (folder / "前").mkdir()
    (folder / "前/错.docx").write_bytes((folder / "错.docx").read_bytes())
    (folder / "前/坏.docx").write_bytes(b"%PDF-1.7")
    answer = hebiao("diff", "前", "好.docx")

    assert 0 == answer.exit_code
    assert "已整改" in answer.stdout
    assert "整改前 前/坏.docx 无法读取" in answer.stdout


def test_both_sides_are_judged_by_the_same_settings(hebiao: Hebiao, folder: Path):
    for side in ("前", "后"):
        (folder / side).mkdir()
        (folder / side / "表.docx").write_bytes((folder / "错.docx").read_bytes())
    (folder / "后/hebiao.toml").write_text('ignore = ["SC01", "SM"]', encoding="utf-8")
    answer = hebiao("diff", "前", "后")

    assert 0 == answer.exit_code
    assert "SC01" not in answer.stdout


def test_a_call_with_one_side_is_wrong(hebiao: Hebiao):
    answer = hebiao("diff", "好.docx")

    assert (2, "hebiao：缺少 NEW。用法见 hebiao diff --help\n") == (answer.exit_code, answer.stderr)


def test_the_comparison_is_written_as_a_worksheet(hebiao: Hebiao):
    answer = hebiao("diff", "错.docx", "好.docx", "--xlsx", "对比.xlsx")

    sheet = load_workbook("对比.xlsx")["整改对比"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert 0 == answer.exit_code
    assert ["单位", "项目", "情况"] == rows[0][:3]
    assert "SC01" in {row[4] for row in rows}


def test_a_worksheet_that_cannot_be_written_is_said(hebiao: Hebiao, folder: Path):
    (folder / "对比.xlsx").mkdir()
    answer = hebiao("diff", "错.docx", "好.docx", "--xlsx", "对比.xlsx")

    assert 2 == answer.exit_code
    assert "对比.xlsx" in answer.stderr
