from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = "{}.{}".format(*sys.version_info)
EXTRAS = ("web", "excel")


def offline(*command: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as on a computer without a network and with nothing set."""
    alone = ["unshare", "--map-root-user", "--net"]
    cut_off = subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0
    return subprocess.run(
        [*(alone if cut_off else []), *command],
        env={
            "HOME": str(home),
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "PIP_NO_INDEX": "1",
            "PIP_INDEX_URL": "http://127.0.0.1:9/",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.bundle
@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"},
    reason="makes and installs a bundle for Linux",
)
def test_what_is_bundled_here_is_installed_and_runs_where_there_is_no_network(
    tmp_path: Path,
) -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [f"--extra={name}" for name in EXTRAS if name in told["optional-dependencies"]]
    home = tmp_path / "张 三"
    (home / "桌面").mkdir(parents=True)

    subprocess.run(
        [
            *(sys.executable, "tools/bundle.py", *wanted, f"--python={PYTHON}"),
            *(f"--platform=manylinux2014_{platform.machine()}", f"--out={tmp_path}"),
        ],
        cwd=ROOT,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        check=True,
    )
    made = next(tmp_path.glob(f"核表-{told['version']}-linux-*.zip"))
    with ZipFile(made) as archive:
        archive.extractall(tmp_path / "U 盘")
    done = offline("bash", tmp_path / "U 盘" / made.stem / "安装.sh", home=home)
    assert 0 == done.returncode, done.stdout + done.stderr

    start = home / ".local/share/hebiao/hebiao.sh"
    checked = offline(start, "check", ROOT / "fixtures" / "xianning.docx", home=home)
    assert (1, "") == (checked.returncode, checked.stderr)
    assert "总分填 95.62，应为 91.67" in checked.stdout
    assert f'Exec="{start}"' in (home / "桌面" / "核表.desktop").read_text("utf-8")
    if "--extra=web" in wanted:
        open_and_stop(start, home)


def open_and_stop(start: Path, home: Path) -> None:
    """Open the page as its icon does, without a browser; it answers, and the other icon ends it."""
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    page = subprocess.Popen([start, "serve", "--no-browser", "--port", "0"], env=environment)
    log = start.with_name("log.txt")
    deadline = time.monotonic() + 60
    while not (told := log.exists() and re.search(r"http://\S+", log.read_text("utf-8"))):
        assert page.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < deadline, "no address was told"
        time.sleep(0.1)
    with urlopen(told[0], timeout=60) as answer:  # noqa: S310 - the address the page told
        assert "绩效自评表核查" in answer.read().decode()
    subprocess.run([start, "--stop"], env=environment, check=True)
    assert 0 == page.wait(timeout=60)
