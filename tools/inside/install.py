"""
Installs 核表 from the unpacked bundle this file stands in, offline; --remove takes it away.

Everything goes into one folder of the user's own; no administrator is needed. A new version is
installed beside the old one, tried, and only then put in its place.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # this Python may have been told to look nowhere (-I)

if sys.platform == "win32":
    import windows as system
else:
    import linux as system

ROOT = HERE.parent
BUNDLE = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
"""What contents.py wrote: version, machine, pythons, pip, glibc."""
KEPT = ("start.py", "icon.svg", "icon.ico")


class Trouble(Exception):  # noqa: N818 - not the program's error, the user's to mend
    """What went wrong, and what to do, in a sentence."""


def install() -> None:
    """Install, or put a newer version in the place of an older one."""
    say(f"核表 {BUNDLE['version']} 安装")
    say("1/4 核对安装文件……")
    verify()
    system_fits()
    base = system.base_folder()
    stop(base)
    old, new = places(base)
    say("2/4 准备运行环境……")
    python = make_environment(new)
    say("3/4 安装（约一分钟）……")
    install_wheels(python)
    try_out(python)
    say("4/4 建立图标……")
    for name in KEPT:
        shutil.copyfile(HERE / name, base / name)
    system.make_icons(base, new.name)
    shutil.rmtree(old, ignore_errors=True)
    say(f"\n安装好了。双击桌面上的“核表”图标就能使用。\n装在：{base}")
    if not system.desktop().is_dir():
        say("没有找到桌面文件夹，图标只放在开始菜单里，名字是“核表”。")


def remove() -> None:
    """Take away all that was installed; reports the user saved elsewhere are not touched."""
    base = system.base_folder()
    stop(base)
    for icon in system.icons():
        icon.unlink(missing_ok=True)
    if base.exists():
        shutil.rmtree(base, onerror=refuse)
    say("核表已经卸载。以前下载保存的报告都还在，没有删除。")


def verify() -> None:
    """See that every file of the bundle is here, and as it was made."""
    for line in (ROOT / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        file = ROOT / name
        if not file.is_file() or digest != hashlib.sha256(file.read_bytes()).hexdigest():
            raise Trouble(
                f"安装文件缺失或损坏：{name}\n"
                "请重新复制一次压缩包，全部解压到本机硬盘上的一个文件夹，再安装。"
            )


def system_fits() -> None:
    """See that the C library of this Linux is not older than the wheels can do with."""
    name, have = platform.libc_ver()
    need = BUNDLE["glibc"]
    if name == "glibc" and [int(n) for n in have.split(".")] < [2, need]:
        raise Trouble(
            f"这台电脑的系统太旧：glibc 是 {have}，需要 2.{need} 以上。\n"
            "请把这句话告诉给您安装包的人，请他另做一个安装包。"
        )


def stop(base: Path) -> None:
    """Close a page that is open, once the user has saved from it what is wanted."""
    if not (base / "start.py").exists():
        return
    if sys.stdin is not None and sys.stdin.isatty():
        input("如果核表的页面正开着，请先下载好需要的结果，再按回车键继续……")
    (base / "stop").write_text(str(time.time_ns()), encoding="ascii")
    time.sleep(1)


def places(base: Path) -> tuple[Path, Path]:
    """Return the environment in use, if there is one, and the one to install into."""
    one, two = base / "env1", base / "env2"
    used = (base / system.START).read_text("utf-8") if (base / system.START).exists() else ""
    return (one, two) if "env1" in used else (two, one)


def make_environment(folder: Path) -> Path:
    """Make an empty environment; pip comes from the bundle, so ensurepip is not asked for."""
    if find_spec("venv") is None:
        raise Trouble(
            "这台电脑的 Python 不完整，缺少 venv。请管理员装上它"
            "（软件包名一般叫 python3-venv），再安装核表。"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    call(sys.executable, "-I", "-m", "venv", "--without-pip", "--clear", folder)
    return folder / system.PYTHON


def install_wheels(python: Path) -> None:
    """Let the pip of the bundle install exactly the wheels that are pinned, each by its hash."""
    wheels = ROOT / "wheels"
    pins = wheels / "requirements-{}.{}.txt".format(*sys.version_info)
    call(
        *(python, "-I", wheels / BUNDLE["pip"] / "pip", "--isolated", "install", "--quiet"),
        *("--no-index", "--find-links", wheels, "--no-deps", "--require-hashes", "-r", pins),
        *("--no-cache-dir", "--disable-pip-version-check", "--no-warn-script-location"),
        "--no-compile",  # most of it is never used; what is, Python compiles itself
    )


def try_out(python: Path) -> None:
    """See that the program starts and is the version it should be."""
    said = call(python, "-I", "-m", "hebiao", "--version")
    if BUNDLE["version"] not in said:
        raise Trouble(f"装上的不是 {BUNDLE['version']}，而是 {said.strip()}。请重新解压再安装。")


def call(*words: str | Path) -> str:
    """Run a program unseen; return what it says."""
    command = [str(word) for word in words]
    done = subprocess.run(  # noqa: S603 - our own words
        command, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise Trouble(f"{said}\n没有装成。请把上面的文字拍照，发给给您安装包的人。")
    return done.stdout


def refuse(_: object, path: str, __: object) -> None:
    """Say which file would not go."""
    raise Trouble(f"有文件删不掉：{path}\n请关闭核表（双击“停止核表”）或重启电脑，再卸载一次。")


def say(text: str) -> None:
    """Tell the user."""
    print(text, flush=True)


def main(words: list[str]) -> int:
    """Do what the words say; return 0 if it went well."""
    try:
        remove() if words == ["--remove"] else install()
    except Trouble as trouble:
        say(f"\n{trouble}")
    except OSError as error:
        say(f"\n读写文件时出错：{error}\n请确认磁盘没有满、文件夹可以写入，再试一次。")
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
