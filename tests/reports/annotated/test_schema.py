"""The checks of the schema find what Word would have to repair."""

from __future__ import annotations

import pytest
from tests.reports.annotated.schema import comment_faults, faults
from tests.word.wordml import document, p, part, tbl, tc, text, tr

from hebiao.word.package import parse


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:bookmarkStart/><w:pPr/></w:p>",
        "<w:p><w:commentReference/></w:p>",
        "<w:p><w:r><w:t>1</w:t><w:rPr/></w:r></w:p>",
        "<w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p>",
        "<w:p><w:r><w:rPr><w:sz/><w:b/></w:rPr></w:r></w:p>",
        "<w:p><w:del><w:r><w:t>1</w:t></w:r></w:del></w:p>",
        "<w:p><w:r><w:delText>1</w:delText></w:r></w:p>",
        '<w:p><w:ins w:id="1" w:author="a"/><w:del w:id="1" w:author="a"/></w:p>',
        tbl(tr(tc("<w:tbl/>")), columns=1),
        tbl(tr(tc('<w:commentRangeEnd w:id="0"/>')), columns=1),
    ],
)
def test_what_is_out_of_place_is_found(body: str):
    assert [] != faults(parse(document(body).encode()))


def test_what_is_in_place_is_not():
    assert [] == faults(parse(document(p(text("1", "<w:b/><w:sz/>"))).encode()))


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/></w:p>',
        '<w:p><w:commentRangeEnd w:id="0"/><w:commentRangeStart w:id="0"/></w:p>',
        '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>',
    ],
)
def test_a_comment_without_its_place_is_found(body: str):
    comments = parse(part("comments", '<w:comment w:id="0"/>').encode())

    assert [] != comment_faults(parse(document(body).encode()), comments)
