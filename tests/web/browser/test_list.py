"""The list of projects: what is shown of it, and in which order."""

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.stage import ROOT, checked, form

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def listed(page: Page, wrong: dict[str, bytes]) -> Page:
    """Six projects of two units, one project without fault and one with errors of a third unit."""
    six = (ROOT / "fixtures" / "xianning.docx").read_bytes()
    checked(page, {"六个项目.docx": six, "好.docx": form(), **wrong})
    return page


def projects(page: Page) -> list[str]:
    return page.locator("#projects a").all_text_contents()


def test_lights_count_the_projects_and_narrow_the_list(listed: Page):
    red = listed.get_by_role("button", name="有错误")

    expect(red).to_contain_text("2 个项目")
    red.click()

    expect(red).to_have_attribute("aria-pressed", "true")
    expect(listed.locator("#shown")).to_have_text("显示 2 / 8 个项目")
    assert ["社会治安综合治理工作项目", "社区图书室设备更新项目"] == projects(listed)


def test_a_rule_a_unit_and_words_narrow_the_list_together(listed: Page):
    listed.locator("#by-unit").select_option("中共咸宁市委政法委员会")
    expect(listed.locator("#projects tr")).to_have_count(5)

    listed.fill("#find", "六个项目 司法")
    expect(listed.locator("#projects tr")).to_have_count(1)

    listed.locator("#by-rule").select_option("FD01")
    expect(listed.get_by_text("没有符合的项目")).to_be_visible()

    listed.get_by_role("button", name="全部显示").click()
    expect(listed.locator("#projects tr")).to_have_count(8)


def test_a_head_sorts_by_keyboard_and_says_so(listed: Page):
    head = listed.get_by_role("columnheader", name="填报总分")

    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert "社会治安综合治理矛盾纠纷以奖代补项目" != projects(listed)[0]
    down = listed.locator("#projects td:nth-child(5)").all_text_contents()
    assert sorted(down, key=float, reverse=True) == down

    head.get_by_role("button").press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert down[::-1] == listed.locator("#projects td:nth-child(5)").all_text_contents()


def test_lights_are_sorted_from_the_gravest(listed: Page):
    listed.get_by_role("button", name="结论").click()

    signs = [text.strip()[1] for text in listed.locator("#projects .lamp").all_text_contents()]
    assert list("红红黄黄黄黄蓝绿") == signs


def test_back_from_a_project_the_list_is_as_it_was_left(listed: Page):
    listed.fill("#find", "智能")
    listed.locator("#projects a", has_text="智能化").click()
    expect(listed.locator("#form-number")).to_have_text("项目 1 / 1")

    listed.locator("#to-list").click()

    expect(listed.locator("#shown")).to_have_text("显示 1 / 8 个项目")
    expect(listed.locator("#projects a", has_text="智能化")).to_be_focused()
