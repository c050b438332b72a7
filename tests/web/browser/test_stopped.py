"""The program is stopped while the page is open: the page says so, and goes on when it can."""

import re
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browser.stage import checked, drop, form, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.usefixtures("refused")
def test_without_an_answer_the_page_says_so_and_goes_on_by_itself(page: Page):
    checked(page, {"表.docx": form()})

    page.context.set_offline(True)
    drop(page, {"途中.docx": form(project="途中放入的项目")})
    expect(page.locator("#trouble")).to_contain_text("没有回应")
    expect(page.locator("#projects tr")).to_have_count(1)
    page.context.set_offline(False)

    expect(page.locator("#projects")).to_contain_text("途中放入的项目", timeout=15_000)
    expect(page.locator("#trouble")).to_be_hidden()


def test_when_the_program_was_started_anew_the_files_can_be_sent_again(browser: Browser):
    page = browser.new_page()
    with serving() as (address, process):
        page.goto(address)
        checked(page, {"表.docx": form()})
        process.kill()
        expect(page.locator("#trouble")).to_contain_text("重新打开", timeout=15_000)

    port = int(re.findall(r":(\d+)", address)[-1])
    with serving(port):
        expect(page.locator("#trouble")).to_contain_text("请重新放入文件", timeout=15_000)
        page.get_by_role("button", name="重新核查刚才的 1 个文件").click()

        expect(page.locator("#trouble")).to_be_hidden()
        expect(page.locator("#projects tr")).to_have_count(1, timeout=15_000)
        page.close()


def test_leaving_the_page_closes_the_desk_and_asks_nothing(page: Page, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    checked(page, {"表.docx": form()})
    desk = next(each for each in asked if "/desks/" in each).split("?")[0].removesuffix("/files")
    assert 200 == status(desk)

    page.goto("about:blank")

    patience = time.monotonic() + 10
    while status(desk) == 200 and time.monotonic() < patience:
        time.sleep(0.05)
    assert 404 == status(desk)
    assert [] == [each for each in asked if not each.startswith(address)]


def status(url: str) -> int:
    """Return what the server answers, asked by somebody else than the browser."""
    try:
        with urlopen(url) as answer:  # noqa: S310 - the server started here
            return answer.status
    except HTTPError as error:
        return error.code
