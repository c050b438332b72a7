"""Every view as it is for those who see or move otherwise, on a small screen, and on paper."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tests.web.browser.stage import checked, drop, form, opened, retold

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SMALL: ViewportSize = {"width": 1093, "height": 614}
"""1366×768 at 125 %."""


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']} {[node['target'] for node in each['nodes']]}" for each in found]


def too_wide(page: Page) -> int:
    """Return by how much the page would have to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_the_empty_page_is_accessible(page: Page):
    assert [] == violations(page)


def test_the_busy_page_is_accessible(page: Page, wrong: dict[str, bytes]):
    def busy(state: dict[str, Any]) -> None:
        for file in state["files"]:
            file["status"] = "checking"

    retold(page, busy)
    drop(page, wrong)
    expect(page.locator("#files-rows .checking")).to_have_count(1, timeout=15_000)

    assert [] == violations(page)


def test_list_form_dialog_and_comparison_are_accessible(page: Page, files: dict[str, bytes]):
    checked(page, files)
    assert [] == violations(page)

    opened(page, "公厕")
    assert [] == violations(page)

    page.locator("li.finding", has_text="FD01").get_by_role("button", name="豁免").click()
    assert [] == violations(page)

    page.get_by_label("理由").fill("经批准")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".apart", has_text="豁免")).to_be_visible()
    page.get_by_role("link", name="整改前后对比").click()
    drop(page, {"改前.docx": form(total="91分")})
    expect(page.locator("#compare")).to_have_attribute("aria-disabled", "false", timeout=15_000)
    page.locator("#compare").click()
    expect(page.locator("#compared-title")).to_be_focused()
    assert [] == violations(page)


def test_on_a_small_screen_at_125_percent_nothing_is_cut_off(
    browser: Browser, address: str, files: dict[str, bytes]
):
    page = browser.new_page(base_url=address, viewport=SMALL, device_scale_factor=1.25)
    page.goto("/")
    assert too_wide(page) <= 0
    checked(page, files)
    assert too_wide(page) <= 0
    opened(page, "公厕")
    assert too_wide(page) <= 0
    expect(page.locator("#finding-after")).to_be_in_viewport()
    expect(page.locator("#print-form")).to_be_in_viewport()
    page.close()


def test_on_paper_there_are_the_projects_and_no_buttons(page: Page, files: dict[str, bytes]):
    checked(page, files)
    page.emulate_media(media="print")

    expect(page.locator("#projects")).to_be_visible()
    expect(page.locator("#files")).to_contain_text("扫描件.docx")
    for each in ("#intake", "#downloads", "#narrow", "#print-list", ".views"):
        expect(page.locator(each)).to_be_hidden()

    page.emulate_media(media="screen")
    opened(page, "公厕")
    page.emulate_media(media="print")
    expect(page.locator("#form-place .form")).to_be_visible()
    for each in (".steps", ".acts >> nth=0", "#overview"):
        expect(page.locator(each)).to_be_hidden()


def test_what_is_told_by_colour_is_told_by_a_sign_too(page: Page, files: dict[str, bytes]):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    checked(page, files)

    signs = [text.strip()[0] for text in page.locator(".tile").all_text_contents()]
    assert list("×▲●√") == signs
    red = page.locator(".tile").first
    red.click()
    assert "solid" == red.evaluate("e => getComputedStyle(e).outlineStyle")
