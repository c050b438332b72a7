"""What there is to check in an archive, and what is said where there is nothing."""

from __future__ import annotations

import hashlib
import io
import pickle
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
from tests.batch.zips import ENCRYPTED, Packed, named, zipped
from tests.written import written

from hebiao.batch import Found, Source, discover, load, run
from hebiao.batch.engine.processes import Processes
from hebiao.batch.sources import archive, directory, source, unpacked
from hebiao.check import CheckResult, Status
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The current folder is an empty one; nothing is kept unpacked after a test."""
    monkeypatch.chdir(tmp_path)
    yield
    unpacked.drop_all()


def packed(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def found(data: bytes, path: str = "报送.zip") -> Found:
    Path(path).write_bytes(data)
    return discover([path])


def names(found: Found) -> list[str]:
    return [target.name for target in found.targets if isinstance(target, Source)]


def troubles(found: Found) -> list[tuple[str, str, str]]:
    """Return name, code and message of whatever is no document, read where that must be tried."""
    told = []
    for target in found.targets:
        if isinstance(target, CheckResult):
            assert target.problem
            told.append((target.path, target.problem.code, target.problem.message))
            continue
        try:
            load(target)
        except UnreadableFile as error:
            told.append((target.name, error.code, error.message))
    return told


def trouble(data: bytes, expected: str) -> tuple[str, str]:
    """Return name and code of the only trouble, the message of which says what is expected."""
    ((name, code, message),) = troubles(found(data))
    assert expected in message
    return name, code


def test_documents_in_an_archive_are_found_in_the_order_of_their_numbers():
    data = packed({"10.docx": b"", "甲/表.docx": b"", "2.DOC": b"", "说明.txt": b""})

    assert ["报送.zip/2.DOC", "报送.zip/10.docx", "报送.zip/甲/表.docx"] == names(found(data))


def test_a_document_in_an_archive_is_loaded_after_a_journey():
    (target,) = found(packed({"甲/表.docx": b"abc" * 9})).targets

    assert b"abc" * 9 == load(pickle.loads(pickle.dumps(target)))  # noqa: S301 - our own


def test_an_archive_in_a_folder_is_opened_beside_the_documents_there():
    Path("报送").mkdir()
    Path("报送/乙.docx").write_bytes(b"")
    Path("报送/甲局.zip").write_bytes(packed({"表.docx": b""}))

    result = discover(["报送"])

    assert ["报送/乙.docx", "报送/甲局.zip/表.docx"] == names(result)
    assert [PurePosixPath("乙.docx"), PurePosixPath("甲局/表.docx")] == [
        target.place for target in result.targets if isinstance(target, Source)
    ]


def test_archives_in_archives_are_opened_and_each_is_unpacked_once(
    monkeypatch: pytest.MonkeyPatch,
):
    inner = packed({f"{n}.docx": b"%d" % n for n in range(5)})
    result = found(packed({"乙.zip": inner, "丙/丁.zip": packed({"戊.zip": inner})}))
    asked: list[int] = []
    pieces = source.pieces

    def counted(file: io.BytesIO, entry: source.Entry, limit: int) -> Iterator[bytes]:
        asked.append(limit)
        return pieces(file, entry, limit)

    monkeypatch.setattr(source, "pieces", counted)

    assert [f"报送.zip/丙/丁.zip/戊.zip/{n}.docx" for n in range(5)] == names(result)[:5]
    assert [f"报送.zip/乙.zip/{n}.docx" for n in range(5)] == names(result)[5:]
    assert [b"%d" % n for n in range(5)] * 2 == [
        load(target) for target in result.targets if isinstance(target, Source)
    ]
    assert [source.MAX_DOCUMENT] * 10 == asked


def test_a_copy_of_a_member_has_a_place_below_the_name_of_its_archive():
    result = found(packed({"../../etc/x.docx": b"", "乙.zip": packed({"表.docx": b""})}))

    assert {"报送/etc/x.docx", "报送/乙/表.docx"} == {
        str(target.place) for target in result.targets if isinstance(target, Source)
    }


def test_what_a_mac_or_word_leaves_is_passed_over_and_counted_as_in_a_folder():
    data = packed(
        dict.fromkeys(
            ["a.docx", "__MACOSX/._a.docx", ".DS_Store", "~$a.docx", ".b.docx", ".git/c.docx"], b""
        )
    )
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        file.extractall("报送")

    inside, outside = found(data), discover(["报送"])

    assert ["报送.zip/a.docx"] == names(inside)
    assert ["报送/a.docx"] == names(outside)
    assert (3, 3) == (inside.skipped, outside.skipped)


def test_the_copies_of_a_run_of_ours_are_left_out():
    data = packed({"果/核查报告.html": b"", "果/批注/表.docx": b"", "批注/表.docx": b""})

    assert ["报送.zip/批注/表.docx"] == names(found(data))


def test_scans_are_counted_in_folders_and_archives():
    Path("报送").mkdir()
    Path("报送/1.pdf").write_bytes(b"")
    Path("报送/2.zip").write_bytes(packed({"a.docx": b"", "3.JPG": b"", "4.ofd": b""}))

    assert 3 == discover(["报送", "./报送"]).others


@pytest.mark.parametrize("name", ["乙.rar", "乙.7z", "乙.tar.gz", "乙.zip.001", "乙.z01"])
def test_archives_that_cannot_be_opened_are_not_passed_over_in_silence(name: str):
    Path("报送").mkdir()
    Path("报送", name).write_bytes(b"")
    Path("报送/甲.zip").write_bytes(packed({name: b"", "a.docx": b""}))

    told = [t for t in discover(["报送", f"报送/{name}"]).targets if isinstance(t, CheckResult)]

    assert {f"报送/{name}", f"报送/甲.zip/{name}"} == {result.path for result in told}
    assert [Status.UNREADABLE] * 2 == [result.status for result in told]
    for result in told:
        assert result.problem
        assert "closed_archive" == result.problem.code
        assert "请先解压成文件夹或 .zip 再核查" in result.problem.message


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "empty_file", "压缩包是空的"),
        (b"Rar!\x1a\7", "closed_archive", "其实是 RAR 压缩包"),
        (b"<html>", "not_zip", "内容不是压缩包"),
        (named("a.docx")[:-30], "broken_zip", "没有下载完整"),
        (zipped([]), "empty_archive", "压缩包是空的"),
        (named("说明.txt", "表.docx/"), "no_document", "没有 Word 文档"),
    ],
)
def test_an_archive_without_documents_says_what_it_is(data: bytes, code: str, message: str):
    assert ("报送.zip", code) == trouble(data, message)


def test_an_archive_of_other_things_in_a_folder_is_no_failure():
    Path("报送").mkdir()
    Path("报送/照片.zip").write_bytes(named("1.jpg"))

    (target,) = discover(["报送"]).targets

    assert isinstance(target, CheckResult)
    assert ("报送/照片.zip", Status.NO_FORM) == (target.path, target.status)


@pytest.mark.parametrize(
    ("member", "code", "message"),
    [
        (Packed(b"a.docx", flags=ENCRYPTED), "encrypted", "有密码"),
        (Packed(b"a.docx", method=14), "packing_method", "LZMA"),
        (Packed(b"a.docx", method=77), "packing_method", "编号 77"),
        (Packed(b"a.docx", crc=1), "broken_zip", "已损坏"),
        (Packed(b"a.docx", b"abcd", size=3), "broken_zip", "已损坏"),
        (Packed(b"a.docx", b"abcd", size=5), "broken_zip", "已损坏"),
        (Packed(b"a.docx", b"abcd", method=0, size=3), "broken_zip", "已损坏"),
        (Packed(b"a.docx", b"\xff\xff", method=0, size=9), "broken_zip", "已损坏"),
        (Packed(b"a.docx", size=2**31), "too_large", "超过 128 MB"),
        (Packed(b"a.docx", size=2**26), "too_large", "大几百倍"),
        (Packed(b"a.docx", mode=stat.S_IFLNK | 0o777), "link", "只是一个链接"),
        (Packed(b"a.zip", flags=ENCRYPTED), "encrypted", "有密码"),
        (Packed(b"a.zip", size=2**31), "too_large", "超过 200 MB"),
        (Packed(b"a.zip", b"?"), "not_zip", "内容不是压缩包"),
    ],
)
def test_a_member_that_cannot_be_read_does_not_stop_the_others(
    member: Packed, code: str, message: str
):
    result = found(zipped([member, Packed(b"z.docx", b"good")]))
    ((name, told, why),) = troubles(result)

    assert (f"报送.zip/{member.name.decode()}", code) == (name, told)
    assert message in why
    (*_, last) = result.targets
    assert isinstance(last, Source)
    assert b"good" == load(last)


def test_members_of_one_name_are_both_checked():
    result = found(zipped([Packed(b"a.docx", b"1"), Packed(b"a.docx", b"2")]))

    assert ["报送.zip/a.docx", "报送.zip/a（2）.docx"] == names(result)
    assert [b"1", b"2"] == [load(each) for each in result.targets if isinstance(each, Source)]


def test_members_that_share_their_bytes_are_refused():
    shared = zipped([Packed(b"a.docx"), Packed(b"b.docx", offset=0)])
    quoting = zipped([Packed(b"a.docx", packed=200), Packed(b"b.docx", b"?" * 300, method=0)])

    assert ("报送.zip", "overlap") == trouble(shared, "互相重叠")
    assert ("报送.zip", "overlap") == trouble(quoting, "互相重叠")


def test_archives_are_opened_to_a_depth():
    data = packed({"表.docx": b""})
    for _ in range(archive.DEPTH + 1):
        data = packed({"套.zip": data})

    assert ("报送.zip" + "/套.zip" * 4, "too_deep") == trouble(data, "超过 3 层")


def test_too_many_members_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(directory, "MAX_MEMBERS", 2)

    assert ("报送.zip", "too_many") == trouble(named("1.docx", "2.docx", "3.docx"), "请分成几个")


def test_archives_in_an_archive_share_what_it_may_hold(monkeypatch: pytest.MonkeyPatch):
    inner = packed({"1.docx": b"?" * 60})
    monkeypatch.setattr(archive, "MAX_TOTAL", 2 * len(inner) + 100)

    result = found(packed({"甲.zip": inner, "乙.zip": inner}))

    assert ["报送.zip/乙.zip/1.docx"] == names(result)
    assert [("报送.zip/甲.zip", "too_large")] == [told[:2] for told in troubles(result)]


def test_an_archive_that_changed_after_it_was_listed_is_said():
    (target,) = found(packed({"a.docx": b"1"})).targets
    Path("报送.zip").write_bytes(packed({"a.docx": b"22"}))

    assert isinstance(target, Source)
    with pytest.raises(UnreadableFile, match="被改动过"):
        load(target)


def test_an_archive_that_is_gone_is_missing():
    (target,) = found(packed({"a.docx": b"1"})).targets
    Path("报送.zip").unlink()

    assert isinstance(target, Source)
    with pytest.raises(UnreadableFile, match="找不到这个文件"):
        load(target)
    assert ("报送.zip", "missing") == troubles(discover(["报送.zip"]))[0][:2]


def test_a_word_file_that_is_called_zip_is_the_document_it_is():
    form = written({})

    (result,) = run(found(form, "表.zip").targets)

    assert ("表.zip", Status.CHECKED) == (result.path, result.status)


def test_an_archive_that_is_meant_twice_is_checked_once():
    Path("报送.zip").write_bytes(packed({"a.docx": b""}))

    assert ["报送.zip/a.docx"] == names(discover(["报送.zip", "./报送.zip", "*.zip", "."]))


def test_a_name_of_many_digits_is_sorted_as_a_word():
    name = "1" * 5000 + ".docx"

    assert ["报送.zip/2.docx", f"报送.zip/{name}"] == names(found(named(name, "2.docx")))


def test_large_and_very_even_members_come_out_whole():
    even, odd = b"\0" * (3 * 2**20 + 7), hashlib.shake_128(b"").digest(2**20 + 5)

    result = found(packed({"a.docx": even, "b.docx": odd}))

    assert [even, odd] == [load(each) for each in result.targets if isinstance(each, Source)]


def test_forms_in_archives_are_checked_by_several_processes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(unpacked, "_IN_MEMORY", 1)  # a fork would share the position in a file
    form = written({"total": "98.06分"})
    inner = packed({f"{n}.docx": form for n in range(6)})
    targets = found(packed({"甲.zip": inner, "乙.docx": form})).targets

    results = list(run(targets, workers=Processes(2)))

    assert [(name, "checked") for name in names(Found(targets))] == [
        (result.path, result.status) for result in results
    ]
    assert 7 == len({result.path for result in results})
