from __future__ import annotations

from tests.word.wordml import (
    CONTINUE,
    RESTART,
    docx,
    only_grid,
    only_text,
    p,
    sdt,
    shape,
    span,
    tbl,
    tc,
    text,
    tr,
)

from hebiao.word import Paragraph, read_document
from hebiao.word.drawing import read_drawing

SQUARE = """
    +----+----+
    | 甲 | 乙 |
    +----+----+
    | 丙 | 丁 |
    +----+----+
"""


def custom(content: str) -> str:
    return f'<w:customXml w:element="e"><w:customXmlPr/>{content}</w:customXml>'


def test_cells_in_content_controls_keep_their_places() -> None:
    grid = only_grid(
        tbl(
            tr("甲", sdt(tc("乙"), "<w:date/>"), "丙"),
            tr("丁", sdt(sdt(tc("戊", properties=span(2))))),
            columns=3,
        )
    )

    expected = """
        +----+----+----+
        | 甲 | 乙 | 丙 |
        +----+----+----+
        | 丁 | 戊      |
        +----+---------+
    """
    assert read_drawing(expected) == shape(grid)


def test_a_merge_crosses_the_edge_of_a_repeating_section() -> None:
    items = sdt(tr("甲", tc(properties=CONTINUE))) + sdt(tr("乙", "丙"))
    grid = only_grid(
        tbl(tr("标题", tc("合并", properties=RESTART)), sdt(items), tr("丁", "戊"), columns=2)
    )

    expected = """
        +------+------+
        | 标题 | 合并 |
        +------+      |
        | 甲   |      |
        +------+------+
        | 乙   | 丙   |
        +------+------+
        | 丁   | 戊   |
        +------+------+
    """
    assert read_drawing(expected) == shape(grid)


def test_a_table_in_a_content_control_is_a_table_of_the_body() -> None:
    grid = only_grid(sdt(tbl(tr("甲", "乙"), tr("丙", "丁"), columns=2)))

    assert read_drawing(SQUARE) == shape(grid)


def test_rows_and_cells_in_custom_xml_are_read() -> None:
    grid = only_grid(tbl(custom(tr("甲", custom(tc("乙")))), tr(custom(tc("丙")), "丁"), columns=2))

    assert read_drawing(SQUARE) == shape(grid)


def test_bookmarks_and_proofing_marks_between_rows_and_cells_do_no_harm() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="b"/><w:proofErr w:type="gramStart"/>'
    grid = only_grid(tbl(mark, tr(mark, tc("甲"), mark, tc("乙")), mark, tr("丙", "丁"), columns=2))

    assert read_drawing(SQUARE) == shape(grid)


def test_wrapped_runs_are_read_in_order() -> None:
    wrapped = (
        custom(text("一"))
        + f"<w:smartTag>{text('二')}</w:smartTag>"
        + f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{text("三")}</w:bdo></w:dir>'
        + f'<w:hyperlink w:anchor="a"><w:ins>{text("四")}</w:ins></w:hyperlink>'
        + sdt(text("五"))
    )

    assert "一二三四五" == only_text(p(wrapped))


def test_a_wrapped_cell_reads_as_a_plain_one_does() -> None:
    plain, wrapped = tc("甲", "乙"), tc(p("甲"), sdt(p("乙")))

    assert "甲\n乙" == only_grid(tbl(tr(plain), columns=1)).cells[0].text
    assert "甲\n乙" == only_grid(tbl(tr(wrapped), columns=1)).cells[0].text


def test_the_prompt_of_an_empty_control_is_shown_but_not_typed() -> None:
    prompt = sdt(p("单击此处"), "<w:showingPlcHdr/><w:text/>")
    (cell,) = only_grid(tbl(tr(tc(p("金额："), prompt)), columns=1)).cells

    assert ("金额：\n单击此处", "金额：") == (cell.text, cell.typed)


def test_the_prompt_of_a_control_around_the_cell_is_not_typed_either() -> None:
    grid = only_grid(tbl(tr(sdt(tc("单击此处"), "<w:showingPlcHdr/>"), "乙"), columns=2))

    assert [("单击此处", ""), ("乙", "乙")] == [(cell.text, cell.typed) for cell in grid.cells]


def test_one_branch_of_an_alternative_is_read() -> None:
    def alternative(requires: str) -> str:
        return (
            f'<mc:AlternateContent><mc:Choice Requires="{requires}">{text("新")}</mc:Choice>'
            f"<mc:Fallback>{text('旧')}</mc:Fallback></mc:AlternateContent>"
        )

    assert "新" == only_text(p(alternative("wps")))
    assert "旧" == only_text(p(alternative("wps v")))
    assert "旧" == only_text(p(alternative("undeclared")))


def test_an_alternative_without_a_branch_for_us_is_nothing() -> None:
    choice = f'<mc:Choice Requires="v">{text("新")}</mc:Choice>'

    assert "前后" == only_text(
        p("前", f"<mc:AlternateContent>{choice}</mc:AlternateContent>", "后")
    )


def test_paragraphs_of_the_body_are_counted_through_wrappers_and_around_tables() -> None:
    blocks = read_document(
        docx(p("一") + sdt(p("二") + custom(p())) + tbl(tr("甲"), columns=1) + p("四"))
    ).blocks

    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    assert [(1, "一"), (2, "二"), (3, ""), (4, "四")] == [(q.number, q.text) for q in paragraphs]
