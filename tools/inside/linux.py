"""
Where 核表 is installed on a Linux desktop (统信, 麒麟 and others), and the icons there.
"""

from __future__ import annotations

import os
from pathlib import Path

from outside import said_by

NAMES = {"核表": ("hebiao", ""), "停止核表": ("hebiao-stop", "--stop")}
"""What an icon is called, its file in the menu, and the word it passes to start.py."""
START = "hebiao.sh"
PYTHON = "bin/python"


def base_folder() -> Path:
    """Return the folder that holds all of it: the user's own, so no administrator is needed."""
    return _data_home() / "hebiao"


def icons() -> list[Path]:
    """Return every icon there may be."""
    on_desktop = [desktop() / f"{name}.desktop" for name in NAMES]
    return on_desktop + [menu() / f"{file}.desktop" for file, _ in NAMES.values()]


def make_icons(base: Path, environment: str) -> None:
    """Write the start script, and an icon in the menu and on the desktop for each of the names."""
    start = base / START
    start.write_text(shell_script(environment), encoding="utf-8")
    start.chmod(0o755)
    menu().mkdir(parents=True, exist_ok=True)
    for name, (file, word) in NAMES.items():
        entry = desktop_entry(name, start, word, base / "icon.svg")
        for place in (menu() / f"{file}.desktop", desktop() / f"{name}.desktop"):
            if place.parent.is_dir():
                place.write_text(entry, encoding="utf-8")
                place.chmod(0o755)
                said_by("gio", "set", str(place), "metadata::trusted", "true")  # GNOME asks for it


def shell_script(environment: str) -> str:
    """Return the script that starts the program from the folder it lies in."""
    return (
        "#!/bin/sh\n"
        'base=$(dirname "$(readlink -f "$0")")\n'
        f'exec "$base/{environment}/bin/python" -I "$base/start.py" "$@"\n'
    )


def desktop_entry(name: str, start: Path, word: str, icon: Path) -> str:
    """Return a .desktop file; a path in Exec is quoted twice over, as its specification asks."""
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.0\n"
        f"Name={name}\nComment=核查绩效自评表\n"
        f"Exec={_quoted(str(start))}{word and ' ' + word}\n"
        f"Icon={_escaped(str(icon))}\n"
        "Terminal=false\nStartupNotify=false\nCategories=Office;\n"
    )


def _quoted(path: str) -> str:
    for character in '\\"`$':
        path = path.replace(character, f"\\{character}")
    return f'"{_escaped(path).replace("%", "%%")}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def menu() -> Path:
    """Return the folder of the user's menu."""
    return _data_home() / "applications"


def desktop() -> Path:
    """Return the folder of the desktop, wherever this user keeps it."""
    said = said_by("xdg-user-dir", "DESKTOP").strip()
    home = Path.home()
    folders = (*([Path(said)] if said else []), home / "桌面", home / "Desktop")
    return next((f for f in folders if f.is_dir() and f != home), home / "桌面")


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
