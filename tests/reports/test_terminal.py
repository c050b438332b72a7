"""The report a person reads: plain sentences, in the layout of the messages, on 80 columns."""

from dataclasses import replace
from textwrap import dedent

import pytest
from tests.reports.conftest import Make, Result
from tests.written import written

from hebiao.check import CheckResult, Status, Trouble, Unchecked, check
from hebiao.layouts import CellPlace, TextPlace, Unread, known_layouts
from hebiao.reports.about import About
from hebiao.reports.columns import width
from hebiao.reports.line import plain
from hebiao.reports.terminal import Screen, text_report
from hebiao.rules import CATALOGUE, Confidence, Severity
from hebiao.sample import sample_content, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def report(*results: CheckResult, columns: int = 80, quiet: bool = False, skipped: int = 0) -> str:
    blocks = text_report(results, Screen(columns, quiet), About(skipped=skipped))
    return "\n".join(plain(lines) for lines in blocks)


def unreadable(path: str = "坏.docx") -> CheckResult:
    trouble = Trouble("not_zip", "这不是 Word 文档（.docx），或已损坏。请检查文件后再试。")
    return CheckResult(path, "", Status.UNREADABLE, trouble, ())


def test_a_file_its_form_a_finding_and_the_end(result: Result, finding: Make):
    assert dedent("""\
        报送/图书室.docx                              1 张自评表  错误 1  警告 0  提示 0
        ────────────────────────────────────────────────────────────────────────────────

        表1 社区图书室设备更新项目                                错误 1  警告 0  提示 0
            单位 滨江市文化和旅游局，滨江市图书馆
            总分 填 96.06，按各项得分重算为 96.06

        SC01 总分与各项得分之和不符                                          矛盾 · 确定
          表1 第17行 第5列 总分
          | 总分 | 96.06分 |
                   ^^^^^^^
          总分填 96.06，应为 95.06
          算法 17.06 + 40 + 38 = 95.06
          相关 表1 第6、8–9行第13列
          建议 请重新加总。
          依据 总分为各项得分之和                                    hebiao explain SC01

        合计 1 个文件，1 张自评表：错误 1 处，警告 0 处，提示 0 处。
          · 错误：表内所填的数字相互矛盾，请对照所列单元格和算式改正其中填错的一个。""") == report(
        result(finding())
    )


def test_a_form_without_findings_says_so(clean: CheckResult):
    text = report(clean)

    assert "  没有发现问题。" in text.splitlines()
    assert "内容是否属实仍须人工审核" in text


def test_the_gravest_findings_come_first(result: Result, finding: Make):
    text = report(
        result(
            finding(code="PI03", severity=Severity.NOTE),
            finding(code="RS01", severity=Severity.WARNING),
            finding(code="FD01", severity=Severity.ERROR),
        )
    )

    assert text.index("FD01") < text.index("RS01") < text.index("PI03")


@pytest.mark.parametrize(
    ("severity", "confidence", "verdict"),
    [
        (Severity.ERROR, Confidence.HIGH, "矛盾 · 确定"),
        (Severity.WARNING, Confidence.MEDIUM, "不合规定 · 较确定"),
        (Severity.NOTE, Confidence.LOW, "提示 · 存疑"),
    ],
)
def test_a_verdict_is_in_words(
    result: Result, finding: Make, severity: Severity, confidence: Confidence, verdict: str
):
    assert verdict in report(result(finding(severity=severity, confidence=confidence)))


def test_a_finding_in_the_prose_names_the_paragraph(result: Result, finding: Make):
    at = TextPlace(3, "自评得分为96.06分")

    lines = report(result(finding(at=at, stated="96.06", related=(at,)))).splitlines()

    assert "  第3段" in lines
    assert "  自评得分为96.06分" in lines
    assert "            ^^^^^" in lines
    assert [] == [line for line in lines if "相关" in line]


def test_a_rule_that_could_not_judge_is_listed_once_with_its_reason(result: Result):
    unchecked = Unchecked("SC01", "表内没有写总分，或总分读不出")

    text = report(result(not_checked=(unchecked, unchecked)))

    assert 1 == text.count("未核对 SC01 表内没有写总分，或总分读不出")
    assert "没有核对不等于没有问题" in text


def test_cells_nobody_understood_are_listed(clean: CheckResult):
    cells = tuple(
        Unread(at=CellPlace(1, row, 2, ""), text=f"备注{row}\n某某") for row in range(1, 8)
    )
    form = clean.forms[0]
    form = replace(form, form=form.form.model_copy(update={"unread": cells}))

    text = report(replace(clean, forms=(form,)))

    assert "未识别 7 个单元格不知属于哪一栏：第1行第2列“备注1" in text
    assert "第5行" in text
    assert "第6行" not in text


def test_a_total_that_is_missing_is_said(clean: CheckResult):
    form = clean.forms[0]
    without = form.form.model_copy(update={"total": None})

    text = report(replace(clean, forms=(replace(form, form=without),)))

    assert "总分 没有填写或读不出，按各项得分重算为 96.06" in text


def test_names_that_are_missing_are_said():
    blank = {"project": " ", "department": " ", "implementing_unit": "", "funding.1.score": ""}
    text = report(check(written(blank), rules=()))

    assert "表1 （没有填写项目名称）" in text
    assert "单位 没有填写" in text
    assert "各项得分不全，无法重算" in text


def test_a_file_that_cannot_be_read_says_why_and_what_to_do():
    text = report(unreadable())

    assert "坏.docx" in text
    assert "请检查文件后再试" in text
    assert "有 1 个文件无法读取" in text


def test_a_document_without_a_form_says_so():
    trouble = Trouble("no_form", "文档里有 1 个表格，但没有一个认得出是绩效自评表。")
    text = report(CheckResult("a.docx", "", Status.NO_FORM, trouble, ()))

    assert "没有自评表" in text
    assert "有 1 个文件里没有认出自评表" in text


def test_files_passed_over_are_counted(clean: CheckResult):
    assert "有 3 个隐藏文件或 Word 临时文件" in report(clean, skipped=3)


def test_a_quiet_report_is_one_line_a_file(result: Result, finding: Make):
    text = report(result(finding(), finding()), unreadable(), quiet=True, columns=100)

    first, second = text.splitlines()
    assert first.startswith("报送/图书室.docx")
    assert first.endswith("1 张自评表  错误 2  警告 0  提示 0")
    assert second.startswith("坏.docx：这不是 Word 文档")


@pytest.mark.parametrize("columns", [1, 40, 61, 80, 100])
def test_no_line_is_wider_than_the_page(result: Result, finding: Make, columns: int):
    long = "很长的说法，" * 20
    results = [
        result(
            finding(title=long, message=long, formula="1 + 2" * 40, basis=long, advice=long),
            not_checked=(Unchecked("SC01", long),),
        ),
        replace(unreadable("很长的文件夹名/" * 12), problem=Trouble("x", long)),
        check(
            write_forms(
                [sample_content(rule.bad) for rule in CATALOGUE if rule.sample == "hubei"], HUBEI
            )
        ),
    ]

    lines = report(*results, columns=columns).splitlines()

    assert [] == [line for line in lines if width(line) > max(columns, 40)]


def test_a_file_of_an_old_format_says_where_its_rows_are_counted(clean: CheckResult):
    shown = "\n".join(map(plain, text_report([replace(clean, converted_from="old_doc")])))

    assert "经 LibreOffice 转换后读取" in shown
