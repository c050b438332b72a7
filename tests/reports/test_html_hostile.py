"""核查报告.html: whatever is in a file, the page stays whole and does nothing of it."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest
from tests.reports.outline import Outline, html_of, read
from tests.written import written

from hebiao.check import CheckResult, check

EVIL = "<script>alert(1)</script>\"'&amp;</td><img src=x onerror=alert(2)>"


def checked(edits: dict[str, str], path: str) -> CheckResult:
    return replace(check(written(edits)), path=path)


@pytest.fixture(scope="session")
def wrong() -> CheckResult:
    edits = {"total": "69.06分", "summary.total": "69.06", "reason": ""}
    return checked(edits, "报送/图书室.docx")


@pytest.fixture(scope="session")
def hostile() -> CheckResult:
    edits = {"project": EVIL, "department": "=cmd|calc", "reason": "长" * 3000, "total": "1分"}
    return checked(edits, f"{EVIL}\x1b[31m\udcff\u202ecod.docx")


def test_every_tag_is_closed_where_it_should_be(
    clean: CheckResult, wrong: CheckResult, hostile: CheckResult
):
    outline = read(clean, wrong, hostile)

    assert ([], []) == (outline.wrong, outline.open)


def test_a_name_is_given_once_and_every_link_leads_somewhere(
    wrong: CheckResult, hostile: CheckResult
):
    outline = read(wrong, replace(wrong, path="副本.docx"), hostile)
    names = outline.values("id")
    links = [link.removeprefix("#") for link in outline.values("href")]
    lit = [name for names in outline.values("data-cells") for name in names.split()]

    assert [] == [name for name, times in Counter(names).items() if times > 1]
    assert links
    assert lit
    assert set() == {*links, *lit} - set(names)


def test_nothing_from_a_file_is_markup(hostile: CheckResult):
    outline = read(hostile)

    assert 1 == len(outline.all("script"))
    assert [] == outline.all("img")
    assert [] == [name for _, each in outline.elements for name in each if name.startswith("on")]
    assert [] == outline.values("style")
    assert EVIL in outline.text
    assert "=cmd|calc" in outline.texts
    assert "长" * 3000 in outline.text


def test_no_control_character_or_turned_line_reaches_the_page(hostile: CheckResult):
    html = html_of(hostile)

    assert "�[31m��cod.docx" in html
    assert None is re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", html)


def test_the_page_runs_its_own_style_and_script_and_nothing_else(wrong: CheckResult):
    html = html_of(wrong)
    policy = Outline(html).policy

    assert policy.startswith("default-src 'none';")
    for kind in ("style", "script"):
        inside = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        digest = b64encode(sha256(inside[0].encode()).digest()).decode()
        assert 1 == len(inside)
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_the_page_names_no_address(wrong: CheckResult):
    html = html_of(wrong)

    assert "://" not in html
    assert "@import" not in html
    assert [] == Outline(html).values("src")
