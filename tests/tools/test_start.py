"""The start script, with a toy in the place of hebiao."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from offline.contents import INSIDE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Started = subprocess.Popen[str]
TOY = """
import sys, time
class main:
    def main(words):
"""
PAGE = """
print("page", *words, flush=True)
try:
    while True:
        time.sleep(0.02)
except KeyboardInterrupt:
    print("closed in good order", flush=True)
    sys.exit(130)
"""
BROKEN = "raise RuntimeError('no such port')"


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Started]:
    """Start the script in a folder of its own, with this as hebiao."""
    shutil.copy(INSIDE / "start.py", tmp_path)

    def started(program: str, *words: str) -> Started:
        (tmp_path / "hebiao").mkdir(exist_ok=True)
        (tmp_path / "hebiao" / "__init__.py").touch()
        (tmp_path / "hebiao" / "cli.py").write_text(TOY + indent(program, "    " * 2), "utf-8")
        return subprocess.Popen(
            [sys.executable, tmp_path / "start.py", *words],
            env=os.environ | {"PATH": "/nowhere"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    return started


def until(log: Path, text: str) -> None:
    """Wait until something stands in the log."""
    deadline = time.monotonic() + 30
    while not log.exists() or text not in log.read_text("utf-8"):
        assert time.monotonic() < deadline, "the script never said so"
        time.sleep(0.02)


@pytest.mark.slow
def test_the_page_is_opened_and_closed_in_good_order(
    tmp_path: Path, start: Callable[..., Started]
) -> None:
    page = start(PAGE)
    until(tmp_path / "log.txt", "page serve")

    start(PAGE, "--stop").communicate()
    page.communicate(timeout=30)

    assert 0 == page.returncode
    assert "page serve\nclosed in good order\n" == (tmp_path / "log.txt").read_text("utf-8")


@pytest.mark.slow
def test_an_order_to_stop_from_before_does_not_stop_what_is_started_later(
    tmp_path: Path, start: Callable[..., Started]
) -> None:
    start(PAGE, "--stop").communicate()
    page = start("time.sleep(1.2); print('still here')")

    page.communicate(timeout=30)

    assert "still here\n" == (tmp_path / "log.txt").read_text("utf-8")


def test_a_page_that_cannot_be_opened_says_why_and_what_to_do(
    tmp_path: Path, start: Callable[..., Started]
) -> None:
    start(BROKEN).communicate(timeout=30)

    log = (tmp_path / "log.txt").read_text("utf-8")
    assert "no such port" in log
    assert "核表没有打开。请把这个窗口里的文字拍照" in log


def test_other_words_are_passed_on_with_what_becomes_of_them(
    tmp_path: Path, start: Callable[..., Started]
) -> None:
    done = start("print(words); sys.exit(2)", "check", "a b.docx")

    assert "['check', 'a b.docx']\n" == done.communicate(timeout=30)[0]
    assert 2 == done.returncode
    assert not (tmp_path / "log.txt").exists()


def test_whether_a_python_fits_can_be_asked_of_a_very_old_one() -> None:
    source = (INSIDE / "fits.py").read_text("utf-8")

    tree = ast.parse(source, feature_version=(3, 4))

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
