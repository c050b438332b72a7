"""One project: from a finding to its cell and back, and on to the next, with mouse and keys."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.web.browser.stage import checked, drop, form, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def project(page: Page, wrong: dict[str, bytes]) -> Page:
    """A page with the project of the wrong rate opened, the first of two."""
    checked(page, {**wrong, "好.docx": form()})
    opened(page, "社区图书室")
    return page


def rate(page: Page) -> Locator:
    return page.locator(".form td.bad", has_text="86.3%")


def test_a_finding_tells_what_is_written_what_is_right_and_why(project: Page):
    finding = project.locator("li.finding", has_text="FD01")

    for part in ("86.3%", "85.31", "85.31 ÷ 100.00", "依据", "建议"):
        expect(finding).to_contain_text(part)


def test_the_form_is_drawn_with_its_merges_and_the_wrong_cell_is_marked(project: Page):
    assert project.locator(".form [rowspan]").count() > 3
    expect(rate(project)).to_have_class("bad error bad suspect")


def test_a_click_on_a_finding_goes_to_its_cell_and_the_badge_back(project: Page):
    finding = project.locator("li.finding", has_text="FD01")

    finding.locator(".message").click()

    expect(rate(project)).to_be_in_viewport()
    badge = rate(project).locator(".badge").first
    expect(badge).to_be_focused()
    expect(project.locator("#pop")).to_contain_text("85.31 ÷ 100.00")
    assert "rgb(255, 228, 92)" == rate(project).evaluate("e => getComputedStyle(e).backgroundColor")

    badge.press("Enter")

    expect(finding).to_be_focused()
    expect(finding).to_be_in_viewport()


def test_the_browsers_own_way_back_works(project: Page):
    project.locator("li.finding", has_text="FD01").get_by_role("link", name="看单元格").click()
    expect(rate(project)).to_be_in_viewport()

    project.go_back()
    expect(project.locator("#form-view")).to_be_visible()
    project.go_back()

    expect(project.locator("#overview")).to_be_visible()


def test_one_goes_from_finding_to_finding(project: Page):
    project.get_by_role("button", name="下一处问题").click()
    expect(project.locator("#finding-number")).to_have_text("问题 1 / 2")
    project.get_by_role("button", name="下一处问题").click()

    expect(project.locator("#finding-number")).to_have_text("问题 2 / 2")
    expect(project.locator("li.finding", has_text="SC01")).to_be_focused()
    expect(project.locator("#finding-after")).to_have_attribute("aria-disabled", "true")


def test_one_goes_from_project_to_project(project: Page):
    project.get_by_role("button", name="下一个项目").click()

    expect(project.locator("#form-place h3")).to_contain_text("绿 未发现问题")
    expect(project.locator("#finding-number")).to_have_text("没有问题")
    project.get_by_role("button", name="上一个项目").click()
    expect(project.locator("#form-place h3")).to_contain_text("红 有错误")


def test_from_the_drop_to_a_finding_and_its_cell_the_keyboard_is_enough(
    page: Page, wrong: dict[str, bytes], tmp_path: Path
):
    (tmp_path / "表.docx").write_bytes(wrong["图书室.docx"])
    keys = page.keyboard

    keys.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    keys.press("Enter")
    with page.expect_file_chooser() as chooser:
        keys.press("Tab")
        keys.press("Enter")
    chooser.value.set_files(tmp_path / "表.docx")
    expect(page.locator("#projects tr")).to_have_count(1, timeout=15_000)
    tab_to(page, "#projects a")
    keys.press("Enter")
    expect(page.locator("#form-place article")).to_be_visible()
    keys.press("Alt+ArrowDown")
    expect(page.locator("li.finding").first).to_be_focused()
    keys.press("Alt+Enter")
    expect(rate(page).locator(".badge").first).to_be_focused()
    keys.press("Alt+Enter")
    expect(page.locator("li.finding").first).to_be_focused()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab as often as it takes, each time on something that can be seen."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.locator("*:focus")
        assert "none" != focused.evaluate("e => getComputedStyle(e).outlineStyle")
        if focused.evaluate("(e, wanted) => e.matches(wanted)", selector):
            return
    raise AssertionError(selector)


def test_a_project_whose_file_is_taken_away_is_closed(project: Page):
    project.evaluate("document.querySelector('[aria-label=\"移走 图书室.docx\"]').click()")

    expect(project.locator("#overview")).to_be_visible()
    expect(project.locator("#projects tr")).to_have_count(1)


def test_files_dropped_on_a_project_lead_back_to_the_list(project: Page):
    drop(project, {"又一个.docx": form(project="又一个项目")})

    expect(project.locator("#projects")).to_contain_text("又一个项目", timeout=15_000)
