"""A reviewer's own words stand in the findings, filled in from each; mistakes are said."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.config.conftest import Write
from tests.written import written

from hebiao.check import check
from hebiao.config import Settings, rules_of
from hebiao.config.wording import read_wordings
from hebiao.errors import UsageError
from hebiao.records import SelfEvaluation
from hebiao.rules import Policy, Problem, Severity, find_rule
from hebiao.rules.worded import worded
from hebiao.rules.wording import Wording

FIGURES = {
    "message": "总分填 98.06，应为 96.06", "stated": "98.06分", "expected": "96.06",
    "formula": "18 + 78.06 = 96.06", "title": "总分不符", "project": "图书室", "label": "总分",
}  # fmt: skip
BARE = FIGURES | {"expected": "", "formula": ""}


def said(template: str, **changes: str) -> str:
    return worded(template, FIGURES | changes, "原话")


@pytest.mark.parametrize("name", FIGURES)
def test_a_placeholder_is_filled_in(name: str):
    assert f"见{FIGURES[name]}。" == said(f"见{{{name}}}。")


def test_braces_of_full_width_and_blanks_in_them_are_understood():
    assert "填98.06分" == said("填｛ stated ｝")


def test_figures_are_put_in_as_they_are():
    assert "填{expected}，。" == said("填{stated}。", stated="{expected}，")


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("填{stated}，应为{expected}。", "填98.06分。"),
        ("填{stated}，应为{expected}（{formula}）。请改。", "填98.06分。请改。"),
        ("填{stated}（{formula}），请改", "填98.06分，请改"),
        ("填{stated}(算法 {formula}，见表)。", "填98.06分。"),
        ("应为{expected}。请改。", "请改。"),
        ("填{stated}，应为{expected}", "填98.06分"),
        ("请改。应为{expected}，算法{formula}", "请改。"),
        ("填{stated}（见表，第1行），应为{expected}；请改", "填98.06分（见表，第1行）；请改"),
        ("{title}：{expected}", "原话"),
    ],
)
def test_what_depends_on_a_figure_that_is_not_there_is_left_out(template: str, sentence: str):
    assert sentence == worded(template, BARE, "原话")


def test_without_a_template_the_words_of_the_program_stay():
    assert "原话" == worded(None, FIGURES, "原话")


def test_a_finding_speaks_in_the_words_of_the_office():
    wording = Wording("{project}的{label}填{stated}，应为{expected}。", "请 {expected} 重报")
    rules = rules_of(Settings(codes=frozenset({"SC01"}), wordings={"SC01": wording}))

    (found,) = check(written({"total": "98.06分"}), rules=rules).findings

    assert "社区图书室设备更新项目的总分填98.06分，应为96.06。" == found.message
    assert "请 96.06 重报" == found.advice


def test_our_own_fault_is_not_said_in_other_words():
    def crashing(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
        raise ZeroDivisionError(form.layout)

    broken = replace(find_rule("SC01"), check=crashing, wording=Wording("总分有误"))

    (found,) = check(written({}), rules=[broken]).findings

    assert "程序出错" in found.message


def test_a_rule_set_to_a_note_reports_no_more_than_a_note():
    rules = rules_of(Settings(codes=frozenset({"SC01"}), severities={"SC01": Severity.NOTE}))

    (found,) = check(written({"total": "98.06分"}), rules=rules).findings

    assert Severity.NOTE is found.severity


def test_a_file_of_wordings_is_read(write: Write):
    path = write('[SC01]\nproblem = "甲{stated}"\n[fd01]\nadvice = "乙"', "措辞.toml")

    assert {"SC01": Wording("甲{stated}"), "FD01": Wording(None, "乙")} == read_wordings(path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[SC01", "不是有效的 TOML"),
        ('[total_scor]\nadvice = "甲"', "没有规则 total_scor，是不是 total_score_mismatch"),
        ('[SC01]\nproblm = "甲"', "[SC01] 里没有 problm 这个键，是不是 problem？"),
        ("[SC01]\nproblem = 1", "[SC01] problem 应为带引号的文字，现在是数"),
        ('SC01 = "甲"', "SC01 应为一节"),
        (
            '[SC01]\nproblem = "填{statd}"',
            "[SC01] problem 里的 {statd} 不知道代表什么，是不是 stated？",
        ),
        ('[SC01]\nadvice = "{甲}"', "[SC01] advice 里的 {甲} 不知道代表什么，可用的有 message、"),
        ('[SC01]\nproblem = "填{stated"', "[SC01] problem 里的花括号没有成对"),
    ],
)
def test_a_mistake_is_said_with_the_remedy(write: Write, text: str, sentence: str):
    path = write(text, "措辞.toml")

    with pytest.raises(UsageError) as error:
        read_wordings(path)

    assert sentence in str(error.value)
    assert str(error.value).startswith(f"措辞文件 {path} ")


def workbook(folder: Path, *rows: tuple[object, ...]) -> Path:
    path = folder / "措辞.xlsx"
    book = Workbook()
    (sheet,) = book.worksheets
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_worksheet_is_read_by_its_columns(tmp_path: Path):
    path = workbook(
        tmp_path,
        ("备注", "建议", " 代码", "标题", "问题"),
        (None, "请改", "SC01", "总分不符", "填{stated}"),
        (None, None, None, None, None),
        ("待定", None, "FD01", None, 2024),
    )

    assert {"SC01": Wording("填{stated}", "请改"), "FD01": Wording("2024")} == read_wordings(path)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "没有“代码”这一列"),
        ([("编号", "问题")], "第 1 行的“编号”不是已知的列名，可用的有 代码、"),
        ([("代码", "备注")], "第 1 行没有“问题”或“建议”这一列"),
        ([("代码", "建意")], "第 1 行的“建意”不是已知的列名，可用的有 代码、"),
        ([("代码", "问题", "问题")], "第 1 行有两个“问题”"),
        ([("代码", "问题"), (None, "甲")], "第 2 行没有写代码"),
        ([("代码", "问题"), ("SC01", "甲"), ("sc01", "乙")], "第 3 行的 sc01 前面已经有了"),
        (
            [("代码", "问题"), ("total_scor", "甲")],
            "没有规则 total_scor，是不是 total_score_mismatch",
        ),
        ([("代码", "问题"), ("SC01", "{statd}")], "[SC01] problem 里的 {statd} 不知道代表什么"),
    ],
)
def test_a_mistake_in_a_worksheet_is_said_with_the_remedy(
    tmp_path: Path, rows: list[tuple[object, ...]], sentence: str
):
    path = workbook(tmp_path, *rows)

    with pytest.raises(UsageError) as error:
        read_wordings(path)

    assert sentence in str(error.value)
    assert str(error.value).startswith(f"措辞文件 {path} ")


def test_a_file_that_is_no_workbook_is_said(write: Write):
    with pytest.raises(UsageError, match=r"读不了，请用 Excel 或 WPS 另存为 \.xlsx"):
        read_wordings(write("不是表格", "措辞.xls"))


def test_it_is_said_what_to_install_for_a_worksheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = workbook(tmp_path, ("代码", "问题"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(UsageError, match=r'pip install "hebiao\[excel\]"，或改用 \.toml'):
        read_wordings(path)
