from __future__ import annotations

from tests.word.wordml import (
    CONTINUE,
    RESTART,
    docx,
    only_grid,
    only_text,
    p,
    run,
    shape,
    tbl,
    tc,
    text,
    tr,
)

from hebiao.word import Paragraph, read_document
from hebiao.word.drawing import read_drawing

DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


def ins(content: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{content}</w:ins>'


def deleted(written: str) -> str:
    return f'<w:del w:id="2" w:author="a">{run(f"<w:delText>{written}</w:delText>")}</w:del>'


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    assert "一三四" == only_text(p("一", deleted("二"), ins(text("三")), ins(deleted("五")), "四"))


def test_moved_text_counts_where_it_went() -> None:
    away = f"<w:moveFrom>{text('甲')}</w:moveFrom>"
    here = f"<w:moveTo>{text('甲')}</w:moveTo>"
    grid = only_grid(tbl(tr(tc(p(away, "乙")), tc(p(here, "丙"))), columns=2))

    assert ["乙", "甲丙"] == [cell.text for cell in grid.cells]


def test_a_merge_closes_up_over_a_deleted_row() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART), "乙"),
            tr(tc(properties=CONTINUE), tc(p(deleted("旧"))), properties='<w:del w:id="1"/>'),
            tr(tc(properties=CONTINUE), tc(p(ins(text("丙")))), properties='<w:ins w:id="2"/>'),
            tr("丁", "戊"),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        |    +----+
        |    | 丙 |
        +----+----+
        | 丁 | 戊 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)


def test_a_table_whose_rows_are_all_deleted_is_gone_and_not_counted() -> None:
    gone = tbl(tr("旧", properties="<w:del/>"), columns=1)
    document = read_document(docx(gone + tbl(tr("甲"), columns=1)))

    assert [(1, "甲")] == [(grid.table, grid.cells[0].text) for grid in document.grids]


def test_a_tracked_merge_is_a_merge() -> None:
    grid = only_grid(
        tbl(
            tr(tc("甲", properties='<w:cellMerge w:vMerge="rest"/>'), "乙"),
            tr(tc(p(deleted("旧")), properties='<w:cellMerge w:vMerge="cont"/>'), "丙"),
            columns=2,
        )
    )

    expected = """
        +----+----+
        | 甲 | 乙 |
        |    +----+
        |    | 丙 |
        +----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert () == grid.mends


def test_a_tracked_split_ends_a_merge() -> None:
    split = '<w:cellMerge w:vMergeOrig="cont"/>'
    grid = only_grid(
        tbl(
            tr(tc("甲", properties=RESTART)),
            tr(tc("乙", properties=CONTINUE + split)),
            columns=1,
        )
    )

    assert [("甲", 1), ("乙", 1)] == [(cell.text, cell.row_span) for cell in grid.cells]


def test_the_width_of_a_deleted_cell_goes_to_its_left() -> None:
    gone = tc(p(deleted("旧")), properties="<w:cellDel/>")
    grid = only_grid(
        tbl(
            tr("甲", gone, gone),
            tr("乙", tc("丙", properties="<w:cellIns/>"), "丁"),
            tr(gone, "戊", "己"),
            columns=3,
        )
    )

    expected = """
        +--------------+
        | 甲           |
        +----+----+----+
        | 乙 | 丙 | 丁 |
        +----+----+----+
        |░░░░| 戊 | 己 |
        +----+----+----+
    """
    assert read_drawing(expected) == shape(grid)
    assert () == grid.mends


def test_a_deleted_paragraph_mark_joins_two_paragraphs_in_a_cell() -> None:
    assert "一二\n三" == only_text(p("一", properties=DELETED_MARK), p("二"), p("三"))


def test_a_deleted_paragraph_mark_joins_two_paragraphs_of_the_body() -> None:
    blocks = read_document(docx(p("一", properties=DELETED_MARK) + p("二") + p("三"))).blocks

    assert (Paragraph(1, "一二"), Paragraph(2, "三")) == blocks


def test_a_deleted_mark_with_no_paragraph_to_join_keeps_its_text() -> None:
    table = tbl(tr(tc(p("甲", properties=DELETED_MARK))), columns=1)
    blocks = read_document(docx(p("一", properties=DELETED_MARK) + table)).blocks

    assert Paragraph(1, "一") == blocks[0]
    assert ["甲"] == [cell.text for cell in read_document(docx(table)).grids[0].cells]
