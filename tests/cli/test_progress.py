"""The bar of long runs: seen by people on a terminal only, and it changes nothing."""

from __future__ import annotations

import sys

import pytest

from hebiao.cli.progress import FEWEST, while_writing, with_progress


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert capsys  # first its standard error, which then is a terminal
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("terminal")
def test_every_result_comes_through_in_its_order():
    assert list(range(FEWEST)) == list(with_progress(range(FEWEST), FEWEST))


@pytest.mark.usefixtures("terminal")
def test_a_terminal_sees_how_many_are_done(capsys: pytest.CaptureFixture[str]):
    list(with_progress(range(FEWEST), FEWEST))

    assert f"/{FEWEST}" in capsys.readouterr().err


def test_a_pipe_sees_nothing(capsys: pytest.CaptureFixture[str]):
    list(with_progress(range(FEWEST), FEWEST))

    assert "" == capsys.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_a_few_files_need_no_bar(capsys: pytest.CaptureFixture[str]):
    list(with_progress(range(3), 3))

    assert "" == capsys.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_a_terminal_sees_that_many_reports_are_being_written(capsys: pytest.CaptureFixture[str]):
    with while_writing(FEWEST):
        pass

    assert f"正在写出 {FEWEST} 个文件的报告" in capsys.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_the_reports_of_a_few_files_are_written_without_a_word(capsys: pytest.CaptureFixture[str]):
    with while_writing(3):
        pass

    assert "" == capsys.readouterr().err
