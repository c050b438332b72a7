"""What lands in the folder of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hebiao.batch import discover, run
from hebiao.batch.out import DEFAULT_KINDS, KINDS, Job, prepared, writers_for, written
from hebiao.batch.out.place import put
from hebiao.errors import UsageError
from hebiao.layouts import known_layout
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GOOD = write_forms([sample_content()], known_layout("hubei"))
WRONG = write_forms([sample_content({"total": "98.06分"})], known_layout("hubei"))


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
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def reports(submitted: Path, kinds: Iterable[str]) -> Path:
    folder = submitted.parent / "结果"
    found = discover([str(submitted)])
    job = Job(prepared(str(folder)), roots=(str(submitted),))
    list(written(run(found.targets), writers_for(kinds, job)))
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
    ],
)
def test_each_kind_writes_its_own_files(submitted: Path, kind: str, expected: set[str]):
    assert expected == files(reports(submitted, [kind]))


def test_there_is_a_test_of_every_kind():
    assert set(DEFAULT_KINDS) | {"revised"} == set(KINDS)


def test_the_submitted_files_stay_as_they_were(submitted: Path):
    before = {name: (submitted / name).read_bytes() for name in files(submitted)}

    reports(submitted, KINDS)

    assert before == {name: (submitted / name).read_bytes() for name in files(submitted)}


def test_copies_of_files_of_one_name_do_not_overwrite_each_other(submitted: Path):
    folder = submitted.parent / "结果"
    job = Job(prepared(str(folder)))
    paths = [str(submitted / "甲" / "表.docx"), str(submitted / "乙" / "表.docx")]

    list(written(run(discover(paths).targets), writers_for(["annotated"], job)))

    assert {"批注/表.docx", "批注/表（2）.docx"} == files(folder)


def test_a_run_that_is_broken_off_leaves_what_was_done(submitted: Path):
    folder = submitted.parent / "结果"
    results = written(
        run(discover([str(submitted / "好.docx"), str(submitted / "坏.docx")]).targets),
        writers_for(["json", "xlsx"], Job(prepared(str(folder)))),
    )
    next(results)
    results.close()  # type: ignore[attr-defined]  # a generator, as Ctrl-C leaves it

    assert {"核查结果.json", "核查台账.xlsx"} == files(folder)
    assert "坏.docx" not in (folder / "核查结果.json").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "结果").write_bytes(b"")

    with pytest.raises(UsageError, match="写不了"):
        prepared(str(tmp_path / "结果"))


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


def test_a_file_that_changed_meanwhile_gets_no_copy_and_that_is_said(submitted: Path):
    path = submitted / "甲" / "表.docx"
    said: list[str] = []
    job = Job(prepared(str(submitted.parent / "结果")), say=said.append)
    results = list(run(discover([str(path)]).targets))
    path.write_bytes(GOOD)

    list(written(results, writers_for(["annotated"], job)))

    assert set() == files(job.folder)
    assert 1 == len(said)
    assert said[0].startswith(f"{path}：没有写批注的副本，")


def test_the_copy_of_last_time_goes_when_nothing_is_left_to_mark(submitted: Path):
    folder = reports(submitted, ["annotated"])
    (submitted / "甲" / "表.docx").write_bytes(GOOD)

    reports(submitted, ["annotated"])

    assert {"批注/乙/表.docx"} == files(folder)


def test_reports_below_the_submitted_files_are_not_taken_for_submitted_ones(submitted: Path):
    before = discover([str(submitted)]).targets
    job = Job(prepared(str(submitted / "结果")), roots=(str(submitted),))
    list(written(run(before), writers_for(KINDS, job)))

    assert before == discover([str(submitted)]).targets
