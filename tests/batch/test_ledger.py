"""What was done once is not done again, whenever and however a run ended."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.written import written

from hebiao.batch import discover
from hebiao.batch.basis import basis_of
from hebiao.batch.ledger import NAME, Ledger
from hebiao.batch.order import Order
from hebiao.batch.out import DEFAULT_KINDS, parts_for
from hebiao.batch.run import carry_out
from hebiao.config import Settings
from hebiao.rules import Policy

GOOD = written({})
KILLED = Path(__file__).parent / "killed.py"
WRONG = written({"total": "98.06分"})


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"{number}.docx").write_bytes(WRONG if number == 2 else GOOD)
    return folder


def order_for(folder: Path, **changes: object) -> Order:
    order = replace(Order(parts=("entry", "text"), copies=("annotated",), folder=folder), **changes)  # type: ignore[arg-type]
    return replace(order, basis=basis_of(order))


def checked(submitted: Path, out: Path, **changes: object) -> list[str]:
    """Run over the files, and return the names of those that were checked and not taken over."""
    out.mkdir(exist_ok=True)
    order = order_for(out, **changes)
    with Ledger(order, out) as ledger:
        done = list(carry_out(discover([str(submitted)]).targets, order, ledger))
        ledger.settle()
    return [each.path.rsplit("/", 1)[-1] for each in done if each.line]


def kept(out: Path) -> list[dict[str, object]]:
    lines = (out / NAME).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def names(out: Path) -> list[str]:
    return [str(line["path"]).rsplit("/", 1)[-1] for line in kept(out)]


ALL = ["1.docx", "2.docx", "3.docx", "4.docx"]


def test_the_second_run_checks_nothing_that_is_as_it_was(submitted: Path, tmp_path: Path):
    assert ALL == checked(submitted, tmp_path / "结果")
    assert [] == checked(submitted, tmp_path / "结果")


def test_a_changed_and_a_new_file_are_checked(submitted: Path, tmp_path: Path):
    checked(submitted, tmp_path / "结果")
    (submitted / "3.docx").write_bytes(WRONG)
    (submitted / "0.docx").write_bytes(GOOD)

    assert ["0.docx", "3.docx"] == checked(submitted, tmp_path / "结果")


def test_the_ledger_holds_one_line_a_file_in_the_order_of_the_files(
    submitted: Path, tmp_path: Path
):
    checked(submitted, tmp_path / "结果")
    (submitted / "3.docx").write_bytes(WRONG)
    (submitted / "0.docx").write_bytes(GOOD)
    (submitted / "4.docx").unlink()
    checked(submitted, tmp_path / "结果")

    assert ["0.docx", "1.docx", "2.docx", "3.docx"] == names(tmp_path / "结果")


def test_a_settled_ledger_reads_the_file_that_is_there(submitted: Path, tmp_path: Path):
    out = tmp_path / "结果"
    checked(submitted, out)
    (submitted / "3.docx").write_bytes(WRONG)
    order = order_for(out)
    with Ledger(order, out) as ledger:
        list(carry_out(discover([str(submitted)]).targets, order, ledger))
        before = list(ledger.parts("entry"))
        ledger.settle()

        assert before == list(ledger.parts("entry"))
        assert (out / NAME).stat().st_ino == os.fstat(ledger._file.fileno()).st_ino


def test_what_is_taken_over_is_the_same_as_what_is_checked(submitted: Path, tmp_path: Path):
    checked(submitted, tmp_path / "一")
    first = (tmp_path / "一" / NAME).read_bytes()
    checked(submitted, tmp_path / "一")

    assert first == (tmp_path / "一" / NAME).read_bytes()


@pytest.mark.parametrize(
    "changes",
    [
        {"settings": Settings(policy=Policy(fiscal_year=2023))},
        {"settings": Settings(codes=frozenset({"SC01"}))},
        {"parts": ("entry", "text", "html")},
    ],
    ids=["policy", "rules", "parts"],
)
def test_other_settings_or_reports_than_last_time_are_checked_for(
    submitted: Path, tmp_path: Path, changes: dict[str, object]
):
    checked(submitted, tmp_path / "结果")

    assert ALL == checked(submitted, tmp_path / "结果", **changes)


def test_another_program_trusts_no_line_of_this_one(
    submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    checked(submitted, tmp_path / "结果")
    monkeypatch.setattr("hebiao.batch.basis.fingerprint", lambda: "0.2.0")

    assert ALL == checked(submitted, tmp_path / "结果")


def test_a_file_whose_copy_is_gone_is_checked_again(submitted: Path, tmp_path: Path):
    checked(submitted, tmp_path / "结果")
    (tmp_path / "结果" / "批注" / "2.docx").unlink()

    assert ["2.docx"] == checked(submitted, tmp_path / "结果")
    assert (tmp_path / "结果" / "批注" / "2.docx").exists()


def test_a_file_that_could_not_be_read_is_tried_again(submitted: Path, tmp_path: Path):
    (submitted / "5.docx").write_bytes(b"?")
    checked(submitted, tmp_path / "结果")

    assert ["5.docx"] == checked(submitted, tmp_path / "结果")


def test_a_line_that_was_cut_off_is_written_again(submitted: Path, tmp_path: Path):
    checked(submitted, tmp_path / "结果")
    whole = (tmp_path / "结果" / NAME).read_bytes()
    for cut in random.Random(1).sample(range(len(whole)), 12):  # noqa: S311 - no secret
        (tmp_path / "结果" / NAME).write_bytes(whole[:cut])

        again = checked(submitted, tmp_path / "结果")

        assert ALL[whole[:cut].count(b"\n") :] == again
        assert whole == (tmp_path / "结果" / NAME).read_bytes()


@pytest.mark.parametrize(
    "line", [b"{}\n", b"[1]\n", b"\xff\n", b'{"path": "a", "parts": 1}\n', b"\n"]
)
def test_a_line_that_is_none_is_passed_over(submitted: Path, tmp_path: Path, line: bytes):
    checked(submitted, tmp_path / "结果")
    whole = (tmp_path / "结果" / NAME).read_bytes()
    (tmp_path / "结果" / NAME).write_bytes(line + whole)

    assert [] == checked(submitted, tmp_path / "结果")
    assert whole == (tmp_path / "结果" / NAME).read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is killed as a fork")
def test_a_run_killed_at_any_moment_is_gone_on_with_without_loss_or_repetition(tmp_path: Path):
    folder, out = tmp_path / "报送", tmp_path / "结果"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.docx").write_bytes(WRONG if number % 3 else GOOD)
    killed = [sys.executable, str(KILLED), str(folder), str(out), "25"]

    kills = int(subprocess.run(killed, capture_output=True, check=True, timeout=60).stdout)
    before = whole_lines(out)
    again = checked(folder, out, parts=parts_for(DEFAULT_KINDS))

    assert kills > 1
    assert 40 - len(before) == len(again)
    assert {f"{folder}/{number}.docx": 1 for number in range(40)} == Counter(
        map(path_of, kept(out))
    )
    assert before == {path: line for path, line in whole_lines(out).items() if path in before}
    assert {f"{number}.docx" for number in range(40) if number % 3} == {
        path.name for path in (out / "批注").iterdir()
    }


def path_of(line: dict[str, object]) -> str:
    return str(line["path"])


def whole_lines(out: Path) -> dict[str, bytes]:
    """The lines of the ledger that were written to their end, by the path of the file."""
    lines = (out / NAME).read_bytes().splitlines(keepends=True)
    whole = [line for line in lines if line.endswith(b"\n")]
    return {path_of(json.loads(line)): line for line in whole}
