"""Copies of packages as other programs write them: what is there stays, what is odd is left."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from tests.reports.annotated.copies import (
    WHEN,
    corrected,
    main_and_comments,
    parts,
    repacked,
    with_findings,
)
from tests.reports.annotated.schema import comment_faults, faults
from tests.word.wordml import (
    NAMESPACES,
    OFFICE,
    STRICT,
    TRANSITIONAL,
    content_types,
    document,
    docx,
    p,
    package,
    part,
    relationships,
    tbl,
    text,
    tr,
)

from hebiao.errors import LeftAlone
from hebiao.layouts import CellPlace
from hebiao.reports.annotated import annotated
from hebiao.word import read_document
from hebiao.word.package import parse_as_written

TOTAL = CellPlace(1, 1, 2, "总分")
BODY = tbl(tr("总分", "95.62分"), columns=2) + p()
PLAIN = docx(BODY)
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
COMMENT = '<w:comment w:id="{}" w:author="王">' + p("请核对") + "</w:comment>"


def marked(data: bytes) -> bytes:
    made = annotated(data, with_findings(data, TOTAL), when=WHEN)
    assert made is not None
    return made


def in_strict_names(data: bytes) -> bytes:
    changed = {
        name: content.replace(TRANSITIONAL.encode(), STRICT.encode()).replace(
            OFFICE.encode(), STRICT_OFFICE.encode()
        )
        for name, content in parts(data).items()
    }
    return package(changed)


def test_a_document_that_had_no_comments_gets_a_part_for_them():
    copy = parts(marked(PLAIN))

    assert b'PartName="/word/comments.xml"' in copy["[Content_Types].xml"]
    assert b'Target="comments.xml"' in copy["word/_rels/document.xml.rels"]
    assert 1 == len(Document(io.BytesIO(marked(PLAIN))).comments)


def test_a_document_without_relationships_gets_them():
    whole = {name: data for name, data in parts(PLAIN).items() if "document.xml.rels" not in name}

    assert 1 == len(Document(io.BytesIO(marked(package(whole)))).comments)


def test_existing_comments_stay_as_they_are_and_numbers_do_not_clash():
    body = (
        '<w:p><w:commentRangeStart w:id="0"/>'
        + text("前言")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:commentReference w:id="2"/></w:r></w:p>'
    )
    first, last = COMMENT.format(0), COMMENT.format(2147483647)
    comments = {"word/comments.xml": part("comments", first + last)}
    data = docx(body + BODY, comments, comments="comments.xml")
    root, made = main_and_comments(marked(data))

    numbers = [comment.get(f"{{{TRANSITIONAL}}}id") for comment in made]
    assert ["0", "2147483647", "1"] == numbers
    assert "请核对" == "".join(made[0].itertext())
    assert ["comment 2147483647 stands at [[], [], []]"] == comment_faults(root, made)
    assert "word/comments1.xml" not in parts(marked(data))


def test_a_main_part_of_another_name_has_its_comments_beside_it():
    data = package(
        {
            "[Content_Types].xml": content_types("Teil/Haupt.xml"),
            "_rels/.rels": relationships(officeDocument="/Teil/Haupt.xml"),
            "Teil/Haupt.xml": document(BODY),
            "word/comments.xml": "not ours",
        }
    )
    copy = parts(marked(data))

    assert "Teil/comments.xml" in copy
    assert b'Target="comments.xml"' in copy["Teil/_rels/Haupt.xml.rels"]
    assert b"not ours" == copy["word/comments.xml"]


def test_a_part_that_is_called_so_by_chance_is_not_overwritten():
    data = docx(BODY, {"word/comments.xml": "other"})
    copy = parts(marked(data))

    assert b"other" == copy["word/comments.xml"]
    assert b"95.62" not in copy["word/comments1.xml"]
    assert b'Target="comments1.xml"' in copy["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_file_with_macros_or_a_template_stays_one(kind: str):
    data = docx(BODY, {"[Content_Types].xml": content_types(kind=kind), "word/vba.bin": b"\0\1"})
    copy = parts(marked(data))

    assert kind.encode() in copy["[Content_Types].xml"]
    assert b"\0\1" == copy["word/vba.bin"]


def test_a_strict_document_stays_strict_in_all_that_is_added():
    data = in_strict_names(PLAIN)
    copy = marked(data)
    made = parts(copy)

    assert b"schemas.openxmlformats.org/wordprocessingml" not in made["word/document.xml"]
    assert STRICT.encode() in made["word/comments.xml"]
    assert f"{STRICT_OFFICE}/comments".encode() in made["word/_rels/document.xml.rels"]
    assert [] == comment_faults(*main_and_comments(copy))
    assert read_document(data).blocks == read_document(copy).blocks


def test_a_figure_of_a_strict_document_is_changed_in_its_own_names():
    copy = corrected(in_strict_names(PLAIN), TOTAL, "95.62分", "91.67")
    assert copy is not None
    root = parse_as_written(parts(copy)["word/document.xml"])

    assert {STRICT} == {each.tag[1:].partition("}")[0] for each in root.iter()}
    assert "91.67分" == read_document(copy).grids[0].cells[1].text


def test_names_that_only_attributes_mention_are_kept():
    ignorable = f'<w:document xmlns:w="{TRANSITIONAL}" xmlns:w14="{NAMESPACES["w14"]}" '
    ignorable += f'xmlns:mc="{NAMESPACES["mc"]}" mc:Ignorable="w14"><w:body>{BODY}</w:body>'
    data = docx(BODY, {"word/document.xml": f"{ignorable}</w:document>"})

    assert b"xmlns:w14=" in parts(marked(data))["word/document.xml"]


def style(kind: str, style_id: str, name: str) -> str:
    properties = f'w:type="{kind}" w:styleId="{style_id}"'
    return f'<w:style {properties}><w:name w:val="{name}"/></w:style>'


def test_the_styles_of_comments_are_used_under_whatever_id_they_have():
    styles = part(
        "styles",
        style("character", "a9", "annotation reference")
        + style("paragraph", "aa", "annotation text"),
    )
    data = docx(BODY, {"word/styles.xml": styles}, styles="styles.xml")
    root, comments = main_and_comments(marked(data))

    assert [] == [*faults(root), *faults(comments)]
    assert ["a9"] == root.xpath("//w:rStyle/@w:val", namespaces=NAMESPACES)
    assert {"aa"} == set(comments.xpath("//w:pStyle/@w:val", namespaces=NAMESPACES))


def test_a_style_that_is_not_there_is_not_named():
    root, comments = main_and_comments(marked(PLAIN))

    assert [] == [*root.iter("{*}rStyle"), *comments.iter("{*}rStyle", "{*}pStyle")]


def test_how_each_part_was_packed_is_kept():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, (name, content) in enumerate(parts(PLAIN).items()):
            info = zipfile.ZipInfo(name, (2021, 3, 30, 9, 0, 2 * number))
            archive.writestr(info, content, [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED][number % 2])
    copy = marked(file.getvalue())

    def packed(data: bytes) -> list[tuple[str, int, object]]:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
        return [(info.filename, info.compress_type, info.date_time) for info in infos]

    assert packed(file.getvalue()) == packed(copy)[:-1]


def damaged() -> bytes:
    """A file with a picture that is not what it was."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {**parts(PLAIN), "word/media/image1.png": b"picture"}.items():
            archive.writestr(name, content)
    return file.getvalue().replace(b"picture", b"p1cture")


def without_types(data: bytes) -> bytes:
    return package({name: each for name, each in parts(data).items() if "Types" not in name})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (repacked(PLAIN, {"_xmlsignatures/origin.sigs": b""}), "数字签名"),
        (
            repacked(
                PLAIN,
                {
                    "_rels/.rels": relationships(
                        officeDocument="word/document.xml", **{"digital-signature/origin": "x.sigs"}
                    )
                },
            ),
            "数字签名",
        ),
        (damaged(), "损坏"),
        (without_types(PLAIN), "内容类型"),
        (docx(BODY, {"word/c.xml": part("styles", "")}, comments="c.xml"), "批注部分"),
        (docx(BODY, {"word/c.xml": "<broken"}, comments="c.xml"), "已损坏"),
    ],
    ids=["signed", "signature by relationship", "damaged", "no types", "odd", "broken"],
)
def test_what_cannot_be_copied_whole_is_left_alone_with_a_reason(data: bytes, reason: str):
    with pytest.raises(LeftAlone, match=reason):
        marked(data)


def test_a_file_that_changed_after_it_was_checked_is_left_alone():
    result = replace(with_findings(PLAIN, TOTAL), sha256="0" * 64)

    with pytest.raises(LeftAlone, match="请重新核对"):
        annotated(PLAIN, result, when=WHEN)


def test_a_copy_can_be_commented_again():
    once = marked(PLAIN)
    twice = marked(once)
    root, comments = main_and_comments(twice)

    assert 2 == len(comments)
    assert [] == [*comment_faults(root, comments), *faults(root), *faults(comments)]
    assert list(parts(once)) == list(parts(twice))
