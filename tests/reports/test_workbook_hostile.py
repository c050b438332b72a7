"""The workbook and whatever a file, its name or the disk may hold against it."""

import resource
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reports.conftest import Make, Result

from hebiao.check import CheckResult, Status, Trouble
from hebiao.reports.workbook import Workbook, sheet
from hebiao.reports.workbook.cell import LONGEST_TEXT, fits_a_number, safe_text
from hebiao.reports.workbook.links import address

STATED = "J2"


def findings(path: Path, *results: CheckResult) -> Worksheet:
    with Workbook(path) as book:
        for each in results:
            book.add(each)
    return load_workbook(path)["问题清单"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"],
)
def test_what_looks_like_a_formula_stays_text(
    text: str, tmp_path: Path, result: Result, finding: Make
):
    cell = findings(tmp_path / "台账.xlsx", result(finding(stated=text)))[STATED]

    assert ("inlineStr", text) == (cell.data_type, cell.value) or ("s", text) == (
        cell.data_type,
        cell.value,
    )
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "text",
    [
        "<r><t>粗</t></r>",
        "<r></is></c><c><f>1+1</f></c></r>",
        "<script>alert(1)</script>",
        "&amp; ]]> \"'",
    ],
)
def test_markup_is_text(text: str, tmp_path: Path, result: Result, finding: Make):
    path = tmp_path / "台账.xlsx"
    cell = findings(path, result(finding(stated=text)))[STATED]

    assert text == str(cell.value).rstrip()
    assert not formulas(path)


def formulas(path: Path) -> list[str]:
    """The formulas of the list of findings."""
    with ZipFile(path) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    return [str(found.text) for found in root.iter("{*}f")]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("甲\x00\x07乙", "甲\ufffd\ufffd乙"),
        ("\ud800", "\ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("一\r\n二\r三", "一\n二\n三"),
    ],
)
def test_what_xml_forbids_is_replaced(text: str, safe: str):
    assert safe == safe_text(text)


@pytest.mark.parametrize("char", ["字", "𠀀"])
def test_what_is_too_long_is_cut_and_says_so(char: str):
    text = safe_text(char * 40_000)

    assert len(text.encode("utf-16-le")) // 2 in (LONGEST_TEXT, LONGEST_TEXT - 1)
    assert text.endswith("……（原文共 40000 字，超出一个单元格的上限，以下从略）")


def test_a_report_in_a_cell_does_not_fill_the_page(tmp_path: Path, result: Result, finding: Make):
    page = findings(tmp_path / "台账.xlsx", result(finding(stated="字" * 3_000)))

    assert "字" * 3_000 == page[STATED].value
    assert page.row_dimensions[2].height < 250


@pytest.mark.parametrize(
    ("figure", "fits"),
    [("95.62", True), ("1234567890123456", False), ("1E+400", False), ("0", True)],
)
def test_a_figure_excel_would_alter_is_no_number(figure: str, fits: bool):
    assert fits is fits_a_number(Decimal(figure))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("报送 材料/甲.docx", "报送%20材料/甲.docx"),
        ("85%#1.docx", "85%25%231.docx"),
        ("a%20b.docx", "a%2520b.docx"),
        ("javascript:x.docx", "javascript%3Ax.docx"),
        ("../上级/乙.docx", "../上级/乙.docx"),
        ("控\n制.docx", None),
        ("x" * 2_100, None),
        ("", None),
    ],
)
def test_an_address_is_relative_and_escaped(name: str, expected: str | None, tmp_path: Path):
    path = str(tmp_path / name) if name else ""

    assert expected == address(path, tmp_path)


def test_the_rows_of_a_file_link_to_it(tmp_path: Path, result: Result, finding: Make):
    path = str(tmp_path / "报送 材料" / "甲#1.docx")
    found = replace(result(finding(), finding(code="SC02")), path=path)
    (tmp_path / "结果").mkdir()

    page = findings(tmp_path / "结果" / "台账.xlsx", found)

    assert ["..\\报送%20材料\\甲%231.docx"] * 2 == [
        page[cell].hyperlink.target for cell in ("B2", "B3")
    ]
    assert "甲#1.docx" == page["B2"].value


def test_a_file_that_is_not_there_has_no_link(tmp_path: Path):
    missing = CheckResult("无.docx", "", Status.UNREADABLE, Trouble("missing", "找不到。"), ())
    with Workbook(tmp_path / "台账.xlsx") as book:
        book.add(missing)

    cell = load_workbook(tmp_path / "台账.xlsx")["项目总览"]["B2"]

    assert ("无.docx", None) == (cell.value, cell.hyperlink)


def test_a_mistake_on_the_way_leaves_the_old_workbook_and_nothing_else(
    tmp_path: Path, clean: CheckResult
):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"old")

    def write_and_fail() -> None:
        with Workbook(path) as book:
            book.add(clean)
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()

    assert [path] == list(tmp_path.iterdir())
    assert b"old" == path.read_bytes()


def test_a_folder_that_is_not_there_is_noticed_before_the_first_result(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Workbook(tmp_path / "没有" / "台账.xlsx")


@pytest.fixture
def small_disk() -> Iterator[None]:
    """No file can grow beyond 4 KB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_leaves_nothing(tmp_path: Path, clean: CheckResult):
    path = tmp_path / "台账.xlsx"

    with pytest.raises(OSError, match="large") as caught, Workbook(path) as book:
        book.add(clean)

    assert str(path) == caught.value.filename
    assert [] == list(tmp_path.iterdir())


def test_where_excel_allows_no_more_links_the_names_go_on(
    tmp_path: Path, result: Result, finding: Make, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sheet, "MOST_LINKS", 1)

    page = findings(tmp_path / "台账.xlsx", result(finding(), finding(code="SC02")))

    assert page["B2"].hyperlink
    assert ("图书室.docx", None) == (page["B3"].value, page["B3"].hyperlink)
