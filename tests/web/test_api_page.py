"""docs/api.md: its examples do what it says, and its figures and words are so."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from hebiao.web.limits import DEFAULT_LIMITS, MB

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
CURL = re.findall(r"^curl (.*127\.0\.0\.1.*)$", PAGE, re.MULTILINE)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PLACE = "http://127.0.0.1:8765"


@pytest.fixture
def folder(tmp_path: Path, good: bytes, wrong: bytes) -> Path:
    (tmp_path / "好.docx").write_bytes(good)
    (tmp_path / "错.docx").write_bytes(wrong)
    return tmp_path


def site(client: httpx.Client) -> str:
    return str(client.base_url).rstrip("/")


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl")
@pytest.mark.parametrize("call", CURL)
def test_curl_gets_what_the_page_says(client: httpx.Client, folder: Path, call: str):
    command = ["curl", "-s", *shlex.split(call.replace(PLACE, site(client)))]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    report = json.loads(ran.stdout)

    assert call.count("files=@") == report["summary"]["files"]
    assert 1 == report["summary"]["errors"]


def test_the_python_of_the_page_prints_the_findings(client: httpx.Client, folder: Path):
    code = PYTHON.replace(PLACE, site(client))
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], cwd=folder, capture_output=True, check=True
    )

    assert "错.docx 社区图书室设备更新项目 SC01 总分填 98.06，应为 96.06" == (
        ran.stdout.decode().strip()
    )


def test_the_limits_of_the_page_are_those_that_hold():
    limits = DEFAULT_LIMITS

    assert f"一个文件最大 {limits.file // MB} MB" in PAGE
    assert f"一次请求超过 {limits.request // MB} MB" in PAGE
    assert f"一次超过 {limits.files} 个文件" in PAGE
    assert f"上传超过 {limits.receive / 60:g} 分钟" in PAGE
    assert f"核查一个文件最多 {limits.check:g} 秒" in PAGE


def test_every_kind_of_problem_of_the_page_is_one_there_is():
    sources = Path(__file__).parents[2] / "src" / "hebiao" / "web"
    code = "".join(path.read_text(encoding="utf-8") for path in sources.glob("*.py"))

    for kind in re.findall(r"`urn:hebiao:([a-z-]+)`", PAGE):
        assert f'"{kind}"' in code or f"urn:hebiao:{kind}" in code
