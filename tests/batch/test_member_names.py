"""The names in an archive are those that whoever packed it saw."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.zips import UTF_8, Packed, named, unicode_path, zipped

from hebiao.batch.sources.directory import members
from hebiao.errors import UnreadableFile

COMMON = bytes(
    byte for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF) for byte in (row, cell)
).decode("gb2312")
WORDS = st.text(st.sampled_from([*COMMON, *"（）、《》—0123456789ab -_"]), min_size=1, max_size=8)


def names(archive: bytes) -> list[str]:
    return [member.name for member in members(io.BytesIO(archive))]


@pytest.mark.parametrize("coding", ["gbk", "gb18030", "utf-8"])
def test_chinese_names_are_read_in_whatever_coding_they_are(coding: str):
    expected = ["滨江市文化和旅游局/自评表（图书室）.docx", "自评表.docx"]

    assert expected == names(named(*expected, coding=coding))


@pytest.mark.parametrize("name", ["陆.docx", "梅.docx", "路.docx", "联通.docx", "毛.docx"])
@pytest.mark.parametrize("coding", ["gbk", "utf-8"])
def test_a_name_that_is_valid_in_both_codings_is_read_as_chinese(name: str, coding: str):
    assert [name] == names(named(name, coding=coding))


@given(st.lists(WORDS, min_size=1, max_size=5, unique=True), st.sampled_from(["gbk", "utf-8"]))
def test_whatever_chinese_names_were_packed_come_back(words: list[str], coding: str):
    expected = [f"{word}.docx" for word in words]

    assert expected == names(named(*expected, coding=coding))


def test_names_with_the_utf_8_flag_are_utf_8():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("½.docx", b"")

    assert ["½.docx"] == names(buffer.getvalue())


def test_the_unicode_path_field_is_believed_if_it_is_of_this_name():
    raw = "陆.docx".encode("gbk")
    right = Packed(raw, extra=unicode_path(raw, "陸.docx"))
    stale = Packed(raw, extra=unicode_path(b"other", "陸.docx"))

    assert ["陸.docx", "陆.docx"] == names(zipped([right, stale]))


def test_names_of_several_codings_in_one_archive_are_read_each_by_itself():
    archive = zipped([Packed("乙方.docx".encode("gbk")), Packed("甲方自评表.docx".encode()[:-5])])

    assert ["乙方.docx", "甲方自评表"] == names(archive)


def test_bytes_that_are_no_chinese_are_read_as_dos_did():
    assert ["é\xa0.docx"[0] + ".docx"] == names(zipped([Packed(b"\x82.docx")]))


def test_the_second_of_a_name_gets_a_number_no_other_has():
    archive = named("甲/表.docx", "甲/表.docx", "甲/表（2）.docx", "甲/表.docx", "说明", "说明")

    expected = [
        "甲/表.docx",
        "甲/表（3）.docx",
        "甲/表（2）.docx",
        "甲/表（4）.docx",
        "说明",
        "说明（2）",
    ]
    assert expected == names(archive)


def test_folders_are_divided_by_one_slash_and_nothing_unseen_is_left():
    archive = named("甲\\表.docx", "/etc//x.docx", "./a.docx", "a\0b\nc.docx")

    assert ["甲/表.docx", "etc/x.docx", "a.docx", "a�b�c.docx"] == names(archive)


def test_a_flag_that_says_utf_8_of_other_bytes_is_a_trouble_with_a_remedy():
    with pytest.raises(UnreadableFile, match="文件名写法有误"):
        names(zipped([Packed("局.docx".encode("gbk"), flags=UTF_8)]))
