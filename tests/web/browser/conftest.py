"""One server, one browser for all, a page for each test; whatever the page complains of, fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api") if not os.environ.get("CI") else None

from playwright.sync_api import sync_playwright
from tests.web.browser.stage import DESK, find_chromium, launched, serving, submitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return submitted()


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
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page just opened; errors of its scripts and what its policy forbids are failures."""
    context = browser.new_context(base_url=address, viewport=DESK, locale="zh-CN")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto("/")
    yield page
    context.close()
    assert [] == wrong
