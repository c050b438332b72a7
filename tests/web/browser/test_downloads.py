"""What is downloaded from the page opens, and is of the projects that were checked."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from tests.web.browser.stage import checked, form

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHOLE = {
    "台账": ".xlsx", "报告": ".html", "批注": ".zip", "意见书": ".docx", "JSON": ".json",
}  # fmt: skip


@pytest.fixture
def done(page: Page, wrong: dict[str, bytes]) -> Page:
    checked(page, wrong)
    return page


def downloaded(page: Page, name: str) -> Path:
    """Press a button of the downloads; the file, by the name it is offered under."""
    with page.expect_download() as download:
        page.locator("#downloads").get_by_role("button", name=name).click()
    found = download.value.path().with_name(download.value.suggested_filename)
    download.value.save_as(found)
    return found


def text_of(document: Path) -> str:
    opened = Document(str(document))
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def test_the_ledger_is_a_workbook_of_the_findings(done: Page):
    book = load_workbook(downloaded(done, "台账"))

    texts = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}
    assert {"FD01", "SC01"} <= texts


def test_the_report_is_a_page_of_the_project(done: Page):
    page = downloaded(done, "报告").read_text(encoding="utf-8")

    assert page.startswith("<!DOCTYPE html>")
    assert "社区图书室设备更新项目" in page


def test_the_copies_have_comments(done: Page):
    with zipfile.ZipFile(downloaded(done, "批注")) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(".docx")]
        with archive.open(name) as copy, zipfile.ZipFile(copy) as word:
            comments = word.read("word/comments.xml").decode()

    assert "FD01" in comments


def test_the_letter_is_a_word_file_to_the_unit(done: Page):
    letter = text_of(downloaded(done, "意见书"))

    assert "社区图书室设备更新项目" in letter
    assert "86.3%" in letter


def test_the_json_is_that_of_the_program(done: Page):
    report = json.loads(downloaded(done, "JSON").read_text(encoding="utf-8"))

    codes = {
        each["code"] for file in report["files"] for f in file["forms"] for each in f["findings"]
    }
    assert {"FD01", "SC01"} == codes


def test_only_the_projects_shown_are_downloaded_if_asked_for(page: Page, wrong: dict[str, bytes]):
    checked(page, {**wrong, "另一个.docx": form(project="另一个项目", total="99分")})
    page.fill("#find", "另一个")

    page.get_by_label("只下载下面清单里显示的项目").check()

    report = json.loads(downloaded(page, "JSON").read_text(encoding="utf-8"))
    forms = [form["project"] for file in report["files"] for form in file["forms"]]
    assert ["另一个项目"] == forms


def test_before_there_is_anything_the_buttons_say_why_they_do_nothing(page: Page):
    button = page.locator("#downloads").get_by_role("button", name="台账")

    button.press("Enter")

    expect(button).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#downloads-reason")).to_have_text("放入文件、核查完以后才能下载。")


@pytest.mark.usefixtures("refused")
def test_a_download_that_fails_says_why(page: Page):
    checked(page, {"好.docx": form()})

    page.locator("#downloads").get_by_role("button", name="意见书").click()

    expect(page.locator("#downloads-failed")).to_contain_text("没有下载成：")
    assert len(page.locator("#downloads-failed").text_content() or "") > 12
