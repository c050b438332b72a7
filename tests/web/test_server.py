"""`hebiao serve` as a user starts it, and as it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import httpx
import pytest
from click.testing import CliRunner

from hebiao.cli import main
from hebiao.web.leftover import PREFIX, clear_leftovers, private_folder

pytestmark = pytest.mark.slow

SERVE = [sys.executable, "-m", "hebiao", "serve", "--no-browser", "--jobs", "1"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A server that keeps its folders in a place of its own."""
    env = os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    with subprocess.Popen(SERVE, env=env, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return next(line for line in process.stdout if line.startswith("http")).strip()


def page_of(site: str) -> httpx.Client:
    site = site.rstrip("/")
    return httpx.Client(base_url=site, headers={"X-Hebiao": "1", "Origin": site}, timeout=60)


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_a_server_that_is_stopped_leaves_nothing(
    server: subprocess.Popen[str], tmp_path: Path, wrong: bytes, how: str
):
    with page_of(address(server)) as page:
        desk = page.post("/desks").json()["desk"]
        page.post(f"/desks/{desk}/files", files=[("files", ("错.docx", wrong))])
        before = list(tmp_path.glob(f"{PREFIX}*"))
        server.send_signal(getattr(signal, how))
        told = server.communicate(timeout=60)[0]

    assert 1 == len(before)
    assert [] == list(tmp_path.iterdir())
    assert 0 == server.returncode
    assert "已结束，网页上的文件都已删除。" in told


def test_what_a_killed_server_left_is_deleted_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, lock = private_folder()
    in_use, held = private_folder()
    foreign = tmp_path / f"{PREFIX}foreign"
    foreign.mkdir()
    (left / "表.docx").write_bytes(b"x")
    lock.close()

    clear_leftovers()

    assert [foreign, in_use] == sorted(Path(gettempdir()).iterdir(), key=lambda p: p != foreign)
    held.close()


def told(*args: str) -> str:
    result = CliRunner().invoke(main, ["serve", "--no-browser", *args])
    assert 2 == result.exit_code
    return result.output


def test_a_port_that_is_taken_is_said_so():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert f"127.0.0.1 的端口 {port} 已被别的程序占用" in told("--port", str(port))


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--host", "0.0.0.0"], "必须加上口令，如 --token "),
        (["--host", "192.168.1.5"], "必须加上口令，如 --token "),
        (["--host", "例子.invalid", "--token", "x" * 12], "不是这台电脑的地址"),
        (["--host", "203.0.113.7", "--token", "x" * 12], "不是这台电脑的地址"),
        (["--token", "short"], "--token 太短"),
        (["--token", "口令口令口令口令口令口令"], "--token 只能用英文字母"),
        (["--token", "with a blank in it"], "--token 只能用英文字母"),
        (["--port", "70000"], "用不了 127.0.0.1 的端口 70000"),
        (["--port", "x"], "选项 --port 不对"),
        (["--jobs", "0"], "选项 --jobs 不对"),
        (["--config", "没有.toml"], "没有.toml"),
        (["--layouts", "没有"], "找不到版式文件夹"),
    ],
)
def test_a_wrong_call_is_said_in_chinese(args: list[str], sentence: str):
    assert sentence in told(*args)


def test_a_suggested_token_will_do():
    (token,) = re.findall(r"--token (\S+)", told("--host", "0.0.0.0"))

    assert "太短" not in told("--host", "203.0.113.7", "--token", token)


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hebiao.cli.serve.find_spec", lambda name: None if name == "pebble" else 1)

    assert "网页另需组件（缺少 pebble），请让管理员运行 pip install 'hebiao[web]'" in told()


def test_no_other_command_needs_what_the_page_needs():
    code = (
        "import sys, hebiao.cli.check, hebiao.cli.serve\n"
        "print({'fastapi', 'starlette', 'uvicorn', 'pebble', 'python_multipart'} & {*sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "set()" == ran.stdout.strip()
