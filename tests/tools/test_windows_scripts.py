"""What can be checked of the batch files without a Windows at hand: form, not behaviour."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import windows
from offline.contents import as_read_by, scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = Path("C:/Users/张三/AppData/Local/hebiao")


def batches() -> Iterator[tuple[str, bytes]]:
    for name, content in scripts("windows", ["3.11", "3.12"]).items():
        if name.endswith(".bat"):
            assert isinstance(content, bytes)
            yield name, content
    for name, text in {
        "hebiao.bat": windows.terminal_batch("env1"),
        "核表.bat": windows.windowless_batch("env1", ""),
        "停止核表.bat": windows.windowless_batch("env2", "--stop"),
    }.items():
        yield name, text.replace("\n", "\r\n").encode("ascii")


BATCHES = dict(batches())
EVERY = pytest.mark.parametrize("name", BATCHES)


def lines(name: str) -> list[str]:
    return BATCHES[name].decode("gbk").split("\r\n")


def test_there_is_one_to_install_and_one_to_remove() -> None:
    assert {"安装.bat", "卸载.bat", "hebiao.bat", "核表.bat", "停止核表.bat"} == BATCHES.keys()


@EVERY
def test_a_line_ends_as_cmd_wants_it(name: str) -> None:
    content = BATCHES[name]

    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")


@EVERY
def test_nothing_chinese_comes_before_the_code_page_is_set(name: str) -> None:
    before = BATCHES[name].decode("gbk").partition("chcp 936")[0]

    assert before.isascii()


@EVERY
def test_every_label_gone_to_is_there_once(name: str) -> None:
    text = "\n".join(lines(name))
    gone_to = re.findall(r"\b(?:goto|call) :?(\w+)", text)
    labels = re.findall(r"^:(\w+)$", text, re.MULTILINE)

    assert set(gone_to) == set(labels)
    assert len(set(labels)) == len(labels)


@EVERY
def test_no_line_runs_into_a_label_by_mistake(name: str) -> None:
    """Before a label stands a jump or a return: nothing is fallen into."""
    said = [line for line in lines(name) if line]
    before = [said[n - 1] for n, line in enumerate(said) if line.startswith(":")]

    assert [] == [line for line in before if not line.startswith(("goto ", "exit /b"))]


@EVERY
def test_quotes_are_paired(name: str) -> None:
    assert [] == [line for line in lines(name) if line.count('"') % 2]


@EVERY
def test_every_folder_of_unknown_name_stands_in_quotes(name: str) -> None:
    bare = re.sub(r'"[^"]*"', "", "\n".join(lines(name)))

    assert [] == re.findall(r"%(?:HERE|LOCALAPPDATA|ProgramFiles|~dp0)%?", bare)


@EVERY
def test_nothing_of_a_unix_shell_is_in_it(name: str) -> None:
    text = "\n".join(lines(name))

    assert [] == re.findall(r"/dev/null|\$\w|\$\(|`|\[\[|^\s*(?:fi|done|then|esac)\b|^#", text)


@EVERY
def test_a_block_in_brackets_is_closed(name: str) -> None:
    bare = re.sub(r'"[^"]*"', "", "\n".join(lines(name)))

    assert bare.count("(") == bare.count(")")


def test_a_percent_sign_always_names_something() -> None:
    named = r"%%V|%\*|%~dp0|%(?:HERE|PYTHON|LOCALAPPDATA|ProgramFiles|errorlevel)%"

    assert dict.fromkeys(BATCHES, "") == {
        name: "".join(re.findall("%", re.sub(named, "", "\n".join(lines(name)))))
        for name in BATCHES
    }


def test_a_python_that_is_to_be_removed_does_not_remove_itself() -> None:
    assert '"%LOCALAPPDATA%\\hebiao\\python\\python.exe"' in "\n".join(lines("安装.bat"))
    assert "\\hebiao\\python" not in "\n".join(lines("卸载.bat"))


def test_what_an_administrator_is_asked_for_names_the_pythons_of_the_bundle() -> None:
    asked = scripts("windows", ["3.11", "3.12"])["program/need-python.txt"]

    assert isinstance(asked, bytes)
    assert "版本 3.11、3.12 之一" in asked.decode("gbk")


def test_a_word_gbk_has_not_is_noticed_when_the_bundle_is_made() -> None:
    with pytest.raises(UnicodeEncodeError):
        as_read_by("windows", "echo ✓\n")


def test_icons_are_on_the_desktop_and_in_the_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERPROFILE", "C:/Users/张三")
    monkeypatch.setenv("APPDATA", "C:/Users/张三/AppData/Roaming")
    monkeypatch.setenv("LOCALAPPDATA", "C:/Users/张三/AppData/Local")

    places = {str(icon) for icon in windows.icons()}

    assert BASE == windows.base_folder()
    assert "C:/Users/张三/Desktop/核表.lnk" in places
    assert (
        "C:/Users/张三/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/停止核表.lnk" in places
    )


def test_where_no_shortcut_can_be_made_there_is_a_batch_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "said_by", lambda *_, **__: "")
    monkeypatch.setattr(windows, "desktop", lambda: tmp_path / "桌面")
    monkeypatch.setattr(windows, "menu", lambda: tmp_path / "nowhere")
    (tmp_path / "桌面").mkdir()

    windows.make_icons(tmp_path, "env2")

    made = sorted(path.name for path in (tmp_path / "桌面").iterdir())
    assert ["停止核表.bat", "核表.bat"] == made
    assert (
        b'@start "" "%LOCALAPPDATA%\\hebiao\\env2\\Scripts\\pythonw.exe"'
        b' -I "%LOCALAPPDATA%\\hebiao\\start.py"\r\n'
    ) == (tmp_path / "桌面" / "核表.bat").read_bytes()


def test_a_shortcut_gets_its_chinese_name_once_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, str] = {}

    def powershell(*_: str, **words: str) -> str:
        told.update(words)
        Path(words["HEBIAO_LINK"]).touch()
        return ""

    monkeypatch.setattr(windows, "said_by", powershell)

    assert windows.make_shortcut(tmp_path / "核表.lnk", BASE, "env1", "--stop")
    assert ["核表.lnk"] == [path.name for path in tmp_path.iterdir()]
    assert Path(told["HEBIAO_LINK"]).name.isascii()
    assert f'-I "{BASE / "start.py"}" --stop' == told["HEBIAO_WORDS"]
