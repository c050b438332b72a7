"""The copy with comments: every finding has one at its cell, and nothing else is other."""

from __future__ import annotations

import io
import os
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from tests.reports.annotated.copies import (
    WHEN,
    main_and_comments,
    parts,
    told,
    with_comments,
)
from tests.reports.annotated.schema import comment_faults, faults
from tests.written import bad_example, written

from hebiao.check import CheckResult, Finding, check
from hebiao.layouts import CellPlace
from hebiao.reports.annotated import annotated
from hebiao.rules import CATALOGUE, Rule
from hebiao.word import read_document
from hebiao.word.convert import find_soffice
from hebiao.word.names import COMMENT_RANGE_END, COMMENT_RANGE_START, COMMENT_REFERENCE, ID, T
from hebiao.word.package import open_package
from hebiao.word.source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.word.names import Element

FIXTURES = Path(__file__).parents[3] / "fixtures"
XIANNING = (FIXTURES / "xianning.docx").read_bytes()
CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code, scope="module")
office = pytest.mark.skipif(
    find_soffice() is None and not os.environ.get("CI"), reason="LibreOffice is not here"
)


def at_the_cell(source: Source, at: CellPlace, number: str) -> bool:
    """Whether a comment begins, ends and stands within a cell."""
    spot = source.cell(at.table, at.row, at.column)
    assert spot is not None
    assert spot.tc is not None
    return all(
        any(mark.get(ID) == number for mark in spot.tc.iter(tag))
        for tag in (COMMENT_RANGE_START, COMMENT_RANGE_END, COMMENT_REFERENCE)
    )


def marked_words(root: Element, number: str) -> str:
    """What stands between the beginning and the end of a comment."""
    inside, words = False, ""
    for element in root.iter():
        if element.get(ID) == number and element.tag in {COMMENT_RANGE_START, COMMENT_RANGE_END}:
            inside = element.tag == COMMENT_RANGE_START
        words += (element.text or "") if inside and element.tag == T else ""
    return words


def comments(data: bytes) -> Iterator[tuple[str, str]]:
    """The number and text of each comment, as python-docx reads them."""
    for comment in Document(io.BytesIO(data)).comments:
        yield str(comment.comment_id), comment.text


def assert_each_at_its_place(findings: list[Finding], copy: bytes) -> None:
    source = read_source(open_package(copy))
    found = list(comments(copy))
    assert len(findings) == len(found)
    for finding in findings:
        numbers = [n for n, text in found if finding.code in text and finding.message in text]
        if isinstance(finding.at, CellPlace):
            places = [at_the_cell(source, finding.at, number) for number in numbers]
        else:
            places = [marked_words(source.root, n) == finding.at.text for n in numbers]
        assert any(places), finding


def test_every_finding_of_the_fixture_has_its_comment_at_its_place():
    result, copy = with_comments(XIANNING)

    assert_each_at_its_place(list(result.findings), copy)


@cache
def commented(code: str) -> tuple[CheckResult, bytes]:
    """The result of a rule's bad example, and its copy with comments."""
    data, result = bad_example(code)
    made = annotated(data, result, when=WHEN)
    assert made is not None
    return result, made


@each_rule
def test_every_finding_of_a_bad_example_has_its_comment_at_its_place(rule: Rule):
    result, copy = commented(rule.code)

    assert_each_at_its_place(list(result.findings), copy)


@each_rule
def test_the_copy_of_a_bad_example_keeps_to_the_schema(rule: Rule):
    document, part = main_and_comments(commented(rule.code)[1])

    assert [] == [*faults(document), *faults(part), *comment_faults(document, part)]


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.docx")), ids=lambda file: file.stem)
def test_the_copy_of_a_fixture_reads_the_same_and_has_the_same_findings(file: Path):
    data = file.read_bytes()
    result = check(data)
    copy = annotated(data, result, when=WHEN) or data

    assert read_document(data).blocks == read_document(copy).blocks
    assert told(result) == told(check(copy))


def test_every_other_part_is_the_same_to_the_byte_and_in_its_place():
    copy = parts(with_comments(XIANNING)[1])
    before = parts(XIANNING)

    assert [*before, "word/comments.xml"] == list(copy)
    assert CHANGED == {name for name in before if before[name] != copy[name]}


def test_a_comment_says_what_is_wrong_what_is_behind_it_and_what_to_do():
    (text,) = (text for _, text in comments(with_comments(XIANNING)[1]) if "】SC01" in text)

    assert text.split("\n") == [
        "【矛盾·确定】SC01 总分与各项得分之和不符",
        "总分填 95.62，应为 91.67",
        "算法：13.59 + 38.08 + 40 = 91.67",
        "判断：总分 95.62 写了两次，其余数字自洽；应为 91.67",
        "同因：SM02 摘要总分与其分项之和不符（第8段）",
        "相关：表2 第6行第12列、第8–17行第13列",
        "建议：请重新加总；别处（如摘要）写了总分的，一并核对是否抄了同一个数。",
        "依据：表内总分为预算执行得分与各项指标得分之和",
    ]


def test_author_and_the_time_on_the_wall_are_set():
    eight_hours_east = datetime(2024, 3, 1, 17, 30, tzinfo=timezone(timedelta(hours=8)))
    result = check(XIANNING)
    copy = annotated(XIANNING, result, when=eight_hours_east, author="审计组")
    assert copy is not None
    (first, *_) = Document(io.BytesIO(copy)).comments

    assert ("审计组", "审计组") == (first.author, first.initials)
    assert datetime(2024, 3, 1, 17, 30, tzinfo=UTC) == first.timestamp


def test_the_same_file_and_time_make_the_same_copy():
    assert with_comments(XIANNING)[1] == with_comments(XIANNING)[1]


def test_a_file_without_findings_has_no_copy():
    data = written({})

    assert annotated(data, check(data), when=WHEN) is None


def test_a_file_read_by_way_of_libreoffice_has_no_copy():
    result = replace(check(XIANNING), converted_from="old_doc")

    assert annotated(XIANNING, result, when=WHEN) is None


def test_what_a_file_says_cannot_break_the_comment_about_it():
    result = check(XIANNING)
    form = result.forms[1]
    hostile = "\x01\ud800<w:r>&amp;]]>" + "长" * 3000
    finding = replace(form.findings[0], message=hostile)
    changed = replace(result, forms=(replace(form, findings=(finding,)),))
    copy = annotated(XIANNING, changed, when=WHEN, author="审计\x00组")
    assert copy is not None

    ((_, text),) = comments(copy)
    assert f"��<w:r>&amp;]]>{'长' * 3000}" == text.split("\n")[1]


def test_a_finding_whose_place_is_not_found_is_said_at_the_beginning():
    result = check(XIANNING)
    form = result.forms[1]
    finding = replace(form.findings[0], at=CellPlace(99, 1, 1, "总分"))
    changed = replace(result, forms=(replace(form, findings=(finding,)),))
    copy = annotated(XIANNING, changed, when=WHEN)
    assert copy is not None

    ((number, text),) = comments(copy)
    assert "位置：表99 第1行 第1列 总分" in text
    assert "全国居家社区养老" in marked_words(main_and_comments(copy)[0], number)


def test_two_findings_at_one_cell_have_two_comments_side_by_side():
    result = check(XIANNING)
    form = result.forms[1]
    twice = replace(form, findings=(form.findings[0], form.findings[0]))
    copy = annotated(XIANNING, replace(result, forms=(twice,)), when=WHEN)
    assert copy is not None
    document, part = main_and_comments(copy)

    assert [] == comment_faults(document, part)
    assert ["95.62分", "95.62分"] == [marked_words(document, number) for number in ("0", "1")]


@pytest.mark.office
@office
def test_libreoffice_finds_the_comments_at_their_words(tmp_path: Path):
    file = tmp_path / "批注.docx"
    file.write_bytes(with_comments(XIANNING)[1])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "批注.fodt").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]*>|\s", "", text)

    assert 15 == text.count("<office:annotation ")
    assert 15 == text.count("<office:annotation-end ")
    assert "总分填95.62，应为91.67" in words
    assert "<dc:date>2024-03-01T09:30:15" in text
