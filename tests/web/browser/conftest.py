"""One server, one browser for all, a page for each test; whatever the page complains of, fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from tests.web.browser.stage import DESK, find_chromium, form, launched, serving, submitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Forms good and bad, and files that are none."""
    return submitted()


@pytest.fixture(scope="session")
def wrong() -> dict[str, bytes]:
    """One form with a wrong rate and a wrong total."""
    changes = {"total": "98.06分", "funding__1__execution_rate": "86.3%"}
    return {"图书室.docx": form(**changes)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if find_chromium() is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not here")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serving() as (address, _):
        yield address


@pytest.fixture
def refused() -> str:
    """What the browser may complain of in a test in which the server refuses something."""
    return "Failed to load resource"


@pytest.fixture(scope="session")
def window(browser: Browser, address: str) -> BrowserContext:
    """A window of the browser, in which each test opens its page."""
    return browser.new_context(base_url=address, viewport=DESK, locale="zh-CN")


@pytest.fixture
def page(window: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page just opened; errors of its scripts and what its policy forbids are failures."""
    pardoned: tuple[str, ...] = (
        (request.getfixturevalue("refused"),) if "refused" in request.fixturenames else ()
    )
    complaints: list[str] = []
    page = window.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto("/")
    yield page
    page.unroute_all(behavior="ignoreErrors")
    page.close()
    assert [] == [each for each in complaints if not each.startswith(pardoned)]
