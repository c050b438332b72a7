"""A finding that is let pass: with a reason, counted apart, and to be taken back."""

import tomllib

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.stage import checked, form, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REASON = "经批准调整，<b>见</b>批复"


@pytest.fixture
def project(page: Page, wrong: dict[str, bytes]) -> Page:
    checked(page, wrong)
    opened(page, "社区图书室")
    return page


def waive(page: Page) -> None:
    page.locator("li.finding", has_text="FD01").get_by_role("button", name="豁免").click()
    page.get_by_label("理由").fill(REASON)
    page.get_by_role("dialog").get_by_role("button", name="豁免").click()
    expect(page.locator(".apart", has_text="豁免")).to_contain_text(REASON)


def test_without_a_reason_nothing_is_waived(project: Page):
    project.locator("li.finding", has_text="FD01").get_by_role("button", name="豁免").click()
    dialog = project.get_by_role("dialog")

    dialog.get_by_label("理由").fill("   ")
    dialog.get_by_role("button", name="豁免").click()

    expect(dialog).to_contain_text("请写明理由")
    expect(dialog.get_by_label("理由")).to_be_focused()
    expect(dialog.get_by_label("理由")).to_have_attribute("aria-invalid", "true")


def test_only_the_one_place_is_waived(page: Page):
    checked(page, {"错.docx": form(project="另一个项目")})
    opened(page, "另一个")
    findings = page.locator("li.finding", has_text="SM04")
    expect(findings).to_have_count(2)

    findings.first.get_by_role("button", name="豁免").click()
    expect(page.get_by_role("dialog")).to_contain_text("只豁免这一处")
    page.get_by_label("理由").fill(REASON)
    page.get_by_role("dialog").get_by_role("button", name="豁免").click()

    expect(findings).to_have_count(1)


def test_the_dialog_gives_the_focus_back(project: Page):
    button = project.locator("li.finding", has_text="FD01").get_by_role("button", name="豁免")

    button.press("Enter")
    expect(project.get_by_label("理由")).to_be_focused()
    project.keyboard.press("Escape")

    expect(button).to_be_focused()
    expect(project.get_by_role("dialog")).to_have_count(0)


def test_what_is_waived_is_counted_apart_and_listed_with_its_reason(project: Page):
    waive(project)

    expect(project.locator("#form-place .counts")).to_contain_text("错误 1")
    project.locator("#to-list").click()
    expect(project.locator("#lead")).to_contain_text("另有豁免 1 处，不计在内")
    expect(project.locator("#projects")).to_contain_text("豁免 1 处")
    expect(project.locator("#waivers-rows tr")).to_contain_text(REASON)


def test_a_waiver_is_taken_back_where_it_is_told_of(project: Page):
    waive(project)

    project.locator(".apart").get_by_role("button", name="撤销豁免").click()

    expect(project.locator("#form-place .counts")).to_contain_text("错误 2")
    expect(project.locator("li.finding", has_text="FD01")).to_be_visible()


def test_a_waiver_is_taken_back_in_the_list(project: Page):
    waive(project)
    project.locator("#to-list").click()

    project.locator("#waivers-rows").get_by_role("button", name="撤销豁免").click()

    expect(project.locator("#waivers")).to_be_hidden()
    expect(project.locator("#projects td:nth-child(7)")).to_have_text("2")


def test_the_waivers_are_saved_as_a_file_for_the_next_time(project: Page):
    waive(project)
    project.locator("#to-list").click()

    with project.expect_download() as download:
        project.get_by_role("button", name="下载豁免清单").click()

    waivers = tomllib.loads(download.value.path().read_text(encoding="utf-8"))["waiver"]
    assert [("FD01", REASON)] == [(each["code"], each["reason"]) for each in waivers]
