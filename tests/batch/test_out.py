"""What lands in the folder of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.written import written

from hebiao.batch import discover
from hebiao.batch.ledger import NAME, Ledger
from hebiao.batch.order import Order, now
from hebiao.batch.out import (
    COPIES,
    DEFAULT_KINDS,
    KINDS,
    Job,
    parts_for,
    prepared,
    write_reports,
)
from hebiao.batch.out.place import put
from hebiao.batch.run import carry_out
from hebiao.errors import UsageError
from hebiao.reports.about import About
from hebiao.store.schema import RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TABLES = tuple(table.name for table in RESULTS)
GOOD = written({})
WRONG = written({"total": "98.06分"})


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    for name, data in {"甲/表.docx": WRONG, "乙/表.docx": WRONG, "好.docx": GOOD}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "坏.docx").write_bytes(b"?")
    return folder


def files(folder: Path) -> set[str]:
    """The files in a folder, but for the ledger, which every run keeps."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {NAME}


def reports(paths: Iterable[Path], folder: Path, kinds: Iterable[str]) -> Path:
    """Check what the paths mean, and write the reports into the folder."""
    roots = [str(path) for path in paths]
    kinds = tuple(kinds)
    copies = tuple(kind for kind in kinds if kind in COPIES)
    order = Order(parts=parts_for(kinds), copies=copies, folder=folder)
    prepared(folder)
    with Ledger(order, folder) as ledger:
        list(carry_out(discover(roots).targets, order, ledger))
        write_reports(kinds, folder, Job(About(), now()), ledger)
    return folder


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("html", {"核查报告.html"}),
        ("xlsx", {"核查台账.xlsx"}),
        ("annotated", {"批注/甲/表.docx", "批注/乙/表.docx"}),
        ("revised", {"修订/甲/表.docx", "修订/乙/表.docx"}),
        ("letter", {"意见书/核查意见书_滨江市文化和旅游局.docx"}),
        ("json", {"核查结果.json"}),
        ("text", {"核查报告.txt"}),
        ("parquet", {f"数据/{table}.parquet" for table in TABLES}),
    ],
)
def test_each_kind_writes_its_own_files(submitted: Path, kind: str, expected: set[str]):
    assert expected == files(reports([submitted], submitted.parent / "结果", [kind]))


def test_there_is_a_test_of_every_kind():
    assert set(DEFAULT_KINDS) | {"revised", "parquet"} == set(KINDS)


def test_the_submitted_files_stay_as_they_were(submitted: Path):
    before = {name: (submitted / name).read_bytes() for name in files(submitted)}

    reports([submitted], submitted.parent / "结果", KINDS)

    assert before == {name: (submitted / name).read_bytes() for name in files(submitted)}


def test_copies_of_files_of_one_name_do_not_overwrite_each_other(submitted: Path):
    paths = [submitted / "甲" / "表.docx", submitted / "乙" / "表.docx"]

    folder = reports(paths, submitted.parent / "结果", ["annotated"])

    assert {"批注/表.docx", "批注/表（2）.docx"} == files(folder)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "结果").write_bytes(b"")

    with pytest.raises(UsageError, match="写不了"):
        prepared(tmp_path / "结果")


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def broken() -> Iterable[bytes]:
        yield b"new"
        raise OSError(28, "磁盘满了")

    with pytest.raises(UsageError, match="磁盘已满"):
        put(path, broken())

    assert {"a"} == files(tmp_path)
    assert b"old" == path.read_bytes()


def test_the_copy_of_last_time_goes_when_nothing_is_left_to_mark(submitted: Path):
    folder = reports([submitted], submitted.parent / "结果", ["annotated"])
    (submitted / "甲" / "表.docx").write_bytes(GOOD)

    reports([submitted], folder, ["annotated"])

    assert {"批注/乙/表.docx"} == files(folder)


def test_a_copy_is_of_the_bytes_that_were_checked(submitted: Path):
    folder = reports([submitted], submitted.parent / "结果", ["annotated"])
    comments = b"word/comments.xml"

    assert comments in (folder / "批注" / "甲" / "表.docx").read_bytes()


def test_reports_below_the_submitted_files_are_not_taken_for_submitted_ones(submitted: Path):
    before = discover([str(submitted)]).targets
    reports([submitted], submitted / "结果", KINDS)

    assert before == discover([str(submitted)]).targets
