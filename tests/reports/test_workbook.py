"""The workbook, read back with openpyxl: what stands where, as what, and how it is used."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook as Read
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from syrupy.assertion import SnapshotAssertion
from tests.reports.conftest import Make, Result

from hebiao.check import CheckResult, Status, Trouble, Unchecked, Waived, check
from hebiao.layouts import CellPlace, Unread, known_layout
from hebiao.reports.workbook import Workbook, sheet
from hebiao.rules import Severity
from hebiao.sample import SAMPLES, write_forms

Written = Callable[..., Read]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes results to a workbook and opens it again."""

    def write(*results: CheckResult) -> Read:
        with Workbook(tmp_path / "核查台账.xlsx") as book:
            for each in results:
                book.add(each)
        return load_workbook(tmp_path / "核查台账.xlsx")

    return write


def unreadable(code: str = "not_zip") -> CheckResult:
    trouble = Trouble(code, "这不是 Word 文档。请检查文件后再试。")
    return CheckResult("报送/坏.docx", "", Status.UNREADABLE, trouble, ())


def checked(layout: str, **changes: str) -> CheckResult:
    content = {**SAMPLES[layout], **changes}
    result = check(write_forms([content], known_layout(layout)))
    return replace(result, path=f"报送/{layout}.docx")


def rows(page: Worksheet) -> list[dict[str, object]]:
    """The rows below the header, each by the titles of its columns; the sums left out."""
    head, *others = page.iter_rows(values_only=True)
    named = [dict(zip(map(str, head), row, strict=True)) for row in others]
    return [row for row in named if "合计" != next(iter(row.values()))]


def as_text(book: Read) -> str:
    """Every sheet as text, a row a line, empty cells left out."""
    lines = []
    for page in book:
        lines.append(f"== {page.title}")
        found = page.iter_rows(values_only=True)
        lines += (" | ".join(str(value) for value in row if value is not None) for row in found)
    return "\n".join(lines)


def test_the_sheets_stand_in_the_order_they_are_read(written: Written, clean: CheckResult):
    assert [
        "项目总览",
        "问题清单",
        "跨表核对",
        "预算执行",
        "指标明细",
        "已豁免",
        "未识别单元格",
        "规则说明",
    ] == written(clean).sheetnames


def test_a_form_without_findings(written: Written, clean: CheckResult, snapshot: SnapshotAssertion):
    assert snapshot == as_text(written(clean))


def test_a_form_with_findings(written: Written, snapshot: SnapshotAssertion):
    bad = {"total": "98", "funding.1.execution_rate": "58%", "indicators.6.reason": ""}

    assert snapshot == as_text(written(checked("mof", **bad)))


def test_a_form_has_its_totals_as_numbers(written: Written):
    (row,) = rows(written(checked("mof", total="98"))["项目总览"])

    assert (98, 97, 1) == (row["填报总分"], row["重算总分"], row["差额"])


def test_lights_are_counts(written: Written, result: Result, finding: Make):
    found = result(finding(), finding(code="SC02"), finding(severity=Severity.NOTE))

    page = written(found)["项目总览"]
    (row,) = rows(page)

    assert (2, 0, 1) == (row["错误"], row["警告"], row["提示"])
    assert "FFFFC7CE" == page["G2"].fill.fgColor.rgb
    assert page["H2"].fill.fill_type is None


def test_the_sum_follows_the_filter(written: Written, result: Result, finding: Make):
    page = written(result(finding()), result(finding()))["项目总览"]

    assert ("合计", "=SUBTOTAL(109,G2:G3)") == (page["A4"].value, page["G4"].value)
    assert "A1:S3" == page.auto_filter.ref


def test_a_file_that_was_not_read_has_a_row_that_says_why(written: Written):
    (row,) = rows(written(unreadable())["项目总览"])

    assert ("坏.docx", "报送", "无法读取") == (row["文件"], row["文件夹"], row["状态"])
    assert "这不是 Word 文档。请检查文件后再试。" == row["说明"]


def test_what_was_not_judged_is_told(written: Written, result: Result):
    unchecked = tuple(Unchecked(code, "没有分值") for code in ("PI01", "PI02"))

    (row,) = rows(written(result(not_checked=unchecked))["项目总览"])

    assert "未核对 PI01、PI02：没有分值" == row["说明"]


def test_findings_of_one_cause_stand_together_the_cause_first(written: Written):
    total = {"total": "98.06分", "summary.total": "98.06"}

    found = rows(written(checked("hubei", **total))["问题清单"])
    lead, *others = [row for row in found if row["判断"]]

    assert "SC01" == lead["编号"]
    assert others
    assert {True} == {f"与第 {lead['序号']} 条同因" in str(row["判断"]) for row in others}


def test_a_finding_tells_all_that_is_known(written: Written, result: Result, finding: Make):
    (row,) = rows(written(result(finding(likely="总分 96.06 像是笔误")))["问题清单"])

    assert {
        "序号": 1,
        "文件": "图书室.docx",
        "单位": "滨江市文化和旅游局，滨江市图书馆",
        "项目": "社区图书室设备更新项目",
        "编号": "SC01",
        "问题类型": "总分与各项得分之和不符",
        "程度": "错误",
        "可信度": "确定",
        "位置": "表1 第17行 第5列 总分",
        "填写": "96.06分",
        "应为": "95.06",
        "问题": "总分填 96.06，应为 95.06",
        "算法": "17.06 + 40 + 38 = 95.06",
        "判断": "总分 96.06 像是笔误",
        "依据": "总分为各项得分之和",
        "建议": "请重新加总。",
        "整改情况": None,
        "备注": None,
    } == row


def test_what_was_done_is_chosen_from_a_list(written: Written, result: Result, finding: Make):
    page = written(result(finding(), finding(code="SC02")))["问题清单"]
    (choice,) = page.data_validations.dataValidation

    assert '"待整改,已整改,属实不改,误报"' == choice.formula1
    assert "Q2:Q3" == str(choice.sqref)


@pytest.mark.parametrize("name", ["项目总览", "问题清单", "预算执行", "指标明细", "已豁免"])
def test_sheets_are_filtered_and_printed_across(written: Written, clean: CheckResult, name: str):
    page = written(clean)[name]

    assert page.auto_filter.ref.startswith("A1:")
    assert page.freeze_panes.endswith("2")
    assert ("landscape", 9) == (page.page_setup.orientation, page.page_setup.paperSize)
    assert (True, 0) == (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight)
    assert "$1:$1" == page.print_title_rows


def test_amounts_are_in_one_unit(written: Written):
    form = checked("yunnan")

    first = rows(written(form)["预算执行"])[0]
    stated = form.forms[0].form.funding.lines[0].budget

    assert "元" == form.forms[0].form.funding.money
    assert stated.value.value / 10_000 == pytest.approx(first["全年预算（万元）"])


def test_rates_are_shares_and_computed_again(written: Written):
    page = written(checked("mof", **{"funding.1.execution_rate": "85.3%"}))["预算执行"]
    first = rows(page)[0]

    assert (0.853, 0.85) == (first["填报执行率"], first["重算执行率"])
    assert "0.00%" == page["J2"].number_format


def test_an_amount_that_cannot_be_read_stays_as_written(written: Written):
    first = rows(written(checked("mof", **{"funding.1.executed": "约一百"}))["预算执行"])[0]

    assert "约一百" == first["执行数（万元）"]


def test_a_target_is_taken_apart(written: Written):
    found = rows(written(checked("mof"))["指标明细"])
    people = next(row for row in found if row["三级指标"] == "受益农户")

    assert ("≥3000户", "≥", 3000, "户") == (
        people["指标值"],
        people["比较"],
        people["目标值"],
        people["目标单位"],
    )
    assert (2700, 15, 13.5) == (people["完成值"], people["分值"], people["得分"])


def test_waived_findings_stand_apart_with_the_reason(
    written: Written, clean: CheckResult, finding: Make
):
    form = replace(clean.forms[0], waived=(Waived(finding(), "已函复", 3),))

    book = written(replace(clean, forms=(form,)))
    (row,) = rows(book["已豁免"])

    assert ("SC01", "已函复", "第 3 条") == (row["编号"], row["豁免理由"], row["豁免条目"])
    assert "没有发现问题" in str(book["问题清单"]["A2"].value)


def test_cells_nobody_understood_are_listed(written: Written, clean: CheckResult):
    unread = Unread(CellPlace(1, 4, 2, ""), "来历不明")
    form = clean.forms[0].form.model_copy(update={"unread": (unread,)})
    result = replace(clean, forms=(replace(clean.forms[0], form=form),))

    (row,) = rows(written(result)["未识别单元格"])

    assert (1, 4, 2, "来历不明") == tuple(row.values())[3:]


def test_rules_that_found_something_are_explained(written: Written, result: Result, finding: Make):
    first = rows(written(result(finding(), finding(severity=Severity.NOTE)))["规则说明"])[0]

    assert ("SC01", 1, 0, 1) == (first["编号"], first["错误"], first["警告"], first["提示"])
    assert first["核对什么"]


def test_what_does_not_fit_goes_on_in_the_next_sheet(
    written: Written, result: Result, finding: Make, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sheet, "MOST_ROWS", 2)

    book = written(*(result(finding()) for _ in range(5)))
    pages = [book[name] for name in ("问题清单", "问题清单2", "问题清单3")]

    assert [[1, 2], [3, 4], [5]] == [[row["序号"] for row in rows(page)] for page in pages]
    assert ["A1:R3", "A1:R3", "A1:R2"] == [page.auto_filter.ref for page in pages]
    assert "Q2" == str(pages[2].data_validations.dataValidation[0].sqref)


def test_the_same_results_give_the_same_bytes(tmp_path: Path, result: Result, finding: Make):
    for name in ("一.xlsx", "二.xlsx"):
        with Workbook(tmp_path / name) as book:
            book.add(result(finding()))

    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_every_layout_goes_through_every_sheet(written: Written):
    book = written(*(checked(layout) for layout in SAMPLES))

    assert len(SAMPLES) == len(rows(book["项目总览"]))
    assert {f"{layout}.docx" for layout in SAMPLES} == {
        row["文件"] for row in rows(book["指标明细"])
    }
