"""`hebiao layouts new` drafts a layout that the other commands use at once."""

import json
from pathlib import Path

from docx import Document
from tests.cli.conftest import HUBEI, Hebiao

from hebiao.layouts import parse_layout
from hebiao.sample import sample_content, write_forms

OWN_WORDS = {"项目名称": "工程名称", "主管部门": "主办厅局"}


def write_unknown_form(folder: Path) -> None:
    drawing = HUBEI.drawing
    for known, own in OWN_WORDS.items():
        drawing = drawing.replace(f"| {known} ", f"| {own} ")
    data = write_forms([sample_content()], HUBEI.model_copy(update={"drawing": drawing}))
    (folder / "新.docx").write_bytes(data)


def test_without_a_file_the_draft_is_printed(hebiao: Hebiao):
    result = hebiao("layouts", "new", "好.docx")

    assert 0 == result.exit_code
    assert "好" == parse_layout(result.stdout, "好.toml").id
    assert "还要做：" in result.stderr


def test_a_form_is_read_with_its_draft_without_being_edited(hebiao: Hebiao, folder: Path):
    assert 0 == hebiao("layouts", "new", "好.docx", "-o", "我的/hao.toml").exit_code

    (form,) = json.loads(hebiao("read", "好.docx", "--layouts", "我的").stdout)["forms"]
    (known,) = json.loads(hebiao("read", "好.docx").stdout)["forms"]

    assert (folder / "我的" / "hao.toml").exists()
    assert "hao" == form["layout"]
    assert known["total"] == form["total"]
    assert known["groups"] == form["groups"]


def test_a_draft_needs_only_the_words_it_lists(hebiao: Hebiao, folder: Path):
    write_unknown_form(folder)
    said = hebiao("layouts", "new", "新.docx", "-o", "草稿/xin.toml").stderr
    path = folder / "草稿" / "xin.toml"
    text = path.read_text(encoding="utf-8")
    known = text.replace("[cells]", '[cells]\nproject = ["工程名称"]\ndepartment = ["主办厅局"]')
    path.write_text(known, encoding="utf-8")

    (form,) = json.loads(hebiao("read", "新.docx", "--layouts", "草稿").stdout)["forms"]

    assert "没有找到项目名称" in said
    assert "# 不认识的标签：工程名称（第1行第1列）" in text
    assert "社区图书室设备更新项目" == form["project"]["text"]
    assert [] == form["unread"]


def test_a_file_that_is_there_is_not_overwritten(hebiao: Hebiao, folder: Path):
    (folder / "我的.toml").write_text("改了半天", encoding="utf-8")

    result = hebiao("layouts", "new", "好.docx", "-o", "我的.toml")

    assert 2 == result.exit_code
    assert "已经有 我的.toml，没有改动它" in result.stderr
    assert "改了半天" == (folder / "我的.toml").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_said(hebiao: Hebiao):
    result = hebiao("layouts", "new", "好.docx", "-o", "错.docx/我的.toml")

    assert 2 == result.exit_code
    assert "写不了 错.docx/我的.toml" in result.stderr


def test_a_document_without_a_table_is_said(hebiao: Hebiao, folder: Path):
    Document().save(str(folder / "无表.docx"))

    result = hebiao("layouts", "new", "无表.docx")

    assert 2 == result.exit_code
    assert "无表.docx 正文里没有表格，无从起草" in result.stderr


def test_a_command_layouts_does_not_have_is_said(hebiao: Hebiao):
    result = hebiao("layouts", "old")

    assert 2 == result.exit_code
    assert "layouts 没有 old 这个命令，有 new" in result.stderr


def test_the_help_names_the_command(hebiao: Hebiao):
    assert "new  从一份没见过的表起草表式" in hebiao("layouts", "--help").stdout
    assert "FILE.toml" in hebiao("layouts", "new", "--help").stdout
