"""Which files a user means, in which order, and what is said where there is none."""

import os
from pathlib import Path

import pytest

from hebiao.batch import Found, Source, discover
from hebiao.batch.sources.natural import natural
from hebiao.check import CheckResult, Status


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder 报送 in the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报送").mkdir()
    return Path("报送")


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def paths(found: Found) -> list[str]:
    return [target.name for target in found.targets if isinstance(target, Source)]


def only_trouble(found: Found) -> CheckResult:
    (target,) = found.targets
    assert isinstance(target, CheckResult)
    assert Status.UNREADABLE == target.status
    return target


def code(result: CheckResult) -> str:
    return result.problem.code if result.problem else ""


def test_a_file_is_itself_whatever_it_is_called(folder: Path):
    fill(folder, "说明.txt")

    assert ["报送/说明.txt"] == paths(discover(["报送/说明.txt"]))


def test_a_path_is_kept_as_it_was_given(folder: Path):
    fill(folder, "a.docx")

    assert ["./报送//a.docx"] == paths(discover(["./报送//a.docx"]))


def test_a_folder_is_searched_to_the_bottom_in_the_order_of_its_numbers(folder: Path):
    fill(folder, "10.docx", "2.docx", "乙/2.DOCX", "乙/丙/1.docm", "甲/1.dotx")

    expected = [
        "报送/2.docx",
        "报送/10.docx",
        "报送/乙/2.DOCX",
        "报送/乙/丙/1.docm",
        "报送/甲/1.dotx",
    ]
    assert expected == paths(discover(["报送"]))


def test_the_order_of_the_paths_is_the_users(folder: Path):
    fill(folder, "b.docx", "a.docx")

    assert ["报送/b.docx", "报送/a.docx"] == paths(discover(["报送/b.docx", "报送/a.docx"]))


def test_other_kinds_of_files_in_a_folder_are_left_alone(folder: Path):
    fill(folder, "a.docx", "a.xlsx", "a.pdf", "docx")

    assert ["报送/a.docx"] == paths(discover(["报送"]))


def test_old_formats_in_a_folder_are_there_to_be_reported(folder: Path):
    fill(folder, "a.doc", "b.wps")

    assert ["报送/a.doc", "报送/b.wps"] == paths(discover(["报送"]))


def test_hidden_and_lock_files_in_a_folder_are_passed_over_and_counted(folder: Path):
    fill(folder, "a.docx", "~$a.docx", "._a.docx", ".b.docx", ".git/c.docx")

    found = discover(["报送"])

    assert ["报送/a.docx"] == paths(found)
    assert 3 == found.skipped


def test_a_lock_file_that_is_named_is_explained(folder: Path):
    fill(folder, "~$a.docx")

    trouble = only_trouble(discover(["报送/~$a.docx"]))

    assert ("报送/~$a.docx", "lock_file") == (trouble.path, code(trouble))
    assert trouble.problem
    assert "请核查去掉“~$”的同名文档" in trouble.problem.message


def test_a_folder_without_documents_is_a_trouble(folder: Path):
    fill(folder, "说明.txt", "~$a.docx")

    found = discover(["报送"])

    assert "empty_folder" == code(only_trouble(found))
    assert 1 == found.skipped


def test_a_missing_file_is_left_to_the_check(folder: Path):
    assert ["没有.docx"] == paths(discover(["没有.docx"]))
    assert folder.exists()


def test_a_pattern_is_what_fits_it(folder: Path):
    fill(folder, "2.docx", "10.docx", "~$2.docx", "乙/3.docx", "乙/说明.txt")

    found = discover(["报送/*"])

    assert ["报送/2.docx", "报送/10.docx", "报送/乙/3.docx"] == paths(found)
    assert 1 == found.skipped


def test_a_pattern_goes_down_with_two_stars(folder: Path):
    fill(folder, "甲/乙/1.docx")

    assert ["报送/甲/乙/1.docx"] == paths(discover(["报送/**/*.docx"]))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("报送", "甲/乙/1.docx"),
        ("报送/甲/乙/1.docx", "1.docx"),
        ("报送/*/乙", "甲/乙/1.docx"),
        ("报送/甲/**/*.docx", "乙/1.docx"),
    ],
)
def test_a_copy_has_the_place_of_the_file_below_what_was_named(
    folder: Path, path: str, expected: str
):
    fill(folder, "甲/乙/1.docx")

    (target,) = discover([path]).targets

    assert isinstance(target, Source)
    assert ("报送/甲/乙/1.docx", expected) == (target.name, str(target.place))


def test_a_hidden_file_in_a_folder_is_checked_if_it_is_named_too(folder: Path):
    fill(folder, "a.docx", ".b.docx")

    found = discover(["报送", "报送/.b.docx"])

    assert ["报送/a.docx", "报送/.b.docx"] == paths(found)
    assert 0 == found.skipped


def test_a_pattern_nothing_fits_is_a_trouble(folder: Path):
    trouble = only_trouble(discover([f"{folder}/*.docx"]))

    assert ("报送/*.docx", "missing") == (trouble.path, code(trouble))


def test_a_name_with_brackets_is_no_pattern_if_there_is_such_a_file(folder: Path):
    fill(folder, "自评表[1].docx")

    assert ["报送/自评表[1].docx"] == paths(discover(["报送/自评表[1].docx"]))


def test_a_file_that_is_meant_twice_is_checked_once(folder: Path):
    fill(folder, "a.docx", "b.docx")

    assert ["报送/b.docx", "报送/a.docx"] == paths(discover(["报送/b.docx", "报送", "./报送"]))


def test_a_folder_that_cannot_be_opened_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch):
    fill(folder, "a.docx", "乙/b.docx")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("乙"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover(["报送"])

    assert ["报送/a.docx"] == paths(found)
    (trouble,) = (target for target in found.targets if isinstance(target, CheckResult))
    assert ("报送/乙", "not_accessible") == (trouble.path, code(trouble))


def test_numbers_sort_by_value_and_before_words():
    names = ["第10号.docx", "甲.docx", "第2号.docx", "1.docx"]

    assert ["1.docx", "甲.docx", "第2号.docx", "第10号.docx"] == sorted(names, key=natural)
