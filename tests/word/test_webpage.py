from __future__ import annotations

import pytest

from hebiao.errors import UnreadableFile
from hebiao.word.webpage import in_utf16, page_in_letter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_a_page_is_read_in_its_encoding_whatever_it_declares(encoding: str):
    page = "<html><meta charset=gb2312>朱镕基"

    assert page == in_utf16(page.encode(encoding)).decode("utf-16")


def test_the_page_in_a_letter_is_its_first_part_that_is_one():
    data = (
        b"\xef\xbb\xbf\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/related; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain\r\n\r\nnot this\r\n"
        b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html>=D6=EC\r\n--x--"
    )

    assert "<html>朱".encode("gbk") == page_in_letter(data)


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
        b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5000,
    ],
    ids=["none", "too deep"],
)
def test_a_letter_without_a_page_cannot_be_converted(data: bytes):
    with pytest.raises(UnreadableFile) as raised:
        page_in_letter(data)

    assert "conversion_failed" == raised.value.code
