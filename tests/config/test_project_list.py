"""The office's list of projects is read from .xlsx or .csv, whatever the order of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from hebiao.config import read_list
from hebiao.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.rules.across import ListedProject


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "清单.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(folder: Path, rows: list[list[Any]], number_format: str = "General") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.number_format = number_format
    path = folder / "清单.xlsx"
    book.save(path)
    return path


def projects(path: Path) -> list[tuple[int, str, str, str, str]]:
    return [
        (each.row, each.project, each.unit, *(_amounts(each))) for each in read_list(path).projects
    ]


def _amounts(row: ListedProject) -> tuple[str, str]:
    budget, executed = (f"{f.value:f}" if f else "" for f in (row.budget, row.executed))
    return budget, executed


def test_titles_blank_rows_and_totals_are_passed_over_and_units_carried_down(tmp_path: Path):
    path = xlsx(
        tmp_path,
        [
            ["2024年度项目清单", None, None, None, None],
            ["序号", "执行数", "单位名称", "项目名称", "预算数"],
            [1, 85.31, "市图书馆", "图书室设备更新", 100],
            [2, 20, None, "读者服务", 30],
            [None, 105.31, "市图书馆小计", None, 130],
            [None] * 5,
            [3, 7, "市文化馆", "群众演出", 7],
            [None, 112.31, None, "合 计", 137],
        ],
    )

    assert [
        (3, "图书室设备更新", "市图书馆", "100", "85.31"),
        (4, "读者服务", "市图书馆", "30", "20"),
        (7, "群众演出", "市文化馆", "7", "7"),
    ] == projects(path)


@pytest.mark.parametrize("separator", [",", ";", "\t", "；"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_any_usual_encoding(tmp_path: Path, separator: str, encoding: str):
    lines = (("项目名称", "单位"), ("读者服务", "市图书馆"))
    text = "\r\n".join(separator.join(line) for line in lines)

    assert [(2, "读者服务", "市图书馆", "", "")] == projects(csv(tmp_path, text, encoding))


def test_thousands_in_a_table_from_excel_are_no_columns(tmp_path: Path):
    text = "项目名称\t预算数\t执行数\n读者服务\t1,234,567.50\t1,234,567.00"

    assert [(2, "读者服务", "", "1234567.50", "1234567.00")] == projects(csv(tmp_path, text))


@pytest.mark.parametrize(
    ("header", "budget"),
    [
        ("预算数（元）", "130.0000"),
        ("预算数元", "130.0000"),
        ("全年预算数(万元)", "1300000"),
        ("调整后预算数", "1300000"),
        ("预算金额（亿元）", "13000000000"),
    ],
)
def test_the_header_says_the_unit_of_its_amounts(tmp_path: Path, header: str, budget: str):
    assert [(2, "读者服务", "", budget, "")] == projects(
        csv(tmp_path, f"项目名称,{header}\n读者服务,1300000")
    )


def test_a_line_above_the_header_says_the_unit_of_those_that_do_not(tmp_path: Path):
    text = "清单（金额单位：元）,,\n项目名称,预算数,执行数（万元）\n读者服务,1300000,100"

    assert [(3, "读者服务", "", "130.0000", "100")] == projects(csv(tmp_path, text))


def test_thousands_full_width_digits_and_strokes_are_read_as_in_a_form(tmp_path: Path):
    text = '项目名称,预算数,执行数\n读者服务,"1,234.50",／\n群众演出,１２．５,'

    assert [
        (2, "读者服务", "", "1234.50", ""),
        (3, "群众演出", "", "12.5", ""),
    ] == projects(csv(tmp_path, text))


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        (85.3, "0.00", "85.30"),
        (85.3, "General", "85.3"),
        (0.1 + 0.2, "General", "0.3"),
        (85.314, "#,##0.00", "85.314"),
        (100, "0.00", "100"),
    ],
)
def test_a_number_of_a_sheet_is_as_precise_as_it_is_shown(
    tmp_path: Path, value: float, number_format: str, written: str
):
    path = xlsx(tmp_path, [["项目名称", "预算数"], ["读者服务", value]], number_format)

    assert [(2, "读者服务", "", written, "")] == projects(path)


def test_the_unit_that_spends_goes_before_its_department(tmp_path: Path):
    text = (
        "主管部门,实施单位,项目名称\n教育局,第一小学,校舍维修\n,第二小学,校舍维修\n水利局,,水库除险"
    )

    units = [unit for _, _, unit, *_ in projects(csv(tmp_path, text))]

    assert ["第一小学", "第二小学", "水利局"] == units


def test_the_budget_at_the_start_of_the_year_and_the_rate_are_no_such_columns(tmp_path: Path):
    text = "项目名称,年初预算数,预算执行率\n读者服务,100,85%"

    assert [(2, "读者服务", "", "", "")] == projects(csv(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("单位,预算数\n市图书馆,100", "没有“项目名称”一列"),
        ("", "没有“项目名称”一列"),
        ("项目名称,预算数\n", "一个项目也没有"),
        ("项目名称,预算数（万元）\n读者服务,约100", "第 2 行“预算数(万元)”一列：“约100”中"),
        ("项目名称,预算数\n,100", "第 2 行没有写项目名称"),
        ('项目名称\n"读者服务', "引号是否成对"),
    ],
)
def test_what_cannot_be_read_is_said_with_row_and_column(tmp_path: Path, text: str, sentence: str):
    with pytest.raises(UsageError, match=r"^项目清单 .*清单\.csv") as error:
        read_list(csv(tmp_path, text))

    assert sentence in str(error.value)


@pytest.mark.parametrize("name", ["没有.csv", "没有.xlsx"])
def test_a_list_that_is_not_there_is_said_so(tmp_path: Path, name: str):
    with pytest.raises(UsageError, match="找不到项目清单"):
        read_list(tmp_path / name)


def test_a_file_that_only_has_the_name_of_a_workbook_is_said_so(tmp_path: Path):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(b"no workbook")

    with pytest.raises(UsageError, match="读不了，请用 Excel 或 WPS 另存为"):
        read_list(path)
