from __future__ import annotations

import re
import subprocess
import sys
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from hebiao.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "guide"
TEXT = (FOLDER / "guide.zh.md").read_text(encoding="utf-8")
PIXEL = bytes.fromhex("89504e470d0a1a0a")
TAKEN = (*("cell", "comparison", "downloads", "empty", "form", "list", "progress", "waive"),)


def builder() -> Any:
    """Load the script that makes the page; it lies in no package."""
    spec = util.spec_from_file_location("guide_build", FOLDER / "build.py")
    assert spec
    assert spec.loader
    module = util.module_from_spec(spec)
    sys.modules["guide_build"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page() -> Callable[..., Any]:
    built: Callable[..., Any] = builder().page
    return built


def test_the_guide_shows_every_picture_that_is_taken_for_it() -> None:
    shown = re.findall(r"!\[.+?\]\(pictures/(.+?)\.png\)", TEXT)

    assert list(TAKEN) == sorted(shown)


def test_the_pictures_of_the_reports_are_there() -> None:
    shown = re.findall(r"!\[.+?\]\((\.\./.+?)\)", TEXT)

    assert 3 == len(shown)
    assert [] == [name for name in shown if not (FOLDER / name).is_file()]


def test_a_picture_is_put_into_the_page(page: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PIXEL)

    made = page("# 说明\n\n![一张图](a.png)\n", tmp_path, "1.0")

    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="一张图" />' in made.html
    assert () == made.missing


def test_a_picture_that_is_not_there_is_named_and_leaves_a_gap_one_sees(
    page: Callable[..., Any], tmp_path: Path
) -> None:
    made = page("# 说明\n\n![一张图](没有.png)\n", tmp_path, "1.0")

    assert ("没有.png",) == made.missing
    assert "（缺图：没有.png）" in made.html
    assert "<img" not in made.html


def test_a_line_end_leaves_no_blank_between_chinese_characters(
    page: Callable[..., Any], tmp_path: Path
) -> None:
    made = page("# 说明\n\n把那段话\n拍照。\ntwo\nwords\n", tmp_path, "1.0")

    assert "<p>把那段话拍照。two\nwords</p>" in made.html


def test_the_contents_lead_to_each_chapter(page: Callable[..., Any], tmp_path: Path) -> None:
    made = page("# 说明\n\n## 一、安装\n\n### 小节\n\n## 二、核查\n", tmp_path, "1.0")

    assert ["一、安装", "二、核查"] == re.findall(r'<a href="#(.+?)">', made.html)
    assert '<h2 id="一、安装">' in made.html
    assert '<h2 id="二、核查">' in made.html
    assert 1 == made.html.count("<h1")


def test_the_page_is_one_file_that_asks_for_nothing_else(page: Callable[..., Any]) -> None:
    made = page(TEXT, FOLDER, "1.0")

    asked = re.findall(r'(?:src|href)="(?!data:|#)(.*?)"|url\((.*?)\)|@import|<script', made.html)
    assert [] == asked
    assert "@VERSION@" not in made.html


def test_a_missing_picture_is_told_and_can_be_made_to_fail(tmp_path: Path) -> None:
    """Once all are taken this says so: then nothing is missing, and --strict is content."""
    missing = [name for name in TAKEN if not (FOLDER / "pictures" / f"{name}.png").is_file()]

    done = subprocess.run(
        [sys.executable, FOLDER / "build.py", "--strict", "--html", tmp_path / "a.html"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    told = [f"使用说明缺图：docs/guide/pictures/{name}.png" for name in missing]
    assert (int(bool(missing)), told) == (done.returncode, done.stderr.splitlines())


def test_a_colleague_finds_only_commands_there_are() -> None:
    commands = set(re.findall(r"^hebiao (\w+)", TEXT, re.MULTILINE)) - {"serve"}

    assert {"check", "diff", "explain", "show"} == commands
    assert commands <= set(main.list_commands(click.Context(main)))
