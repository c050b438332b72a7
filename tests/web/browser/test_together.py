"""What is wrong with the forms together: listed below the projects, each a way to its forms."""

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.stage import checked, form

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_project_submitted_twice_is_told_with_both_its_forms(page: Page):
    checked(page, {"一.docx": form(), "二.docx": form(total="96.07分")})

    finding = page.locator("#together li.finding")
    expect(finding).to_contain_text("BT01")
    expect(finding.locator("a.go")).to_have_count(2)
    finding.locator("a.go").first.click()
    expect(page.locator("#form-view-title")).to_be_visible()


def test_without_such_findings_nothing_is_said(page: Page):
    checked(page, {"一.docx": form()})

    expect(page.locator("#together")).to_be_hidden()
