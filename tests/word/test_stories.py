from __future__ import annotations

from tests.word.wordml import (
    CONTINUE,
    RESTART,
    docx,
    only_grid,
    p,
    part,
    run,
    sdt,
    shape,
    span,
    tbl,
    tc,
    tr,
)

from hebiao.word import Cell, Grid, Paragraph, Story, read_document
from hebiao.word.drawing import read_drawing

TABLE = tbl(tr("甲", "乙"), columns=2)
CELLS = (Cell(1, 1, 1, 1, "甲", "甲"), Cell(1, 2, 1, 1, "乙", "乙"))


def box(content: str) -> str:
    return run(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def test_the_text_of_a_nested_table_stands_once_and_in_order() -> None:
    inner = tbl(
        tr("一", tc("二", properties=RESTART)), tr("三", tc(properties=CONTINUE)), columns=2
    )
    grid = only_grid(tbl(tr(tc("前", inner, "后", properties=span(2)), "旁"), columns=3))

    assert ["前\n一\n二\n三\n后", "旁"] == [cell.text for cell in grid.cells]


def test_a_nested_table_is_a_grid_of_its_own() -> None:
    inner = tbl(tr(tc("一", properties=span(2))), tr("二", "三"), columns=2)
    grid = only_grid(tbl(tr("外", tc(inner)), columns=2))

    expected = """
        +---------+
        | 一      |
        +----+----+
        | 二 | 三 |
        +----+----+
    """
    assert [read_drawing(expected)] == [shape(nested) for nested in grid.nested]


def test_nested_tables_are_not_counted_as_tables_of_the_body() -> None:
    deep = tbl(tr(tc(tbl(tr(tc(TABLE)), columns=1))), columns=1)
    document = read_document(docx(TABLE + deep + TABLE))

    assert [1, 2, 3] == [grid.table for grid in document.grids]
    assert 2 == document.grids[1].nested[0].nested[0].table


def test_a_nested_table_in_a_content_control_is_read() -> None:
    grid = only_grid(tbl(tr(tc(sdt(TABLE))), columns=1))

    assert CELLS == grid.nested[0].cells
    assert "甲\n乙" == grid.cells[0].text


def test_a_table_in_a_text_box_is_a_story_of_its_own_and_told_once() -> None:
    document = read_document(docx(p("题", box(p("框") + TABLE))))

    assert (Paragraph(1, "题\n框"),) == document.blocks
    assert (Story("文本框", (Grid(1, 1, 2, CELLS),)),) == document.others


def test_a_table_in_a_text_box_in_a_cell_is_found() -> None:
    document = read_document(docx(tbl(tr(tc(p("格", box(TABLE)))), columns=1)))

    assert "格" == document.grids[0].cells[0].text
    assert [("文本框", CELLS)] == [(s.name, s.grids[0].cells) for s in document.others]


def test_a_text_box_that_is_deleted_is_not_told() -> None:
    document = read_document(docx(p(f"<w:del>{box(TABLE)}</w:del>")))

    assert () == document.others


def test_tables_of_headers_footers_notes_and_comments_are_told_by_name() -> None:
    parts = {
        "word/h.xml": part("hdr", TABLE),
        "word/f.xml": part("ftr", p("页脚", box(TABLE))),
        "word/fn.xml": part("footnotes", f"<w:footnote>{TABLE}</w:footnote>" * 2),
        "word/en.xml": part("endnotes", f"<w:endnote>{sdt(TABLE)}</w:endnote>"),
        "word/c.xml": part("comments", f"<w:comment>{TABLE}</w:comment>"),
    }
    notes = {"footnotes": "fn.xml", "endnotes": "en.xml", "comments": "c.xml"}
    document = read_document(docx(p(), parts, header="h.xml", footer="f.xml", **notes))

    expected = [("页眉", 1), ("文本框", 1), ("脚注", 2), ("尾注", 1), ("批注", 1)]
    assert expected == [(story.name, len(story.grids)) for story in document.others]


def test_a_header_without_a_table_is_not_even_parsed() -> None:
    document = read_document(docx(p(), {"word/h.xml": "<w:hdr this is no XML"}, header="h.xml"))

    assert () == document.others


def test_a_relationship_that_leads_nowhere_does_no_harm() -> None:
    document = read_document(docx(TABLE, header="none.xml", styles="none.xml", image="../../x"))

    assert CELLS == document.grids[0].cells


def test_tables_of_an_embedded_document_are_told() -> None:
    chunk = '<w:altChunk r:id="aFChunk"/>'
    inner = docx(TABLE + chunk, {"word/c.docx": docx(TABLE)}, aFChunk="c.docx")
    document = read_document(docx(p() + chunk, {"word/c.docx": inner}, aFChunk="c.docx"))

    assert (Story("嵌入文档", (Grid(1, 1, 2, CELLS),)),) == document.others


def test_an_embedded_document_that_cannot_be_read_does_no_harm() -> None:
    chunk = '<w:altChunk r:id="aFChunk"/>'
    broken = {"word/c.docx": docx("<broken")}
    document = read_document(docx(chunk + tbl(tr(tc(chunk)), columns=1), broken, aFChunk="c.docx"))

    assert () == document.others
    assert "" == document.grids[0].cells[0].text
