from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.word.wordml import docx, p, part, tbl, tc, tr

from hebiao.word import Document, Grid, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable


def level(ilvl: int, num_fmt: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{num_fmt}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def override(ilvl: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}">{content}</w:lvlOverride>'


OUTLINE = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)"))
CHINESE = abstract(1, level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'))
LISTS = OUTLINE + CHINESE + num(1, 0) + num(2, 1)


def item(written: str, number: int | str = 1, ilvl: int = 0) -> str:
    place = f'<w:ilvl w:val="{ilvl}"/><w:numId w:val="{number}"/>'
    return p(written, properties=f"<w:numPr>{place}</w:numPr>")


def read(body: str, lists: str = LISTS, styles: str = "") -> Document:
    parts = {
        "word/numbering.xml": part("numbering", lists),
        "word/styles.xml": part("styles", styles),
    }
    return read_document(docx(body, parts, numbering="numbering.xml", styles="styles.xml"))


def texts(body: str, lists: str = LISTS, styles: str = "") -> list[str]:
    blocks: Iterable[object] = read(body, lists, styles).blocks
    return [getattr(block, "text", "") for block in blocks]


def test_the_number_of_a_paragraph_is_part_of_its_text() -> None:
    assert ["1. 甲", "2. 乙", "一、丙", "二、丁"] == texts(
        item("甲") + item("乙") + item("丙", 2) + item("丁", 2)
    )


def test_what_is_typed_in_a_cell_is_its_text_without_the_number() -> None:
    (grid,) = read(tbl(tr(tc(item("甲")), tc(item("乙", 2), p("丙"))), columns=2)).grids

    assert [("1. 甲", "甲"), ("一、乙\n丙", "乙\n丙")] == [(c.text, c.typed) for c in grid.cells]


def test_numbers_count_on_through_tables_in_reading_order() -> None:
    table = tbl(tr(tc(item("乙")), tc(item("丙"))), columns=2)
    blocks = read(item("甲") + table + item("丁")).blocks

    assert isinstance(blocks[1], Grid)
    assert ["2. 乙", "3. 丙"] == [cell.text for cell in blocks[1].cells]
    assert "4. 丁" == getattr(blocks[2], "text", "")


def test_an_empty_paragraph_shows_its_number() -> None:
    assert ["1.", "2. 乙"] == texts(item("") + item("乙"))


def test_a_deeper_level_restarts_under_each_higher_one() -> None:
    body = item("甲") + item("乙", ilvl=1) + item("丙", ilvl=1) + item("丁") + item("戊", ilvl=1)

    assert ["1. 甲", "1.a) 乙", "1.b) 丙", "2. 丁", "2.a) 戊"] == texts(body)


def test_a_higher_level_nobody_used_counts_as_used() -> None:
    assert ["1.a) 甲", "2. 乙"] == texts(item("甲", ilvl=1) + item("乙"))


def test_a_level_may_never_restart() -> None:
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>'),
    ) + num(1, 0)
    body = item("甲") + item("乙", ilvl=1) + item("丙") + item("丁", ilvl=1)

    assert ["1. 甲", "(1) 乙", "2. 丙", "(2) 丁"] == texts(body, lists)


def test_lists_of_one_definition_count_on_unless_they_start_anew() -> None:
    anew = override(0, '<w:startOverride w:val="5"/>')
    lists = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = item("甲") + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 1)

    assert ["1. 甲", "2. 乙", "5. 丙", "6. 丁", "7. 戊"] == texts(body, lists)


def test_a_list_may_have_a_level_of_its_own() -> None:
    lists = OUTLINE + num(1, 0, override(0, level(0, "upperRoman", "%1.")))

    assert ["I. 甲"] == texts(item("甲"), lists)


def test_a_legal_level_shows_all_numerals_in_figures() -> None:
    lists = abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)

    assert ["一、 甲", "1.1 乙"] == texts(item("甲") + item("乙", ilvl=1), lists)


def test_a_custom_format_pads_its_figures() -> None:
    fmt = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    lists = abstract(0, f'<w:lvl w:ilvl="0">{fmt}<w:lvlText w:val="%1"/></w:lvl>') + num(1, 0)

    assert ["000 甲", "001 乙"] == texts(item("甲") + item("乙"), lists)


def test_a_bullet_is_the_sign_it_shows() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    lists = abstract(0, level(0, "bullet", "\uf0a8", font), level(1, "bullet", "-")) + num(1, 0)

    assert ["□ 甲", "- 乙"] == texts(item("甲") + item("乙", ilvl=1), lists)


def test_a_hidden_or_empty_number_is_counted_but_not_shown() -> None:
    hidden = level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")
    lists = abstract(0, hidden, level(1, "decimal", "")) + num(1, 0)

    assert ["甲", "乙"] == texts(item("甲") + item("乙", ilvl=1), lists)


def test_a_hidden_paragraph_is_not_counted() -> None:
    hidden = '<w:rPr><w:vanish/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>'

    assert ["1. 甲", "", "2. 乙"] == texts(item("甲") + p(properties=hidden) + item("乙"))


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_a_list_that_is_not_there_shows_nothing(number: str) -> None:
    assert ["甲"] == texts(item("甲", number))


def test_a_document_without_lists_shows_no_numbers() -> None:
    (block,) = read_document(docx(item("甲"))).blocks

    assert "甲" == getattr(block, "text", "")


def test_a_level_that_is_not_there_shows_nothing() -> None:
    assert ["甲"] == texts(item("甲", ilvl=7))


def test_a_definition_that_is_not_there_shows_nothing() -> None:
    assert ["甲"] == texts(item("甲"), num(1, 9))


def paragraph_style(name: str, num_pr: str, based_on: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr><w:numPr>{num_pr}</w:numPr></w:pPr></w:style>"
    )


def styled(written: str, name: str, more: str = "") -> str:
    return p(written, properties=f'<w:pStyle w:val="{name}"/>{more}')


def test_a_number_may_come_from_the_style_and_the_styles_it_is_based_on() -> None:
    sheet = (
        paragraph_style("One", '<w:numId w:val="1"/>')
        + paragraph_style("Two", '<w:ilvl w:val="1"/>', based_on="One")
        + paragraph_style("None", '<w:numId w:val="0"/>', based_on="One")
    )
    body = styled("甲", "One") + styled("乙", "Two") + styled("丙", "None") + styled("丁", "?")

    assert ["1. 甲", "1.a) 乙", "丙", "丁"] == texts(body, styles=sheet)


def test_a_level_that_names_a_style_is_the_level_of_its_paragraphs() -> None:
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Two"/>'),
    ) + num(1, 0)
    sheet = paragraph_style("Two", '<w:numId w:val="1"/>')

    assert ["1. 甲", "1.1 乙"] == texts(item("甲") + styled("乙", "Two"), lists, sheet)


def test_a_list_may_be_defined_at_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    sheet = (
        '<w:style w:type="numbering" w:styleId="L">'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )

    assert ["一、甲"] == texts(item("甲", 8), LISTS + linked + num(8, 7), sheet)


def test_joined_paragraphs_have_one_number() -> None:
    first = p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>')

    assert ["1. 甲乙", "2. 丙"] == texts(first + item("乙") + item("丙"))
