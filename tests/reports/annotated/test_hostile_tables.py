"""Copies of tables as nobody would wish them: each mark in its cell, the text as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.annotated.copies import (
    WHEN,
    corrected,
    everywhere,
    main_and_comments,
    with_findings,
)
from tests.reports.annotated.schema import comment_faults, faults
from tests.reports.annotated.test_comments import at_the_cell, marked_words
from tests.word.wordml import CONTINUE, RESTART, docx, p, run, span, tbl, tc, text, tr

from hebiao.layouts import CellPlace, TextPlace
from hebiao.reports.annotated import annotated
from hebiao.word import read_document
from hebiao.word.package import open_package
from hebiao.word.source import read_source


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tracked(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="{len(content)}" w:author="王">{content}</w:{tag}>'


FIELD = "".join(
    f"<w:r>{mark}</w:r>"
    for mark in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> =1 </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>95.62</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
ALTERNATIVE = (
    '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
RUBY = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"

TABLES = {
    "merged": tbl(
        tr(tc("甲", properties=span(2)), tc("乙", properties=RESTART)),
        tr("丙", "", tc("旧", properties=CONTINUE)),
        columns=3,
    ),
    "holes": tbl(tr("甲", "乙"), tr("丙", properties='<w:gridBefore w:val="1"/>'), columns=2),
    "deleted row": tbl(tr("旧", properties="<w:del/>"), tr("新"), columns=1),
    "hidden row": tbl(tr("藏", properties="<w:hidden/>"), tr("显"), columns=1),
    "controls": tbl(sdt(tr(sdt(tc(sdt(p("甲")), sdt(p(sdt(text("乙")))))))), columns=1),
    "nested": tbl(tr(tc("外", tbl(tr("内", "5"), columns=2), p())), columns=1),
    "only a table inside": tbl(tr(tc(tbl(tr("内"), columns=1), p())), columns=1),
    "many paragraphs": tbl(tr(tc("一", "", "三")), columns=1),
    "runs on": tbl(
        tr(tc(p("前", properties="<w:rPr><w:del/></w:rPr>"), p("后"))),
        columns=1,
    ),
    "alternative": tbl(tr(tc(ALTERNATIVE.format(p("新"), p("旧")), p())), columns=1),
    "changes": tbl(
        tr(tc(p(tracked("del", run("<w:delText>8</w:delText>")), tracked("ins", text("9"))))),
        columns=1,
    ),
    "field": tbl(tr(tc(p(FIELD)), tc(p(RUBY.format(text("xi"), text("喜"))))), columns=2),
    "symbol": tbl(tr(tc(p(run('<w:sym w:font="Wingdings" w:char="F0FE"/>')))), columns=1),
    "formula": tbl(tr(tc(p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))), columns=1),
    "empty": tbl(tr("", ""), columns=2),
}
each_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())


@each_table
def test_a_comment_stands_in_each_cell_and_the_text_is_as_it_was(table: str):
    data = docx(p("前言：一二三。") + table + p())
    places = everywhere(data)
    copy = annotated(data, with_findings(data, *places), when=WHEN)
    assert copy is not None
    root, comments = main_and_comments(copy)
    source = read_source(open_package(copy))

    assert [] == [*faults(root), *comment_faults(root, comments)]
    assert read_document(data).blocks == read_document(copy).blocks
    for number, place in enumerate(places):
        if isinstance(place, CellPlace):
            assert at_the_cell(source, place, str(number))
        else:
            assert place.text == marked_words(root, str(number))


def test_a_cell_without_a_paragraph_gets_one():
    data = docx("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>" + p())
    copy = annotated(data, with_findings(data, CellPlace(1, 1, 1, "")), when=WHEN)
    assert copy is not None
    root, comments = main_and_comments(copy)

    assert [] == [*faults(root), *comment_faults(root, comments)]


PARAGRAPHS = {
    "one run": p("总分为95.62分，其中一。另外二。"),
    "several runs": p(text("总分为9"), text("5.62", "<w:b/>"), text("分，其中一。另外二。")),
    "a tab": p(run("<w:t>总分为95.62分，</w:t><w:tab/><w:t>其中一。另外</w:t><w:br/>")),
    "a link": p("总分", f"<w:hyperlink>{text('为95.62分，其')}</w:hyperlink>", "中一。另外二。"),
    "a control": p("总分为", sdt(text("95.62分")), "，其中一。另外二。"),
    "inserted": p("总分", tracked("ins", text("为95.62分，其中一。")), "另外二。"),
    "a field": p("总分为", FIELD, "分，其中一。另外二。"),
    "a simple field": p(
        "总分为", f"<w:fldSimple>{text('95.62分，其')}</w:fldSimple>", "中一。另外"
    ),
    "blanks not kept": p(run("<w:t> 总分为95.62分，其中一。 </w:t>"), "另外二。"),
    "in a box": p("总分为95.62分，其中一。另外二。", "<w:r><w:pict/></w:r>"),
    "a ruby": p(RUBY.format(text("zong"), text("总分")), "为95.62分，其中一。另外二。"),
    "an alternative": p(
        ALTERNATIVE.format(text("总分为95.62"), text("旧")), "分，其中一。另外二。"
    ),
}
each_paragraph = pytest.mark.parametrize("paragraph", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())


@each_paragraph
def test_a_comment_on_a_sentence_holds_its_words_and_changes_none(paragraph: str):
    data = docx(paragraph)
    (block,) = read_document(data).blocks
    sentence = block.text.partition("。")[0] + "。"
    place = TextPlace(1, sentence)
    copy = annotated(data, with_findings(data, place), when=WHEN)
    assert copy is not None
    root, comments = main_and_comments(copy)

    assert [] == [*faults(root), *comment_faults(root, comments)]
    assert read_document(data).blocks == read_document(copy).blocks
    words = marked_words(root, "0").replace("旧", "")
    assert sentence.replace("\t", "") == words.replace("zong", "").strip()


@each_paragraph
def test_a_figure_in_a_sentence_is_changed_or_all_is_left_as_it_was(paragraph: str):
    data = docx(paragraph)
    (block,) = read_document(data).blocks
    copy = corrected(data, TextPlace(1, block.text.partition("。")[0]), "95.62", "91.67")

    if copy is not None:
        (after,) = read_document(copy).blocks
        assert block.text.replace("95.62", "91.67") == after.text
        assert [] == faults(open_package(copy).document()[1])


@pytest.mark.parametrize("name", ["inserted", "a simple field", "an alternative"])
def test_what_is_not_plainly_there_is_not_changed(name: str):
    data = docx(PARAGRAPHS[name])

    assert corrected(data, TextPlace(1, "95.62"), "95.62", "91.67") is None


@pytest.mark.parametrize("name", ["one run", "several runs", "a tab", "a link", "a control"])
def test_what_is_plainly_there_is_changed(name: str):
    data = docx(PARAGRAPHS[name])

    assert corrected(data, TextPlace(1, "95.62"), "95.62", "91.67") is not None


def test_what_word_fills_in_from_elsewhere_is_not_changed():
    bound = sdt(text("95.62"), '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/>')
    data = docx(tbl(tr(tc(p(bound))), columns=1) + p())

    assert corrected(data, CellPlace(1, 1, 1, ""), "95.62", "91.67") is None


def test_a_figure_that_stands_twice_in_its_words_is_not_changed():
    data = docx(p("总分95.62分，即95.62分。"))

    assert corrected(data, TextPlace(1, "总分95.62分，即95.62分。"), "95.62", "91.67") is None


def test_what_is_put_in_has_the_look_of_what_it_replaces():
    data = docx(p(text("总分"), text("95.62", '<w:b/><w:sz w:val="18"/>'), text("分")))
    copy = corrected(data, TextPlace(1, "总分95.62分"), "95.62", "91.67")
    assert copy is not None
    (inserted,) = open_package(copy).document()[1].iter("{*}ins")

    assert ["b", "sz"] == [each.tag.rpartition("}")[2] for each in inserted[0][0]]


@given(
    texts=st.lists(st.text("总分95.62 ，。", min_size=1, max_size=8), min_size=1, max_size=5),
    ends=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_any_words_of_any_runs_are_marked_to_the_letter(
    texts: list[str], ends: tuple[float, float]
):
    data = docx(p(*(text(each) for each in texts)))
    whole = "".join(texts)
    begin, end = sorted(round(end * len(whole)) for end in ends)
    words = whole[begin:end]
    copy = annotated(data, with_findings(data, TextPlace(1, words)), when=WHEN)
    assert copy is not None

    assert (words or whole) == marked_words(main_and_comments(copy)[0], "0")
    assert read_document(data).blocks == read_document(copy).blocks
