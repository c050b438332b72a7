"""One server, one browser for all, a page for each test; whatever the page complains of, fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from tests.web.browser.stage import DESK, find_chromium, form, launched, serving, submitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


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


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page just opened; errors of its scripts and what its policy forbids are failures."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, viewport=DESK, locale="zh-CN")
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto("/")
    yield page
    page.unroute_all(behavior="ignoreErrors")
    context.close()
    pardoned = "refused" in request.fixturenames and request.getfixturevalue("refused")
    assert [] == [each for each in complaints if not (pardoned and each.startswith(pardoned))]
