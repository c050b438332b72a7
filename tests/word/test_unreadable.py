from __future__ import annotations

import io
import zipfile

import pytest
from tests.word.wordml import content_types, document, docx, p, package, relationships

from hebiao.errors import UnreadableFile
from hebiao.word import read_document

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def refusal(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data)
    return raised.value


def locked(data: bytes) -> bytes:
    """Set the flag that says an entry is encrypted, in both of its headers."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 1)
    return bytes(changed)


def damaged(data: bytes) -> bytes:
    at = data.index(b"word/document.xml") + 30
    return data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 20]) + data[at + 20 :]


GOOD = docx(p("你好"))
FILES = {
    "nothing": (b"", "empty_file", "空"),
    "zeros": (bytes(2048), "empty_file", "空"),
    "owner file": (b"\x05Zhang" + bytes(156), "owner_file", "临时文件"),
    "text": (b"some text", "not_zip", "不是 Word 文档"),
    "half a file": (GOOD[: len(GOOD) // 2], "truncated_zip", "不完整"),
    "damaged inside": (damaged(GOOD), "broken_zip", "损坏"),
    "locked zip": (locked(GOOD), "encrypted", "密码"),
    "locked document": (stream("EncryptedPackage"), "encrypted", "密码"),
    "doc": (stream("WordDocument"), "old_doc", ".doc"),
    "Word 2 doc": (b"\xdb\xa5-\x00" + bytes(100), "old_doc", ".doc"),
    "wps": (stream("WordDocument") + "WpsCustomData".encode("utf-16-le"), "wps", ".wps"),
    "xls": (stream("Workbook"), "not_word", "Excel"),
    "ppt": (stream("PowerPoint Document"), "not_word", "PowerPoint"),
    "other compound file": (OLE, "not_word", "不是 Word 文档"),
    "rtf": (b"{\\rtf1\\ansi }", "rtf", "RTF"),
    "html": (b"\xef\xbb\xbf\n<HTML><body></body></HTML>", "html", "HTML"),
    "html in UTF-16": ("\ufeff<!DOCTYPE html><p>".encode("utf-16-le"), "html", "HTML"),
    "mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "mhtml", "MHTML"),
    "mhtml after a header": (b"From: x\nContent-Type: multipart/related", "mhtml", "MHTML"),
    "Word XML": (
        b'<?mso-application progid="Word.Document"?>',
        "word_xml",
        "XML",
    ),
    "pdf": (b"%PDF-1.7", "pdf", "PDF"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "not_word", "RAR"),
    "jpeg": (b"\xff\xd8\xff\xe0", "not_word", "图片"),
    "odt": (
        package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "odt",
        ".odt",
    ),
    "flat odt": (
        b'<x xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
        "odt",
        ".fodt",
    ),
    "xlsx": (
        package(
            {
                "[Content_Types].xml": content_types("xl/book.xml", "x"),
                "xl/book.xml": "<x/>",
            }
        ),
        "not_word",
        "Excel",
    ),
    "xlsx with a relationship": (
        package(
            {
                "_rels/.rels": relationships(officeDocument="xl/book.xml"),
                "xl/book.xml": "<workbook/>",
            }
        ),
        "not_word",
        "Excel",
    ),
    "pptx": (package({"ppt/presentation.xml": "<x/>"}), "not_word", "PowerPoint"),
    "zip": (package({"a.docx": GOOD}), "not_word", "ZIP"),
    "no main part": (
        package(
            {
                "[Content_Types].xml": content_types(),
                "_rels/.rels": relationships(officeDocument="word/document.xml"),
            }
        ),
        "missing_part",
        "缺少正文",
    ),
    "broken XML": (docx("<w:p>"), "broken_xml", "损坏"),
    "empty main part": (docx("", {"word/document.xml": b""}), "broken_xml", "损坏"),
    "GBK that claims to be UTF-8": (
        docx("", {"word/document.xml": document(p("你好")).encode("gbk")}),
        "broken_xml",
        "损坏",
    ),
    "two main parts": (
        docx(p("一"), {"WORD/DOCUMENT.XML": document(p("二"))}),
        "broken_zip",
        "重名",
    ),
}


@pytest.mark.parametrize(("data", "code", "words"), FILES.values(), ids=FILES.keys())
def test_what_is_no_word_document_is_told_by_its_content(
    data: bytes, code: str, words: str
) -> None:
    problem = refusal(data)

    assert code == problem.code
    assert words in problem.message


@pytest.mark.parametrize(("data", "code", "words"), FILES.values(), ids=FILES.keys())
def test_a_refusal_names_a_remedy(data: bytes, code: str, words: str) -> None:
    assert "请" in refusal(data).message, (code, words)
    assert str(refusal(data)).endswith("。")


DOCTYPE = '<!DOCTYPE d [<!ENTITY a "ha">{}]>'
LAUGHS = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))


def with_doctype(entities: str, written: str, attribute: str = "") -> bytes:
    body = f"<w:p w:rsidR='{attribute}'><w:r><w:t>{written}</w:t></w:r></w:p>"
    plain = document(body)
    return docx("", {"word/document.xml": plain.replace("?>", "?>" + DOCTYPE.format(entities), 1)})


@pytest.mark.parametrize(
    "data",
    [
        with_doctype(LAUGHS, "&m;"),
        with_doctype(LAUGHS, "", "&m;"),
        with_doctype('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;"),
        with_doctype('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;', ""),
        with_doctype("", "no entity is used"),
    ],
    ids=["bomb", "bomb in an attribute", "file", "network", "harmless"],
)
def test_a_document_type_declaration_is_refused(data: bytes) -> None:
    assert "broken_xml" == refusal(data).code


def test_a_part_that_inflates_beyond_reason_is_not_inflated() -> None:
    assert "too_large" == refusal(docx("<w:p/>" * 3_000_000)).code


def test_a_part_of_the_largest_size_is_not_inflated() -> None:
    data = bytearray(docx(p()))
    at = data.index(b"PK\1\2", data.index(b"PK\1\2") + 1)
    sizes = data.index(b"word/document.xml", at) - 46 + 20
    data[sizes : sizes + 8] = (0x0FFF_FFFF).to_bytes(4, "little") * 2

    assert "too_large" == refusal(bytes(data)).code


def test_an_archive_of_very_many_files_is_not_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), b"")

    assert "too_large" == refusal(file.getvalue()).code


def test_paths_that_climb_out_of_the_archive_stay_inside() -> None:
    data = docx(p("你好"), {"../../word/styles.xml": "x"}, styles="../../../../etc/hostname")

    assert 1 == len(read_document(data).blocks)


def test_a_million_nested_elements_are_refused() -> None:
    deep = "<w:sdt>" * 1_000_000 + "</w:sdt>" * 1_000_000

    assert refusal(docx(deep)).code in {"broken_xml", "too_large"}
    assert "broken_xml" == refusal(docx(deep[: 7 * 300] + deep[-8 * 300 :])).code


def test_tables_nested_as_deep_as_xml_allows_are_read() -> None:
    table = "<w:tbl><w:tr><w:tc>" * 80 + p("底") + "</w:tc></w:tr></w:tbl>" * 80
    (grid,) = read_document(docx(table)).grids

    assert "底" == grid.cells[0].text


def test_an_element_tree_beyond_reason_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hebiao.word.package.SMALL", 0)
    monkeypatch.setattr("hebiao.word.package.MAX_TREE", 10_000)
    monkeypatch.setattr("hebiao.word.package.MAX_RATIO", 10_000)

    assert "too_large" == refusal(docx(p("你好") * 100)).code
