"""
Takes the pictures of the page that the guide shows, made anew with the files the tests drop.

    python -m docs.guide.pictures

Needs Chromium and a Chinese font; run it in the folder of the project.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import ViewportSize, expect, sync_playwright
from tests.web.browser.stage import (
    checked,
    drop,
    form,
    launched,
    opened,
    retold,
    serving,
    submitted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

PICTURES = Path(__file__).parent / "pictures"
WINDOW: ViewportSize = {"width": 1093, "height": 614}
"""What an office's screen of 1366×768 shows at 125 %."""
REASON = "三年项目，目标为三年合计，已报经批准"


def main() -> None:
    """Take all of them."""
    PICTURES.mkdir(exist_ok=True)
    with serving() as (address, _), sync_playwright() as playwright:
        browser = launched(playwright)
        for name, act in scenes():
            page = browser.new_page(base_url=address, viewport=WINDOW, locale="zh-CN")
            page.goto("/")
            act(page)
            page.wait_for_timeout(400)
            page.screenshot(path=PICTURES / f"{name}.png")
            page.unroute_all(behavior="ignoreErrors")
            page.close()
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        print(f"{picture.stat().st_size // 1024:5} KB  {picture.name}")


def scenes() -> Iterator[tuple[str, Callable[[Page], None]]]:
    """Yield the name of each picture, and what leads to it."""
    yield "empty", lambda page: expect(page.locator("#intake")).to_be_visible()
    yield "progress", progress
    yield "list", listed
    yield "form", project
    yield "cell", cell
    yield "waive", waive
    yield "downloads", downloads
    yield "comparison", comparison


def progress(page: Page) -> None:
    """Stop half way: two files are done, two being checked, one waits."""
    stages = ("checked", "unreadable", "checking", "checking", "waiting")

    def half_way(state: dict[str, Any]) -> None:
        done = {file["status"]: file for file in state["files"]}
        for file, stage in zip(state["files"], stages, strict=False):
            file |= {"status": stage, "forms": 1, "problem": done.get(stage, {}).get("problem")}
        state["projects"] = []

    files = submitted()
    order = ("社区图书室.docx", "扫描件.docx", "六个项目.docx", "总分有误.docx", "会议通知.docx")
    retold(page, half_way)
    drop(page, {name: files[name] for name in order})
    expect(page.locator("#files-rows .unreadable")).to_contain_text("PDF", timeout=30_000)


def listed(page: Page) -> None:
    """Show the list."""
    checked(page, submitted())


def project(page: Page) -> None:
    """Open a project and go to its first finding."""
    checked(page, submitted())
    opened(page, "公厕")
    page.keyboard.press("Alt+ArrowDown")


def cell(page: Page) -> None:
    """Go on to the cell of the finding."""
    project(page)
    page.keyboard.press("Alt+Enter")
    expect(page.locator("#pop")).to_be_visible()


def waive(page: Page) -> None:
    """Begin to let a finding pass."""
    project(page)
    page.locator("li.finding").first.get_by_role("button", name="豁免").click()
    page.get_by_label("理由").fill(REASON)


def downloads(page: Page) -> None:
    """Narrow the list, so that only some projects are downloaded."""
    checked(page, {name: data for name, data in submitted().items() if "项目" in name})
    page.get_by_role("button", name="有警告").click()
    page.get_by_label("只下载下面清单里显示的项目").check()


def comparison(page: Page) -> None:
    """Compare with what was submitted before."""
    project_name = {"project": "城区公厕改造项目"}
    checked(page, {"总分有误.docx": submitted()["总分有误.docx"]})
    page.get_by_role("link", name="整改前后对比").click()
    before = form(**project_name, total="97.06分", funding__1__score="16.06")
    drop(page, {"公厕改造（原报）.docx": before})
    expect(page.locator("#compare")).to_have_attribute("aria-disabled", "false", timeout=30_000)
    page.locator("#compare").click()
    page.locator("#compared-title").scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 330)")


if __name__ == "__main__":
    main()
