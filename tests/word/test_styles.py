from __future__ import annotations

from tests.word.wordml import TRANSITIONAL, only_text, p, part, text

VANISH = "<w:rPr><w:vanish/></w:rPr>"
DEFAULT = f'<w:style w:type="paragraph" w:default="1" w:styleId="a">{VANISH}</w:style>'


def read(content: str, sheet: str) -> str:
    return only_text(content, parts={"word/styles.xml": sheet}, styles="styles.xml")


def test_text_that_names_no_style_has_the_default_one() -> None:
    other = '<w:style w:type="paragraph" w:styleId="b"/>'

    assert "" == read(p("隐"), part("styles", other + DEFAULT + other))


def test_the_default_style_may_be_based_on_another() -> None:
    sheet = part(
        "styles",
        f'<w:style w:type="paragraph" w:styleId="b">{VANISH}</w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style>',
    )

    assert "" == read(p("隐"), sheet)


def test_a_style_that_is_based_on_none_is_not_based_on_one_without_an_id() -> None:
    sheet = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        f'<w:style w:type="paragraph">{VANISH}</w:style>'
        '<w:style w:type="paragraph" w:styleId="b"/>',
    )

    assert "现\n现" == read(p("现") + p("现", properties='<w:pStyle w:val="b"/>'), sheet)


def test_styles_that_nothing_names_change_nothing() -> None:
    sheet = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        f'<w:style w:type="paragraph" w:styleId="b">{VANISH}</w:style>',
    )

    assert "现" == read(p("现"), sheet)


def test_the_style_of_a_table_hides_no_text() -> None:
    sheet = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        f'<w:style w:type="table" w:default="1" w:styleId="T">{VANISH}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="b">{VANISH}</w:style>',
    )

    assert "现" == read(p("现") + p("隐", properties='<w:pStyle w:val="b"/>'), sheet)


def test_prefixes_and_quotes_of_the_style_sheet_do_not_matter() -> None:
    sheet = (
        f"<styles xmlns='{TRANSITIONAL}' xmlns:x='{TRANSITIONAL}'>"
        "<style x:type='paragraph' x:default='1' x:styleId='a'><rPr><vanish/></rPr></style>"
        "</styles>"
    )

    assert "" == read(p("隐"), sheet)
    assert "" == read(p("隐"), part("styles", DEFAULT.replace('"', "'")))


def test_a_symbol_font_counts_whatever_its_quotes() -> None:
    sheet = part(
        "styles",
        "<w:style w:type='character' w:styleId='s'>"
        "<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr></w:style>",
    )

    assert "α" == read(p(text("a", '<w:rStyle w:val="s"/>')), sheet)
    assert "α" == read(p(text("a", "<w:rFonts w:hAnsi='Symbol'/>")), sheet)
