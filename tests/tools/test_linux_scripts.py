from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import linux
from offline.contents import scripts

SCRIPTS = {name: text for name, text in scripts("linux", ["3.12"]).items() if name.endswith(".sh")}
PATHS = st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), min_size=1)


def exec_of(entry: str) -> list[str]:
    """Read the Exec line back as the Desktop Entry Specification says: a string, then words."""
    line = next(line for line in entry.split("\n") if line.startswith("Exec="))
    text = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    words, inside, escaped = [""], False, False
    for character in text:
        if escaped or (inside and character not in '\\"') or (not inside and character not in '" '):
            words[-1] += character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == '"':
            inside = not inside
        else:
            words.append("")
    return words


def test_the_icon_starts_what_lies_in_a_folder_with_blanks() -> None:
    entry = linux.desktop_entry("核表", Path("/home/张 三/hebiao.sh"), "", Path("/icon.svg"))

    assert 'Exec="/home/张 三/hebiao.sh"' in entry.splitlines()


def test_the_other_icon_stops_it() -> None:
    entry = linux.desktop_entry("停止核表", Path("/a/hebiao.sh"), "--stop", Path("/icon.svg"))

    assert ["/a/hebiao.sh", "--stop"] == exec_of(entry)


@given(PATHS)
def test_any_path_comes_back_out_of_an_icon_as_it_went_in(name: str) -> None:
    start = Path("/home") / name / "hebiao.sh"

    assert [str(start), "--stop"] == exec_of(
        linux.desktop_entry("核表", start, "--stop", Path("/icon.svg"))
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_shell_script_is_one(name: str) -> None:
    content = SCRIPTS[name]

    assert isinstance(content, bytes)
    assert b"\r" not in content
    subprocess.run(["bash", "-n"], input=content, check=True)


def test_icons_go_where_the_desktop_is_even_if_it_is_named_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(linux, "said_by", lambda *_: "")
    (tmp_path / "桌面").mkdir()
    base = linux.base_folder()
    base.mkdir(parents=True)

    linux.make_icons(base, "env1")

    assert tmp_path / ".local/share/hebiao" == base
    assert all(icon.stat().st_mode & 0o100 for icon in linux.icons())
    assert {"核表.desktop", "停止核表.desktop"} == {p.name for p in (tmp_path / "桌面").iterdir()}


def test_without_a_desktop_the_menu_still_has_the_icons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(linux, "said_by", lambda *_: "")
    base = linux.base_folder()
    base.mkdir(parents=True)

    linux.make_icons(base, "env1")

    menu = tmp_path / ".local/share/applications"
    assert ["hebiao-stop.desktop", "hebiao.desktop"] == sorted(p.name for p in menu.iterdir())
