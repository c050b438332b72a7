from __future__ import annotations

import pytest
from tests.word.wordml import only_text, p, part, run, text

from hebiao.word.symbols import FONTS, UNKNOWN


def sym(font: str, char: str) -> str:
    return run(f'<w:sym w:font="{font}" w:char="{char}"/>')


def in_font(written: str, font: str) -> str:
    return text(written, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F052", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F071", "□"),
        ("Wingdings", "F072", "□"),
        ("Wingdings", "F0FC", "√"),
        ("Wingdings", "00FE", "☑"),
        ("wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F054", "☒"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings 2", "F050", "√"),
        ("Webdings", "F063", "□"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0D7", "⋅"),
        ("Wingdings", "F020", " "),
        ("Wingdings", "F021", UNKNOWN),
        ("MS Gothic", "2612", "☒"),
        ("Calibri", "F041", "A"),
        ("Calibri", "D800", UNKNOWN),
        ("Calibri", "0007", UNKNOWN),
        ("Calibri", "no", UNKNOWN),
        ("Calibri", "FFFFFFFF", UNKNOWN),
    ],
)
def test_a_sign_is_shown_as_the_character_that_looks_like_it(
    font: str, char: str, shown: str
) -> None:
    assert f"是{shown}否" == only_text(p("是", sym(font, char), "否"))


def test_a_sign_without_font_or_code_is_unknown() -> None:
    assert UNKNOWN == only_text(p(run("<w:sym/>")))


@pytest.mark.parametrize(
    ("written", "font", "shown"),
    [
        ("\uf0fe", "Wingdings", "☑"),
        ("þ", "Wingdings", "☑"),
        ("R", "Wingdings 2", "☑"),
        ("£", "Wingdings 2", "□"),
        ("是R", "Wingdings 2", "是☑"),
        ("³95", "Symbol", "≥95"),
        ("\uf0fe", "宋体", "\uf0fe"),
        ("R", "宋体", "R"),
    ],
)
def test_letters_in_a_symbol_font_are_signs(written: str, font: str, shown: str) -> None:
    assert f"一{shown}二" == only_text(p("一", in_font(written, font), "二"))


def test_a_symbol_font_may_come_from_a_style() -> None:
    sheet = part(
        "styles",
        '<w:style w:type="character" w:styleId="Tick">'
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>',
    )
    tick = text("\uf0fe", '<w:rStyle w:val="Tick"/>')
    plain = text("A", '<w:rStyle w:val="Tick"/><w:rFonts w:ascii="宋体"/>')

    assert "☑A" == only_text(p(tick, plain), parts={"word/styles.xml": sheet}, styles="styles.xml")


@pytest.mark.parametrize("font", FONTS)
def test_no_sign_is_mapped_to_a_private_character(font: str) -> None:
    signs = "".join(FONTS[font].values())

    assert [] == [char for char in signs if "\ue000" <= char <= "\uf8ff" or char == "\ufffd"]
    assert {1} == {len(char) for char in FONTS[font].values()}
