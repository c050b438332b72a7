from __future__ import annotations

import pytest
from tests.word.wordml import docx, only_grid, only_text, p, part, run, sdt, tbl, tc, text, tr

from hebiao.word import Paragraph, read_document

VANISH = "<w:vanish/>"


def styles(content: str) -> dict[str, str]:
    return {"word/styles.xml": part("styles", content)}


def style(name: str, properties: str, *, kind: str = "character", based_on: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>'
        f"{properties}</w:style>"
    )


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="page"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:footnoteReference w:id='1'/>", ""),
    ],
)
def test_breaks_and_hyphens_in_a_run(element: str, shown: str) -> None:
    content = run(f"<w:t>一</w:t>{element}<w:t>二</w:t>")

    assert f"一{shown}二" == only_text(p(content))
    assert f"一{shown}二零" == only_text(p(content, sdt(text("零"))))


def test_a_tab_stop_is_no_tab() -> None:
    assert "一" == only_text(p("一", properties="<w:tabs><w:tab w:val='left'/></w:tabs>"))


def test_paragraphs_of_a_cell_are_lines_and_blank_ones_at_its_ends_are_dropped() -> None:
    assert "一\n\n二" == only_text(p(), p("一"), p(), p("二"), p())


def test_blanks_at_the_ends_of_a_run_count_only_if_preserved() -> None:
    loose, kept = run("<w:t>\n  一 </w:t>"), text(" 二 ")

    assert "一 二 " == only_text(p(loose, kept))


def test_a_line_break_in_the_xml_is_a_blank() -> None:
    assert "一 二" == only_text(p(run("<w:t>一\n二</w:t>")))


def test_comments_and_character_data_sections_in_the_xml_do_no_harm() -> None:
    assert "一二三" == only_text(p(run("<w:t>一<!-- x -->二<![CDATA[三]]></w:t>")))


def test_hidden_text_is_not_shown() -> None:
    hidden, shown = text("隐", VANISH), text("现", '<w:vanish w:val="0"/>')

    assert "前现后" == only_text(p("前", hidden, shown, "后"))


def test_text_hidden_by_a_character_style_is_not_shown() -> None:
    sheet = styles(
        style("Base", f"<w:rPr>{VANISH}</w:rPr>") + style("Derived", "", based_on="Base")
    )
    hidden = text("隐", '<w:rStyle w:val="Derived"/>')
    shown = text("现", '<w:rStyle w:val="Derived"/><w:vanish w:val="false"/>')

    assert "前现" == only_text(p("前", hidden, shown), parts=sheet, styles="styles.xml")


def test_hidden_in_the_style_of_both_the_paragraph_and_the_run_is_shown() -> None:
    sheet = styles(
        style("Run", f"<w:rPr>{VANISH}</w:rPr>")
        + style("Par", f"<w:rPr>{VANISH}</w:rPr>", kind="paragraph")
    )
    content = p("隐", text("现", '<w:rStyle w:val="Run"/>'), properties='<w:pStyle w:val="Par"/>')

    assert "现" == only_text(content, parts=sheet, styles="styles.xml")


def test_text_is_hidden_by_the_default_style_where_no_other_is_named() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:default="1" w:styleId="a">'
        f"<w:rPr>{VANISH}</w:rPr></w:style>" + style("b", "", kind="paragraph")
    )
    content = (p("隐"), p("现", properties='<w:pStyle w:val="b"/>'))

    assert "现" == only_text(*content, parts=sheet, styles="styles.xml")


def test_a_loop_of_styles_ends() -> None:
    sheet = styles(
        style("A", f"<w:rPr>{VANISH}</w:rPr>", based_on="B") + style("B", "", based_on="A")
    )

    assert "" == only_text(p(text("隐", '<w:rStyle w:val="B"/>')), parts=sheet, styles="styles.xml")


def test_ruby_without_a_base_shows_nothing() -> None:
    assert "字" == only_text(p(run(f"<w:ruby><w:rt>{text('zì')}</w:rt></w:ruby>"), "字"))


def test_ruby_shows_its_base() -> None:
    ruby = f"<w:ruby><w:rt>{text('hàn')}</w:rt><w:rubyBase>{text('汉')}</w:rubyBase></w:ruby>"

    assert "汉字" == only_text(p(run(ruby), "字"))


def m(tag: str, content: str) -> str:
    return f"<m:{tag}>{content}</m:{tag}>"


def mr(written: str) -> str:
    return f"<m:r><m:t>{written}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (mr("a+b"), "a+b"),
        (m("f", m("num", mr("85")) + m("den", mr("100"))), "85/100"),
        (m("f", m("num", mr("a+b")) + m("den", mr("2"))), "(a+b)/2"),
        (m("sSup", m("e", mr("m")) + m("sup", mr("2"))), "m^2"),
        (m("rad", m("deg", "") + m("e", mr("2"))), "√2"),
        (m("d", m("e", mr("x"))), "(x)"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>' + m("e", mr("x")) + "</m:nary>", "∑x"),
    ],
)
def test_a_formula_is_one_line(inside: str, shown: str) -> None:
    assert f"A={shown}" == only_text(p("A=", m("oMath", inside)))


def test_a_formula_paragraph_is_read() -> None:
    assert "x" == only_text(p(m("oMathPara", m("oMath", mr("x")))))


def test_a_text_box_follows_the_paragraph_it_is_anchored_in() -> None:
    box = f"<w:txbxContent>{p('框内')}{p('二行')}</w:txbxContent>"
    drawn = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    assert "前后\n框内\n二行\n下段" == only_text(p("前", run(drawn), "后"), p("下段"))


def test_an_embedded_web_page_is_read_in_its_place() -> None:
    head = b"<head><title>t</title></head>"
    page = b"<html>" + head + b"<body><p>one</p>two<br/>three<script>x</script></body></html>"

    assert "one\ntwo\nthree\n后" == only_text(
        '<w:altChunk r:id="aFChunk"/>', p("后"), parts={"word/c.html": page}, aFChunk="c.html"
    )


def test_an_embedded_document_is_read_in_its_place() -> None:
    parts = {"word/c.docx": docx(p("内一") + p("内二"))}

    assert "内一\n内二\n后" == only_text(
        '<w:altChunk r:id="aFChunk"/>', p("后"), parts=parts, aFChunk="c.docx"
    )


@pytest.mark.parametrize(
    ("chunk", "shown"),
    [
        ("纯文本".encode(), "纯文本\n后"),
        (
            (
                b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                b"Content-Type: text/html; charset=utf-8\n\n<p>page</p>\n--b--\n"
            ),
            "page\n后",
        ),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nno page", "后"),
        (b"<!-- nothing -->", "后"),
        (b"", "后"),
    ],
)
def test_other_embedded_texts_are_read(chunk: bytes, shown: str) -> None:
    assert shown == only_text(
        '<w:altChunk r:id="aFChunk"/>', p("后"), parts={"word/c": chunk}, aFChunk="c"
    )


def test_of_several_embedded_texts_the_one_named_is_read() -> None:
    parts = {"word/a": b"one", "word/b": b"two"}

    assert "two\n后" == only_text('<w:altChunk r:id="b"/>', p("后"), parts=parts, a="a", b="b")


def test_an_embedded_text_that_is_not_there_is_nothing() -> None:
    assert "后" == only_text('<w:altChunk r:id="none"/>', p("后"))


def test_a_paragraph_reads_as_a_cell_does() -> None:
    content = p(run("<w:br/>"), "一", run("<w:br/><w:tab/>"), text("隐", VANISH), "二")

    assert (Paragraph(1, "一\n\t二"),) == read_document(docx(content)).blocks
    assert "一\n\t二" == only_text(content)


def test_a_plain_cell_beside_a_rich_one_keeps_its_text() -> None:
    grid = only_grid(tbl(tr("平", tc(p(text("隐", VANISH), "富")), "常"), columns=3))

    assert ["平", "富", "常"] == [cell.text for cell in grid.cells]
