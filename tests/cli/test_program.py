"""Every wrong call and every early end is one Chinese sentence, and the right exit code."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Hebiao, Process

import hebiao as package
from hebiao.cli.program import COMMANDS
from hebiao.reports.columns import width


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["chek", "a.docx"], "没有 chek 这个命令，有 check、diff、read"),
        (["--verbose"], "没有 --verbose 这个选项"),
        (["check"], "缺少 PATH…"),
        (["check", "好.docx", "--formt", "json"], "是不是 --format？"),
        (
            ["check", "好.docx", "--format", "xml"],
            "选项 --format 不对，应为 text、json、jsonl 之一",
        ),
        (["check", "好.docx", "--jobs", "0"], "选项 --jobs 不对，应为不小于 1 的整数"),
        (["check", "好.docx", "--jobs", "x"], "选项 --jobs 不对，应为不小于 1 的整数"),
        (["check", "好.docx", "--out"], "选项 --out 后面缺少内容"),
        (["check", "好.docx", "--select", "ZZ"], "没有以 ZZ 开头的规则"),
        (["check", "好.docx", "--select", "SC", "--ignore", "SC"], "没有剩下任何规则"),
        (["check", "好.docx", "--layouts", "没有"], "找不到版式文件夹 没有"),
        (["explain"], "缺少 CODE"),
        (["explain", "SC1"], "没有规则 SC1"),
        (["explain", "SC01", "SC02"], "命令后面的内容多了"),
        (["read", "没有.docx"], "找不到这个文件"),
        (["show", "坏.docx"], "这是 PDF 文件"),
        (["schema", "x"], "应为 records、result 之一"),
    ],
)
def test_a_wrong_call_is_one_sentence_on_standard_error(
    hebiao: Hebiao, args: list[str], words: str
):
    answer = hebiao(*args)

    assert 2 == answer.exit_code
    assert "" == answer.stdout
    assert words in answer.stderr
    assert answer.stderr.startswith("hebiao：")
    assert 1 == answer.stderr.count("\n")


def test_without_a_command_the_help_is_shown_and_nothing_was_checked(hebiao: Hebiao):
    answer = hebiao()

    assert 2 == answer.exit_code
    assert "用法：hebiao" in answer.stderr


@pytest.mark.parametrize("args", [[], *([name] for name in COMMANDS)])
def test_help_is_chinese_and_fits_the_page(hebiao: Hebiao, args: list[str]):
    answer = hebiao(*args, "--help")

    assert 0 == answer.exit_code
    assert [] == [line for line in answer.stdout.splitlines() if width(line) > 80]
    assert not re.search(r"Usage|Options|Show this|default:", answer.stdout)
    assert "选项" in answer.stdout


def test_every_command_says_what_it_does():
    for name in COMMANDS:
        command = import_module(f"hebiao.cli.{name}").command

        assert isinstance(command, click.Command)
        assert command.help
        for param in command.params:
            assert getattr(param, "help", None) or isinstance(param, click.Argument)


def test_the_version_is_that_of_the_package(hebiao: Hebiao):
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))

    assert f"hebiao {project['project']['version']}\n" == hebiao("--version").stdout


def test_an_interrupt_ends_with_one_sentence(hebiao: Hebiao, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("hebiao.cli.session"), "carry_out", interrupted)
    answer = hebiao("check", "好.docx")

    assert 130 == answer.exit_code
    assert "已中断" in answer.stderr


def test_output_that_cannot_be_written_is_said(hebiao: Hebiao, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(import_module("hebiao.cli.session"), "print_done", full)
    answer = hebiao("check", "好.docx")

    assert 2 == answer.exit_code
    assert "结果写不出去" in answer.stderr


def test_piped_output_is_plain(process: Process):
    answer = process("check", "错.docx", TERM="xterm-256color", COLUMNS="200")

    assert b"\x1b" not in answer.stdout
    assert 80 == max(width(line) for line in answer.stdout.decode().splitlines())
    assert 1 == answer.returncode


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk"}],
)
def test_piped_output_is_utf8_whatever_the_locale(process: Process, env: dict[str, str]):
    answer = process("check", "错.docx", "没有.docx", **env)

    assert "总分与各项得分之和不符" in answer.stdout.decode("utf-8")
    assert b"" == answer.stderr


def test_a_file_name_in_another_encoding_is_no_obstacle(process: Process, folder: Path):
    name = os.fsencode(folder) + b"/" + "自评表.docx".encode("gbk")
    Path(os.fsdecode(name)).write_bytes((folder / "好.docx").read_bytes())

    for style in ("text", "json", "jsonl"):
        answer = process("check", ".", "--format", style)

        assert 2 == answer.returncode
        assert b"" == answer.stderr
        assert "好.docx" in answer.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_error(folder: Path):
    command = [sys.executable, "-m", "hebiao", "schema"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()

        assert b"" == program.stderr.read()
        assert 141 == program.wait()


def test_the_public_names_are_there_and_check_is_the_function():
    assert {
        "CATALOGUE",
        "CheckResult",
        "Finding",
        "Severity",
        "__version__",
        "check",
        "read",
    } == set(package.__all__)
    import_module("hebiao.check")
    assert all(hasattr(package, name) for name in package.__all__)
    assert "unreadable" == package.check(b"").status
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = package.chek


def test_help_does_not_wait_for_the_rules(process: Process):
    answer = process("--help", PYTHONPROFILEIMPORTTIME="1")

    assert b"click" in answer.stderr
    assert b"pydantic" not in answer.stderr


def test_a_terminal_gets_colours(folder: Path):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    env = os.environ | {"TERM": "xterm-256color", "COLUMNS": "90"}
    env.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "hebiao", "check", "错.docx"]
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=env) as program:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:
            pass
        program.wait()
    os.close(ours)

    assert "\x1b[1;31m矛盾 · 确定\x1b[0m" in shown.decode()
    assert "─" * 90 in shown.decode()
