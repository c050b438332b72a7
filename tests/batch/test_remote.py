"""Files at addresses: found and loaded by way of fsspec, and what is said where that fails."""

import builtins
from importlib import import_module
from pathlib import Path

import fsspec
import pytest
from tests.batch.zips import Packed, zipped
from tests.written import written

from hebiao.batch import Found, Source, discover, load, run
from hebiao.batch.sources.remote import is_remote
from hebiao.check import CheckResult


@pytest.fixture(params=["file", "memory"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty place."""
    if request.param == "file":
        return f"file://{tmp_path.as_posix()}"
    fsspec.filesystem("memory").store.clear()
    return "memory://桶"


def put(address: str, data: bytes = b"?") -> None:
    with fsspec.open(address, "wb", auto_mkdir=True) as file:
        file.write(data)


def names(found: Found) -> list[str]:
    return [target.name for target in found.targets if isinstance(target, Source)]


def only_trouble(found: Found) -> tuple[str, str]:
    (target,) = found.targets
    assert isinstance(target, CheckResult)
    assert target.problem
    return target.problem.code, target.problem.message


def test_an_address_has_a_scheme_and_the_letter_of_a_drive_is_none():
    paths = ["s3://桶/a.docx", "file:///a", "C:\\a.docx", "C:/a.docx", "C://a", "a.docx", "甲://a"]

    assert ["s3://桶/a.docx", "file:///a"] == list(filter(is_remote, paths))


def test_a_file_is_checked_under_its_address(base: str):
    put(f"{base}/表.docx", written({}))

    (result,) = run(discover([f"{base}/表.docx"]).targets)

    assert (f"{base}/表.docx", "checked") == (result.path, result.status)


def test_a_folder_is_searched_to_the_bottom(base: str):
    for name in ("10.docx", "2.docx", "甲/乙/1.docx", "甲/~$1.docx", ".隐/1.docx", "1.pdf"):
        put(f"{base}/{name}")

    found = discover([f"{base}/"])

    assert [f"{base}/{name}" for name in ("2.docx", "10.docx", "甲/乙/1.docx")] == names(found)
    assert (1, 1) == (found.skipped, found.others)
    assert "甲/乙/1.docx" == str([t for t in found.targets if isinstance(t, Source)][-1].place)


def test_a_pattern_is_what_fits_it(base: str):
    for name in ("甲/1.docx", "甲/1.txt", "乙/2.docx"):
        put(f"{base}/{name}")

    found = discover([f"{base}/*/*.docx"])

    assert {f"{base}/乙/2.docx", f"{base}/甲/1.docx"} == set(names(found))
    assert "missing" == only_trouble(discover([f"{base}/*.doc"]))[0]


def test_an_archive_is_opened_where_it_is(base: str):
    put(f"{base}/报送.zip", zipped([Packed("甲/表.docx".encode("gbk"), b"abc")]))

    found = discover([f"{base}/报送.zip", base])

    assert [f"{base}/报送.zip/甲/表.docx"] == names(found)
    (target,) = found.targets
    assert isinstance(target, Source)
    assert b"abc" == load(target)
    assert "报送/甲/表.docx" == str(target.place)


def test_an_archive_that_changed_is_said(base: str):
    put(f"{base}/报送.zip", zipped([Packed(b"a.docx", b"abc")]))
    targets = discover([f"{base}/报送.zip"]).targets
    put(f"{base}/报送.zip", zipped([Packed(b"a.docx", b"abcd")]))

    (result,) = run(targets)

    assert result.problem
    assert "changed" == result.problem.code


def test_a_file_that_is_not_there_is_said(base: str):
    (result,) = run(discover([f"{base}/没有.docx"]).targets)

    assert result.problem
    assert ("missing", True) == (result.problem.code, "请核对地址" in result.problem.message)


def test_an_empty_folder_is_said(base: str):
    put(f"{base}/甲/说明.txt")

    assert "empty_folder" == only_trouble(discover([f"{base}/甲"]))[0]


def test_a_scheme_nobody_knows_is_said():
    code, message = only_trouble(discover(["nothing://a.docx"]))

    assert "remote_scheme" == code
    assert "不认识 nothing:// 这种地址" in message


def refuse(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return imported(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)


def test_without_fsspec_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch):
    refuse(monkeypatch, "fsspec")

    code, message = only_trouble(discover(["s3://桶/a.docx"]))

    assert "remote_package" == code
    assert 'pip install "hebiao[remote]"' in message


def test_without_the_package_of_a_scheme_it_is_said_which(monkeypatch: pytest.MonkeyPatch):
    known = import_module("fsspec.registry").known_implementations
    monkeypatch.setitem(known, "s3", {"class": "no_such.S3", "err": "Install s3fs"})

    code, message = only_trouble(discover(["s3://桶/a.docx"]))

    assert "remote_package" == code
    assert "要先安装 s3fs" in message


def test_whatever_a_service_raises_is_said(monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> bool:
        raise RuntimeError("Unable to locate credentials")

    monkeypatch.setattr(fsspec.filesystem("memory"), "isdir", fails)

    code, message = only_trouble(discover(["memory://桶"]))

    assert "not_accessible" == code
    assert "请核对地址、网络和访问权限" in message
    assert "Unable to locate credentials" in message
