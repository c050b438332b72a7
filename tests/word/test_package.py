from __future__ import annotations

import pytest
from tests.word.wordml import (
    OFFICE,
    STRICT,
    TRANSITIONAL,
    content_types,
    document,
    docx,
    p,
    package,
    relationships,
    run,
    span,
    tbl,
    tc,
    text,
    tr,
)

from hebiao.errors import UnreadableFile
from hebiao.word import Paragraph, read_document

HELLO = (Paragraph(1, "你好"),)
TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"


def test_the_main_part_is_found_by_relationship() -> None:
    links = relationships(thumbnail="x.png", officeDocument="/nested/main.xml")
    data = package({ROOT: links, "nested/main.xml": document(p("你好"))})

    assert HELLO == read_document(data).blocks


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_documents_and_templates_with_and_without_macros_are_read(kind: str) -> None:
    with_relationship = {
        TYPES: content_types(kind=kind),
        ROOT: relationships(officeDocument="word/document.xml"),
        "word/document.xml": document(p("你好")),
    }
    without = {TYPES: content_types("x/main.xml", kind), "x/main.xml": document(p("你好"))}

    assert HELLO == read_document(package(with_relationship)).blocks
    assert HELLO == read_document(package(without)).blocks


@pytest.mark.parametrize("target", ["gone.xml", "../../../etc/passwd", "", "word"])
def test_a_main_relationship_that_leads_nowhere_falls_back_on_the_usual_name(target: str) -> None:
    data = package(
        {ROOT: relationships(officeDocument=target), "word/document.xml": document(p("你好"))}
    )

    assert HELLO == read_document(data).blocks


def test_names_of_parts_differ_neither_by_case_nor_by_slashes() -> None:
    links = relationships(officeDocument="Word\\Document.xml")
    data = package({ROOT: links, "word\\document.XML": document(p("你好"))})

    assert HELLO == read_document(data).blocks


def test_a_relationship_to_the_outside_is_not_followed() -> None:
    outside = relationships(officeDocument="word/document.xml").replace(
        " Target=", ' TargetMode="External" Target='
    )
    data = package({ROOT: outside, "x.xml": document(p("你好"))})

    with pytest.raises(UnreadableFile):
        read_document(data)


def test_a_strict_document_reads_as_a_transitional_one_does() -> None:
    body = tbl(tr(tc("甲", properties=span(2))), tr("乙", "丙"), columns=2) + p(
        text("隐", "<w:vanish/>"), run('<w:sym w:font="Wingdings" w:char="F0FE"/>')
    )
    strict = (
        document(body)
        .replace(TRANSITIONAL, STRICT)
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    )
    links = relationships(officeDocument="word/document.xml").replace(
        OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    data = package({ROOT: links, "word/document.xml": strict})

    assert read_document(docx(body)) == read_document(data)


def test_prefixes_do_not_matter() -> None:
    plain = document(tbl(tr("甲"), columns=1))
    own = plain.replace("<w:", "<q:").replace("</w:", "</q:").replace("xmlns:w=", "xmlns:q=")

    assert "甲" == read_document(docx("", {"word/document.xml": own})).grids[0].cells[0].text


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "GBK", "GB18030", "Big5"])
def test_a_document_may_be_in_any_encoding_it_declares(encoding: str) -> None:
    content = document(p("你好")).replace("UTF-8", encoding).encode(encoding)

    assert HELLO == read_document(docx("", {"word/document.xml": content})).blocks


def test_a_document_without_a_body_is_empty() -> None:
    content = f'<w:document xmlns:w="{TRANSITIONAL}"/>'

    assert () == read_document(docx("", {"word/document.xml": content})).blocks


def test_parts_of_one_name_and_content_are_one() -> None:
    data = docx(p("你好"), {"WORD/document.xml": document(p("你好"))})

    assert HELLO == read_document(data).blocks
