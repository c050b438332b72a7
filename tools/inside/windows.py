"""
Where 核表 is installed on Windows, and the shortcuts there.

A name in the folder of the program is ASCII: a shortcut of a Windows set to another language can
hold nothing else. What the user sees is Chinese.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from outside import said_by

NAMES = {"核表": "", "停止核表": "--stop"}
"""What an icon is called, and the word it passes to start.py."""
START = "hebiao.bat"
PYTHON = "Scripts/python.exe"
_SHORTCUT = """
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:HEBIAO_LINK)
$link.TargetPath = $env:HEBIAO_PROGRAM
$link.Arguments = $env:HEBIAO_WORDS
$link.WorkingDirectory = $env:HEBIAO_BASE
$link.IconLocation = $env:HEBIAO_ICON
$link.Save()
"""


def base_folder() -> Path:
    """Return the folder that holds all of it: the user's own, so no administrator is needed."""
    return Path(os.environ["LOCALAPPDATA"]) / "hebiao"


def icons() -> list[Path]:
    """Return every icon there may be."""
    places = [folder / name for folder in (desktop(), menu()) for name in NAMES]
    return [place.with_suffix(kind) for place in places for kind in (".lnk", ".bat")]


def make_icons(base: Path, environment: str) -> None:
    """Write the start script for a terminal, and shortcuts that open no black window."""
    (base / START).write_text(terminal_batch(environment), "ascii", newline="\r\n")
    for name, word in NAMES.items():
        for folder in (menu(), desktop()):
            link = folder / f"{name}.lnk"
            if folder.is_dir() and not make_shortcut(link, base, environment, word):
                batch = windowless_batch(environment, word)
                link.with_suffix(".bat").write_text(batch, "ascii", newline="\r\n")


def make_shortcut(link: Path, base: Path, environment: str, word: str) -> bool:
    """Make a shortcut through PowerShell, first under a plain name, and say whether it is there."""
    plain = link.with_name(f"hebiao{word}.lnk")
    said_by(
        *("powershell", "-NoProfile", "-NonInteractive", "-Command", _SHORTCUT),
        HEBIAO_LINK=str(plain),
        HEBIAO_PROGRAM=str(base / environment / "Scripts" / "pythonw.exe"),
        HEBIAO_WORDS=f'-I "{base / "start.py"}" {word}'.strip(),
        HEBIAO_BASE=str(base),
        HEBIAO_ICON=str(base / "icon.ico"),
    )
    if plain.exists():
        plain.replace(link)
    return link.exists()


def terminal_batch(environment: str) -> str:
    """Return a batch file that runs hebiao in the window it is called from."""
    return f'@"%~dp0{environment}\\Scripts\\python.exe" -I "%~dp0start.py" %*\n'


def windowless_batch(environment: str, word: str) -> str:
    """Return a batch file for where no shortcut can be made; its window is gone in a moment."""
    base = "%LOCALAPPDATA%\\hebiao"
    program = f'"{base}\\{environment}\\Scripts\\pythonw.exe"'
    return f'@start "" {program} -I "{base}\\start.py" {word}'.rstrip() + "\n"


def menu() -> Path:
    """Return the folder of the user's start menu."""
    return Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"


def desktop() -> Path:
    """Return the folder of the desktop; it is often on another disk."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows alone has it

        key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as folders:
                return Path(os.path.expandvars(winreg.QueryValueEx(folders, "Desktop")[0]))
        except OSError:
            pass
    return Path(os.environ["USERPROFILE"]) / "Desktop"
