"""The place of a copy is harmless on every system, whatever the file is called."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hebiao.batch.sources.safe_place import LONGEST_BYTES, LONGEST_NAME, LONGEST_WAY, safe_place


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (["甲", "表.docx"], "甲/表.docx"),
        (["..", "..", "etc", "x.docx"], "etc/x.docx"),
        (["../../etc/x.docx"], "etc/x.docx"),
        (["C:\\甲\\x.docx"], "甲/x.docx"),
        (["C:x.docx"], "C_x.docx"),
        (["\\\\server\\x"], "server/x"),
        (["甲?", "a|b*.docx"], "甲_/a_b_.docx"),
        (["CON", "nul.docx"], "_CON/_nul.docx"),
        (["COM¹ .txt"], "_COM¹ .txt"),
        (["甲 .", " 表.docx. "], "甲/表.docx"),
        (["a\0b\n\u202ec.docx"], "a_b__c.docx"),
        (["\udcff.docx"], "_.docx"),
        ([".."], "_"),
        ([], "_"),
        (["绩" * 300 + ".docx"], "绩" * 71 + ".docx"),
        (["a" * 300], "a" * 100),
    ],
)
def test_a_way_is_made_harmless(way: list[str], expected: str):
    assert PurePosixPath(expected) == safe_place(way)


def test_of_folders_that_are_too_deep_the_last_are_left_out():
    place = safe_place([*("甲" * 30 for _ in range(10)), "表.docx"])

    assert PurePosixPath(*["甲" * 30] * 4, "表.docx") == place


@given(st.lists(st.text(), max_size=6) | st.lists(st.text("./\\:C~ N", max_size=9), max_size=4))
def test_no_name_leads_out_of_the_folder(way: list[str]):
    place = safe_place(way)

    for path in (place, PureWindowsPath(place)):
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert not path.drive
        assert path.name
    assert not PureWindowsPath(place).is_reserved()
    assert all(part == part.rstrip(" .") for part in place.parts)
    assert len(str(place)) <= LONGEST_WAY + 1
    assert max(len(part) for part in place.parts) <= LONGEST_NAME + 1
    assert max(len(part.encode()) for part in place.parts) <= LONGEST_BYTES + 1
