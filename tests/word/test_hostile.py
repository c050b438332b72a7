"""What costs a reader more than its own size: parts named often, letters in letters."""

from __future__ import annotations

import pytest
from tests.word.wordml import (
    CONTINUE,
    OFFICE,
    RELATIONSHIPS,
    content_types,
    document,
    docx,
    only_grid,
    only_text,
    p,
    package,
    part,
    relationships,
    span,
    tbl,
    tc,
    text,
    tr,
)

from hebiao.errors import UnreadableFile
from hebiao.word import Paragraph, read_document

CHUNK = '<w:altChunk r:id="aFChunk"/>'
LETTER = "MIME-Version: 1.0\n"
PAGE = "Content-Type: text/html\n\n<p>乙</p>"
HELLO = (Paragraph(1, "你好"),)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data)
    return raised.value.code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.docx", docx(tbl(tr("甲") * 2000, columns=1))),
        ("c.html", "<p>甲</p>" * 20_000),
        ("c.txt", "甲"),
    ],
    ids=["document", "page", "small text"],
)
def test_a_part_embedded_thousands_of_times_is_refused(name: str, content: str | bytes) -> None:
    data = docx(tbl(tr(tc(CHUNK * 5000)), columns=1), {f"word/{name}": content}, aFChunk=name)

    assert "too_large" == refusal(data)


def test_a_part_embedded_a_hundred_times_is_read() -> None:
    assert "甲\n" * 99 + "甲" == only_text(CHUNK * 100, parts={"word/c.txt": "甲"}, aFChunk="c.txt")


def test_a_header_is_read_once_however_often_it_is_named() -> None:
    links = "".join(
        f'<Relationship Id="h{n}" Type="{OFFICE}/header" Target="h.xml"/>' for n in range(1000)
    )
    data = docx(
        p("你好"),
        {
            "word/h.xml": part("hdr", tbl(tr("甲"), columns=1)),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{RELATIONSHIPS}">{links}</Relationships>'
            ),
        },
    )

    assert ["页眉"] == [story.name for story in read_document(data).others]


@pytest.mark.parametrize(
    "letter",
    [
        LETTER + "Content-Type: message/rfc822\n\n" * 3000 + PAGE,
        LETTER
        + "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
        + PAGE,
        LETTER + "Content-Type: text/plain\n\n乙",
    ],
    ids=["letters in letters", "parts in parts", "no page"],
)
def test_an_embedded_letter_without_a_page_in_reach_is_nothing(letter: str) -> None:
    assert "甲" == only_text(p("甲"), CHUNK, parts={"word/c.mht": letter}, aFChunk="c.mht")


def test_an_embedded_page_expands_no_entities_and_reads_no_file() -> None:
    page = (
        '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        "<html><p>乙&a;&b;</p></html>"
    )
    shown = only_text(CHUNK, parts={"word/c.html": page}, aFChunk="c.html")

    assert "haha" not in shown
    assert "root:" not in shown


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/c.html", "file:///etc/passwd", "../../../../etc/passwd", "gone"]
)
def test_what_is_embedded_from_elsewhere_is_nothing(target: str) -> None:
    assert "甲" == only_text(p("甲"), CHUNK, aFChunk=target)


@pytest.mark.parametrize("columns", [-5, 0, 2**31, 2**63, "一"])
def test_a_span_without_sense_is_one_column_or_what_is_left(columns: int | str) -> None:
    grid = only_grid(tbl(tr("甲", tc("乙", properties=span(columns))), columns=2))

    assert [(1, 1, "甲"), (2, 1, "乙")] == [(c.column, c.column_span, c.text) for c in grid.cells]


def test_a_million_cells_are_refused_before_they_are_read() -> None:
    cells = "<w:tc><w:p/></w:tc>" * 1_000_000

    assert "too_large" == refusal(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))


def test_ten_thousand_rows_that_continue_nothing_are_read() -> None:
    data = docx(tbl(*[tr(tc("甲", properties=CONTINUE), "乙")] * 10_000, columns=2))

    assert 10_000 == read_document(data).grids[0].rows


def test_a_cell_with_a_megabyte_of_text_is_read_in_full() -> None:
    long = "".join(map(chr, range(0x4E00, 0x9FA5))) * 18

    assert long == only_text(long)


def test_fields_in_fields_hide_no_text_when_they_end() -> None:
    begin, result, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )

    assert "甲乙" == only_text(p((begin + result) * 1000 + text("甲") + end * 1000, "乙"))


@pytest.mark.parametrize(
    ("declared", "written"),
    [("KLINGON", "utf-8"), ("UTF-16", "utf-8"), ("UTF-8", "big5")],
)
def test_an_encoding_that_is_not_what_it_claims_is_broken(declared: str, written: str) -> None:
    content = document(p("你好")).replace("UTF-8", declared).encode(written)

    assert "broken_xml" == refusal(docx("", {"word/document.xml": content}))


@pytest.mark.parametrize("spoilt", [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\0"])
def test_bytes_that_are_no_characters_are_broken(spoilt: bytes) -> None:
    content = document(p("你好")).encode().replace("好".encode(), spoilt)

    assert "broken_xml" == refusal(docx("", {"word/document.xml": content}))


def test_wrong_or_missing_content_types_do_no_harm() -> None:
    links = {"_rels/.rels": relationships(officeDocument="word/document.xml")}
    wrong = {"[Content_Types].xml": content_types(kind="image/png")}
    main = {"word/document.xml": document(p("你好"))}

    assert HELLO == read_document(package(links | main)).blocks
    assert HELLO == read_document(package(wrong | links | main)).blocks


def test_missing_styles_and_lists_do_no_harm() -> None:
    numbered = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    data = docx(p("你好", properties=numbered), styles="gone.xml", numbering="gone.xml")

    assert HELLO == read_document(data).blocks
