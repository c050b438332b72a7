"""`hebiao check` on what belongs together: across forms, the office's list, the store, Parquet."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import duckdb
import openpyxl
import pytest
from docx import Document

from hebiao.layouts import known_layout
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Hebiao

HUBEI = known_layout("hubei")
TWICE = write_forms([sample_content(), sample_content({"total": "96.07分"})], HUBEI)
LIST = """\
项目名称,单位,预算数（万元）
社区图书室设备更新项目,滨江市文化和旅游局,100
漏报项目,滨江市图书馆,5
"""


@pytest.fixture
def twice(folder: Path) -> str:
    """A file with one project twice, in a folder of its own."""
    (folder / "两张").mkdir()
    (folder / "两张" / "表.docx").write_bytes(TWICE)
    return "两张"


def test_what_is_found_across_forms_stands_before_the_sum(hebiao: Hebiao, twice: str):
    lines = hebiao("check", twice).stdout.splitlines()

    head = next(n for n, line in enumerate(lines) if line.startswith("跨表核对  "))
    sums = next(n for n, line in enumerate(lines) if line.startswith("合计 "))
    assert head < sums
    assert any(line.startswith("BT01 ") for line in lines[head:sums])
    assert "  在 两张/表.docx 表1 第1行 第3列 项目名称" in lines
    assert lines[sums + 1].startswith("跨表核对 另有错误 0 处，警告 1 处")


def test_json_has_it_beside_the_files_and_counts_it_apart(hebiao: Hebiao, twice: str):
    answer = json.loads(hebiao("check", twice, "--format", "json").stdout)

    (finding,) = answer["across"]["findings"]
    assert "BT01" == finding["code"]
    assert [("两张/表.docx", 1), ("两张/表.docx", 2)] == [
        (place["path"], place["index"]) for place in finding["places"]
    ]
    assert {"errors": 0, "warnings": 1, "notes": 0, "waived": 0} == answer["summary"]["across"]
    assert "BT01" not in {
        f["code"] for form in answer["files"][0]["forms"] for f in form["findings"]
    }


def test_every_report_has_it(hebiao: Hebiao, twice: str, folder: Path):
    hebiao("check", twice, "--out", "结果")

    page = (folder / "结果" / "核查报告.html").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(folder / "结果" / "核查台账.xlsx")
    assert '<section id="across"' in page
    assert 2 == page.split('id="across"')[1].split("</section>")[0].count('class="go"')
    assert "BT01" == book["跨表核对"]["B2"].value
    assert "BT01" in (folder / "结果" / "核查报告.txt").read_text(encoding="utf-8")
    (letter,) = (folder / "结果" / "意见书").iterdir()
    assert any("有 2 张自评表" in paragraph.text for paragraph in Document(letter).paragraphs)


def test_the_exit_code_counts_it(hebiao: Hebiao, folder: Path):
    (folder / "好二.docx").write_bytes((folder / "好.docx").read_bytes())

    assert 0 == hebiao("check", "好.docx", "好二.docx").exit_code
    assert 1 == hebiao("check", "好.docx", "好二.docx", "--fail-on", "warning").exit_code
    assert (
        0
        == hebiao(
            "check", "好.docx", "好二.docx", "--fail-on", "warning", "--ignore", "BT"
        ).exit_code
    )


def test_the_list_of_the_office_is_compared_with(hebiao: Hebiao, folder: Path):
    (folder / "清单.csv").write_text(LIST, encoding="gb18030")

    answer = json.loads(hebiao("check", "好.docx", "--list", "清单.csv", "--format", "json").stdout)

    (finding,) = answer["across"]["findings"]
    assert "漏报项目" in finding["message"]
    assert "清单.csv" == finding["places"][0]["path"]


def test_a_list_that_cannot_be_read_is_said_before_anything_is_checked(hebiao: Hebiao):
    answer = hebiao("check", "好.docx", "--list", "没有.xlsx")

    assert 2 == answer.exit_code
    assert "没有.xlsx" in answer.stderr
    assert "" == answer.stdout


@pytest.mark.parametrize("name", ["结果.sqlite", "结果.duckdb"])
def test_results_go_into_a_store_and_are_asked_for(
    hebiao: Hebiao, twice: str, folder: Path, name: str
):
    hebiao("check", twice, "错.docx", "--store", name)
    hebiao("check", twice, "错.docx", "--store", name)

    query = "SELECT count(*), count(DISTINCT run_id) FROM files"
    connect = sqlite3.connect if name.endswith("sqlite") else duckdb.connect
    with closing(connect(str(folder / name))) as store:
        assert (4, 2) == store.execute(query).fetchone()
    assert "SC01" in hebiao("summary", name).stdout


def test_a_run_into_a_folder_and_a_store_takes_over_what_was_done(hebiao: Hebiao, folder: Path):
    for _ in range(2):
        answer = hebiao("check", "错.docx", "--out", "结果", "--store", "结果.sqlite", "--quiet")

    assert "1 个文件自上次核查后没有改动" in answer.stderr
    with closing(sqlite3.connect(folder / "结果.sqlite")) as store:
        assert [(1,), (1,)] == store.execute(
            "SELECT count(*) FROM files JOIN forms USING (file_id) GROUP BY files.run_id"
        ).fetchall()


def test_parquet_is_written_as_a_report(hebiao: Hebiao, folder: Path):
    hebiao("check", "错.docx", "--out", "结果", "--report", "parquet")

    findings = folder / "结果" / "数据" / "findings.parquet"
    with closing(duckdb.connect()) as lake:
        codes = lake.execute("SELECT code FROM read_parquet(?)", [str(findings)]).fetchall()
    assert ("SC01",) in codes


def test_an_interrupted_run_judges_nothing_across_forms(
    hebiao: Hebiao, twice: str, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hebiao.batch.together.across", interrupted)
    answer = hebiao("check", twice, "--out", "结果", "--report", "text,json")

    assert 130 == answer.exit_code
    assert "再运行一次同样的命令" in answer.stderr
    assert "跨表核对要等所有文件核查完才做" in (folder / "结果" / "核查报告.txt").read_text("utf-8")
    written = json.loads((folder / "结果" / "核查结果.json").read_text(encoding="utf-8"))
    assert (None, 1) == (written["across"], len(written["files"]))
