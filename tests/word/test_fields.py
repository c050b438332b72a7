from __future__ import annotations

import pytest
from tests.word.wordml import docx, only_grid, only_text, p, run, tbl, tc, text, tr

from hebiao.word import read_document


def mark(kind: str, inside: str = "") -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar>')


def instruction(written: str) -> str:
    return run(f"<w:instrText>{written}</w:instrText>")


def form(inside: str) -> str:
    return mark("begin", f"<w:ffData>{inside}</w:ffData>") + instruction("FORM") + mark("end")


def test_of_a_field_the_result_is_shown() -> None:
    field = mark("begin") + instruction("=17/20") + mark("separate") + text("85%") + mark("end")

    assert "率85%。" == only_text(p("率", field, "。"))


def test_a_field_within_the_instruction_of_another_is_not_shown() -> None:
    inner = mark("begin") + instruction("PAGE") + mark("separate") + text("7") + mark("end")
    outer = mark("begin") + inner + mark("separate") + text("42") + mark("end")

    assert "42" == only_text(p(outer))


def test_a_field_without_a_result_shows_nothing() -> None:
    assert "前后" == only_text(p("前", mark("begin") + instruction("XE") + mark("end"), "后"))


def test_a_simple_field_shows_its_result() -> None:
    assert "7 页" == only_text(p(f'<w:fldSimple w:instr="PAGE">{text("7")}</w:fldSimple>', " 页"))


def test_a_field_may_reach_over_paragraphs() -> None:
    begin = p(mark("begin"), instruction("TOC"), mark("separate"), "一")

    assert "一\n二\n三" == only_text(begin, p("二"), p(mark("end"), "三"))


def test_a_table_within_the_result_of_a_field_is_read() -> None:
    begin, end = p(mark("begin"), mark("separate")), p(mark("end"))
    (grid,) = read_document(docx(begin + tbl(tr("甲"), columns=1) + end)).grids

    assert "甲" == grid.cells[0].text


def test_a_table_within_the_instruction_of_a_field_is_blank() -> None:
    begin, end = p(mark("begin")), p(mark("separate"), mark("end"))
    (grid,) = read_document(docx(begin + tbl(tr("甲"), columns=1) + end)).grids

    assert "" == grid.cells[0].text


def test_a_field_that_nothing_ends_hides_nothing() -> None:
    grid = only_grid(tbl(tr(tc(p(mark("begin"), "甲")), "乙"), tr("丙", "丁"), columns=2))

    assert ["甲", "乙", "丙", "丁"] == [cell.text for cell in grid.cells]


def test_a_field_left_open_by_a_cell_ends_with_it() -> None:
    row = tr(tc(p("甲", mark("begin"))), tc(p("乙")), tc(p(mark("end"), "丙")))

    assert ["甲", "乙", "丙"] == [cell.text for cell in only_grid(tbl(row, columns=3)).cells]


def test_a_stray_end_does_no_harm() -> None:
    assert "甲" == only_text(p(mark("separate"), mark("end"), "甲"))


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox/>", "☐"),
        ("<w:ddList><w:result w:val='1'/>{}</w:ddList>", "乙"),
        ("<w:ddList><w:default w:val='1'/>{}</w:ddList>", "乙"),
        ("<w:ddList>{}</w:ddList>", "甲"),
        ("<w:ddList><w:result w:val='9'/>{}</w:ddList>", ""),
        ("<w:ddList/>", ""),
        ("<w:textInput/>", ""),
    ],
)
def test_fields_of_forms_show_their_state(inside: str, shown: str) -> None:
    entries = "<w:listEntry w:val='甲'/><w:listEntry w:val='乙'/>"

    assert f"选{shown}项" == only_text(p("选", form(inside.format(entries)), "项"))


def test_the_state_of_a_form_field_is_not_shown_twice() -> None:
    begin = mark("begin", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>")

    assert "☒是" == only_text(p(begin, mark("separate"), text("☒"), mark("end"), "是"))


def test_what_is_typed_into_a_text_field_is_its_result() -> None:
    begin = mark("begin", "<w:ffData><w:textInput/></w:ffData>")

    assert "85" == only_text(p(begin, mark("separate"), "85", mark("end")))


def test_a_content_control_check_box_shows_its_sign() -> None:
    state = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>"
    box = f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{text('☒')}</w:sdtContent></w:sdt>"

    assert "☒ 是" == only_text(p(box, " 是"))


def test_a_hidden_field_still_ends() -> None:
    hidden = "<w:vanish/>"
    begin = run('<w:fldChar w:fldCharType="begin"/>', hidden)
    end = run('<w:fldChar w:fldCharType="end"/>', hidden)

    assert "前后" == only_text(p("前", begin, text("XE", hidden), end, "后"))
