"""Files of settings, and a form whose total is wrong, to use them on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.written import written

from hebiao.check import CheckResult, check

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into a folder of its own and returns its path."""

    def write(text: str, name: str = "hebiao.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def wrong_total() -> CheckResult:
    """The sample form of 社区图书室设备更新项目, with a wrong total in table 1: SC01 and SM01."""
    data = written({"total": "98.06分"})
    return replace(check(data), path="报送/甲局/图书室.docx")
