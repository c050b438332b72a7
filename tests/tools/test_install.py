"""The installation as it is run on a desktop, with a pip of our own that installs a toy."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from offline.archive import checksums
from offline.contents import scripts

PYTHON = "{}.{}".format(*sys.version_info)
TOY_PIP = """
import sys, sysconfig
from pathlib import Path

package = Path(sysconfig.get_paths()["purelib"]) / "hebiao"
package.mkdir()
package.joinpath("__init__.py").touch()
package.joinpath("cli.py").write_text(
    "class main:\\n    def main(words): print('hebiao VERSION', *words)"
)
package.joinpath("__main__.py").write_text("from hebiao.cli import main; main.main([])")
package.joinpath("asked.txt").write_text(" ".join(sys.argv[1:]))
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the scripts for Linux"),
]


def unpacked(folder: Path, version: str = "1.0", **described: object) -> Path:
    """Lay out a bundle as it comes out of its zip."""
    described = {
        "version": version,
        "machine": platform.machine().lower(),
        "pythons": [PYTHON],
        "pip": "pip-1-py3-none-any.whl",
        "glibc": 17,
    } | described
    files = scripts("linux", [PYTHON]) | {"program/bundle.json": json.dumps(described).encode()}
    for name, source in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(source.read_bytes() if isinstance(source, Path) else source)
    (folder / "wheels").mkdir()
    with ZipFile(folder / "wheels" / "pip-1-py3-none-any.whl", "w") as pip:
        pip.writestr("pip/__main__.py", TOY_PIP.replace("VERSION", version))
    everything = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    (folder / "SHA256SUMS").write_bytes(checksums(everything))
    return folder


def run(script: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a user does, who has this Python and nothing set."""
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    return subprocess.run(
        ["bash", script, *words],
        env={"HOME": str(home), "PATH": path, "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "张 三"
    (folder / "桌面").mkdir(parents=True)
    return folder


def test_it_is_installed_from_and_into_folders_with_blanks_and_chinese_names(
    tmp_path: Path, home: Path
) -> None:
    bundle = unpacked(tmp_path / "U 盘 (1)" / "核表-1.0")

    done = run(bundle / "安装.sh", home)

    assert (0, "") == (done.returncode, done.stderr), done.stdout
    assert "安装好了" in done.stdout
    base = home / ".local/share/hebiao"
    assert "hebiao 1.0 check 表.docx\n" == run(base / "hebiao.sh", home, "check", "表.docx").stdout
    assert f'Exec="{base}/hebiao.sh"' in (home / "桌面" / "核表.desktop").read_text("utf-8")


def test_pip_is_told_to_look_nowhere_else_and_to_take_nothing_else(
    tmp_path: Path, home: Path
) -> None:
    bundle = unpacked(tmp_path / "核表")

    run(bundle / "安装.sh", home)

    asked = next(home.rglob("asked.txt")).read_text("utf-8")
    assert f"--no-index --find-links {bundle}/wheels --no-deps --require-hashes" in asked
    assert f"-r {bundle}/wheels/requirements-{PYTHON}.txt" in asked


def test_a_newer_version_takes_the_place_of_an_older_one(tmp_path: Path, home: Path) -> None:
    run(unpacked(tmp_path / "旧", "1.0") / "安装.sh", home)

    done = run(unpacked(tmp_path / "新", "2.0") / "安装.sh", home)

    assert 0 == done.returncode, done.stdout
    base = home / ".local/share/hebiao"
    assert "hebiao 2.0 rules\n" == run(base / "hebiao.sh", home, "rules").stdout
    assert ["env2"] == [p.name for p in base.glob("env*")]


def test_an_installation_that_fails_leaves_the_older_version_as_it_was(
    tmp_path: Path, home: Path
) -> None:
    run(unpacked(tmp_path / "旧", "1.0") / "安装.sh", home)
    worse = unpacked(tmp_path / "新", "2.0", pip="nothing.whl")

    done = run(worse / "安装.sh", home)

    assert 1 == done.returncode
    assert "没有装成" in done.stdout
    start = home / ".local/share/hebiao/hebiao.sh"
    assert "hebiao 1.0 rules\n" == run(start, home, "rules").stdout


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"x")])
def test_a_file_lost_or_damaged_on_the_way_is_named(
    tmp_path: Path, home: Path, damage: object
) -> None:
    bundle = unpacked(tmp_path / "核表")
    assert callable(damage)
    damage(bundle / "wheels" / "pip-1-py3-none-any.whl")

    done = run(bundle / "安装.sh", home)

    assert 1 == done.returncode
    assert "安装文件缺失或损坏：wheels/pip-1-py3-none-any.whl" in done.stdout
    assert not (home / ".local").exists()


def test_without_a_python_that_fits_it_says_what_to_ask_for(tmp_path: Path, home: Path) -> None:
    bundle = unpacked(tmp_path / "核表", pythons=["9.9"])

    done = run(bundle / "安装.sh", home)

    assert 1 == done.returncode
    assert "请把下面这段话交给管理员" in done.stdout
    assert not (home / ".local").exists()


def test_a_python_that_came_along_is_unpacked_where_no_other_fits(
    tmp_path: Path, home: Path
) -> None:
    bundle = unpacked(tmp_path / "核表", pythons=["9.9"])
    claims_to_fit = 'case "$2" in *fits.py) exit 0;; esac'
    script = f'#!/bin/sh\n{claims_to_fit}\nexec {sys.executable} "$@"\n'.encode()
    with tarfile.open(bundle / "python.tar.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("python/bin/python3")
        entry.size, entry.mode = len(script), 0o755
        archive.addfile(entry, BytesIO(script))

    done = run(bundle / "安装.sh", home)

    assert 0 == done.returncode, done.stdout
    base = home / ".local/share/hebiao"
    assert (base / "python/bin/python3").exists()
    assert "hebiao 1.0 rules\n" == run(base / "hebiao.sh", home, "rules").stdout


def test_a_bundle_for_another_machine_does_not_fit(tmp_path: Path, home: Path) -> None:
    bundle = unpacked(tmp_path / "核表", machine="sw_64")

    assert 1 == run(bundle / "安装.sh", home).returncode


def test_a_system_that_is_too_old_is_told_so(tmp_path: Path, home: Path) -> None:
    bundle = unpacked(tmp_path / "核表", glibc=999)

    done = run(bundle / "安装.sh", home)

    assert 1 == done.returncode
    assert "需要 2.999 以上" in done.stdout
    assert not (home / ".local").exists()


def test_run_from_a_zip_that_is_not_unpacked_it_says_to_unpack_it(
    tmp_path: Path, home: Path
) -> None:
    bundle = unpacked(tmp_path / "核表")
    (bundle / "wheels").rename(tmp_path / "elsewhere")

    done = run(bundle / "安装.sh", home)

    assert 1 == done.returncode
    assert "请先把压缩包全部解压" in done.stdout


def test_nothing_is_left_when_it_is_removed_but_what_the_user_saved(
    tmp_path: Path, home: Path
) -> None:
    bundle = unpacked(tmp_path / "核表")
    (home / "桌面" / "核查台账.xlsx").touch()
    run(bundle / "安装.sh", home)

    done = run(bundle / "卸载.sh", home)

    assert 0 == done.returncode, done.stdout
    assert ["核查台账.xlsx"] == [path.name for path in home.rglob("*") if path.is_file()]


def test_removing_what_was_never_installed_is_no_error(tmp_path: Path, home: Path) -> None:
    done = run(unpacked(tmp_path / "核表") / "卸载.sh", home)

    assert (0, "") == (done.returncode, done.stderr)
