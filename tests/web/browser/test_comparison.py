"""The files of the list and an earlier or later submission of them, side by side."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from tests.web.browser.stage import checked, drop, form

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def comparison(page: Page) -> Page:
    """A form whose rate was mended and whose total was not, and the one before."""
    checked(page, {"改后.docx": form(total="98.06分"), "新.docx": form(project="新项目")})
    page.get_by_role("link", name="整改前后对比").click()
    expect(page.locator("#compare-reason")).to_have_text("请放入整改前的文件。")
    before = form(total="97.06分", funding__1__execution_rate="86.3%")
    drop(page, {"改前.docx": before})
    return page


def compare(page: Page) -> None:
    expect(page.locator("#compare")).to_have_attribute("aria-disabled", "false", timeout=15_000)
    page.get_by_role("button", name="开始对比").click()
    expect(page.locator("#compared-title")).to_be_focused()


def test_it_is_told_what_was_mended_what_was_not_and_which_figures_changed(comparison: Page):
    compare(comparison)

    expect(comparison.locator(".fates tr.fixed")).to_contain_text("FD01")
    expect(comparison.locator(".fates tr.remaining")).to_contain_text("SC01")
    expect(comparison.locator(".difference details")).to_contain_text("97.06分")
    expect(comparison.locator("#compared")).to_contain_text("新报送（1 张）")


def test_the_files_of_the_list_may_be_the_earlier_ones(comparison: Page):
    comparison.get_by_label("整改以前报的").check()

    compare(comparison)

    expect(comparison.locator(".fates tr.new")).to_contain_text("FD01")
    expect(comparison.locator("#compared")).to_contain_text("未再报送（1 张）")


def test_the_comparison_is_downloaded_as_a_workbook(comparison: Page):
    compare(comparison)

    with comparison.expect_download() as download:
        comparison.get_by_role("button", name="下载对比表").click()

    (sheet,) = load_workbook(io.BytesIO(download.value.path().read_bytes())).worksheets
    assert {"已整改", "改后仍错", "新报送"} <= {str(row[2].value) for row in sheet.iter_rows()}


def test_after_a_change_of_the_files_it_says_that_the_result_is_old(comparison: Page):
    compare(comparison)

    drop(comparison, {"又一个.docx": form(project="又一个")})

    expect(comparison.locator("#compare-reason")).to_contain_text("请重新对比", timeout=15_000)
