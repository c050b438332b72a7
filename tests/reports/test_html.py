"""核查报告.html: one page without network, that no file can make do anything."""

import pickle
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.reports.conftest import Make, Result
from tests.reports.outline import html_of, read
from tests.written import written

from hebiao.check import CheckResult, Status, Trouble, Unchecked, Waived, check
from hebiao.diagnosis import Cause
from hebiao.layouts import CellPlace, TextPlace, Unread
from hebiao.reports.about import About
from hebiao.reports.html import Fragment, fragment, page
from hebiao.rules import Severity
from hebiao.word import Cell, Grid

TROUBLE = Trouble("no_form", "文档里没有表格，自评表可能是图片。")
NO_FORM = CheckResult("请示.docx", "", Status.NO_FORM, TROUBLE, ())
UNREADABLE = CheckResult("坏.docx", "", Status.UNREADABLE, Trouble("bad", "请重新上报。"), ())


def checked(edits: dict[str, str], path: str = "") -> CheckResult:
    return replace(check(written(edits)), path=path)


@pytest.fixture(scope="session")
def wrong() -> CheckResult:
    edits = {"total": "69.06分", "summary.total": "69.06", "reason": ""}
    return checked(edits, "报送/图书室.docx")


def test_a_good_form_reads_so(clean: CheckResult, snapshot: SnapshotAssertion):
    assert snapshot == read(clean).text


def test_a_bad_form_reads_so(wrong: CheckResult, snapshot: SnapshotAssertion):
    assert snapshot == read(wrong).text


def test_headings_go_down_one_step_at_a_time(wrong: CheckResult, clean: CheckResult):
    levels = read(wrong, clean, NO_FORM).levels

    assert 1 == levels[0]
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


def test_the_table_is_redrawn_with_its_merges(wrong: CheckResult):
    cells = wrong.forms[0].source.grids[0].cells
    merged = {(str(cell.column_span), str(cell.row_span)) for cell in cells} - {("1", "1")}
    outline = read(wrong)
    drawn = {
        (each.get("colspan", "1"), each.get("rowspan", "1"))
        for each in (*outline.all("td"), *outline.all("th"))
    }

    assert len(merged) > 3
    assert set() == merged - drawn


def test_a_hole_keeps_its_width(clean: CheckResult):
    cells = (Cell(1, 3, 1, 1, "甲", "甲"), Cell(2, 1, 1, 3, "乙", "乙"))
    form = clean.forms[0]
    source = replace(form.source, grids=(Grid(1, 2, 3, cells),))

    html = html_of(replace(clean, forms=(replace(form, source=source),)))

    assert '<tr><td colspan="2" class="hole"></td><td>甲</td></tr>' in html
    assert '<tr><th colspan="3">乙</th></tr>' in html


def test_a_wrong_cell_is_marked_and_leads_to_its_finding_and_back(
    result: Result, finding: Make, total: CellPlace
):
    html = html_of(result(finding()))
    name = re.findall(r'<article class="project" id="(\w+-1)"', html)[0]
    cell = f"{name}-t1r{total.row}c{total.column}"

    assert re.search(rf'<td[^>]* class="bad error" id="{cell}"[^>]*>96.06分 <a class="badge', html)
    assert (
        f'href="#{name}-n1" aria-label="错误，问题 1：总分与各项得分之和不符">×1</a></td>' in html
    )
    assert f'<a class="go" href="#{cell}">表1 第17行 第5列 总分</a>' in html


def test_an_empty_cell_with_a_finding_says_that_it_is_empty():
    html = html_of(checked({"reason": ""}))

    assert '<i>（空白）</i> <a class="badge warning"' in html


def test_the_figure_judged_to_be_wrong_is_marked_though_no_finding_is_at_it():
    html = html_of(checked({"funding.1.executed": "95.31"}))

    assert re.search(r'class="bad suspect"[^>]*>95.31 <a [^>]*>◆</a>', html)


def test_the_cause_is_told_before_the_findings_it_is_behind(wrong: CheckResult):
    text = read(wrong).text

    assert text.index("先看这里") < text.index("判断 ◆") < text.index("\n问题\n")


def test_a_cause_with_many_suspects_names_how_many_places_there_are(wrong: CheckResult):
    form = wrong.forms[0]
    cause = form.causes[0]
    stated = cause.suspects[0].places[0]
    places = tuple(replace(stated, at=CellPlace(1, row, 5, "")) for row in range(1, 12))
    many = Cause(cause.likely, (replace(cause.suspects[0], places=places),), certain=False)

    text = read(replace(wrong, forms=(replace(form, causes=(many,)),))).text

    assert "等 11 处。可以解释的问题：" in text


def test_words_of_the_summary_are_marked_in_their_sentence(result: Result, finding: Make):
    at = TextPlace(3, "自评得分为96.06分，其中")

    html = html_of(result(finding(at=at, stated="96.06", severity=Severity.WARNING)))

    assert '<blockquote>自评得分为<mark class="warning">96.06</mark><a class="badge' in html
    assert "</a>分，其中</blockquote>" in html


def test_two_findings_may_mark_words_that_overlap(result: Result, finding: Make):
    at = TextPlace(3, "甲乙丙丁")

    html = html_of(result(finding(at=at, stated="甲乙丙"), finding(at=at, stated="丙丁")))

    assert ["甲乙", "丙", "丁"] == re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_words_that_stand_there_twice_are_named_below_the_sentence(result: Result, finding: Make):
    html = html_of(result(finding(at=TextPlace(3, "得96分，共96分"), stated="96")))

    assert "<mark" not in html
    assert "这一段的问题：" in html


def test_waived_findings_stand_apart_with_their_reason(clean: CheckResult, finding: Make):
    waived = Waived(finding(), "经办人已说明", 2)
    form = replace(clean.forms[0], findings=(), waived=(waived,))

    outline = read(replace(clean, forms=(form,)))

    assert "√ 除豁免的以外，没有发现问题。" in outline.texts
    assert "经办人已说明（豁免第 2 条）" in outline.texts
    assert "豁免 1 处" in outline.texts
    assert [] == [each for each in outline.values("class") if each.startswith("finding")]


def test_what_was_not_judged_is_said_beside_a_good_form(result: Result, clean: CheckResult):
    unread = Unread(at=CellPlace(1, 1, 1, ""), text="备注")
    form = result(not_checked=(Unchecked("SC01", "读不出总分"),)).forms[0]
    form = replace(form, form=form.form.model_copy(update={"unread": (unread,)}))

    texts = read(replace(clean, forms=(form,))).texts

    assert "√ 没有发现问题。但有内容没有核对，见下。" in texts
    assert texts.index("SC01") + 1 == texts.index("读不出总分")
    assert texts.index("表1 第1行 第1列") + 1 == texts.index("“备注”")
    assert "2 处未核对或未识别" in texts


def test_files_without_a_form_say_why_and_what_to_do(clean: CheckResult):
    text = read(NO_FORM, clean, UNREADABLE).text

    assert "没有核查的文件（2 个）" in text
    assert "请示.docx\n文档里没有表格，自评表可能是图片。" in text
    assert "坏.docx\n请重新上报。" in text


def test_a_page_without_any_form_has_no_empty_tables():
    outline = read(NO_FORM)

    assert "没有一张自评表可以核查" in outline.text
    assert 1 == len(outline.all("table"))
    assert ([], []) == (outline.wrong, outline.open)


def test_a_page_of_nothing_says_so():
    outline = read()

    assert "没有核查任何文件" in outline.text
    assert [] == outline.all("table")
    assert ([], []) == (outline.wrong, outline.open)


def test_a_page_of_good_forms_has_no_distribution(clean: CheckResult):
    outline = read(clean)

    assert "问题分布" not in outline.text
    assert [] == outline.all("svg")


def test_bars_are_as_long_as_their_findings_are_many(result: Result, finding: Make):
    note = finding(code="PI03", title="目标已完成", severity=Severity.NOTE)

    html = html_of(result(finding(), finding(), finding(severity=Severity.NOTE), note))

    assert '<rect class="bar error" x="0%" y="0" width="66.66%"' in html
    assert '<rect class="bar note" x="66.66%" y="0" width="33.34%"' in html
    assert '<rect class="bar note" x="0%" y="0" width="33.33%"' in html


def numbered(part: Fragment, number: int) -> Fragment:
    rows = tuple(replace(row, unit=f"第{number}局") for row in part.rows)
    return replace(part, rows=rows)


def test_what_is_beyond_the_twentieth_unit_is_folded(result: Result, finding: Make):
    fragments = [numbered(fragment(result(finding())), number) for number in range(23)]

    assert "<summary>其余 3 个单位</summary>" in "".join(page(fragments))


def test_the_page_says_when_it_was_made_only_if_it_is_told(clean: CheckResult):
    fragments = [fragment(clean)]

    assert "2026 年 8 月 3 日" in "".join(
        page(fragments, About(when=datetime(2026, 8, 3, tzinfo=UTC)))
    )
    assert "年 8 月 3 日" not in "".join(page(fragments))


def test_a_fragment_travels_to_another_process(wrong: CheckResult):
    part = fragment(wrong)

    assert part == pickle.loads(pickle.dumps(part))  # noqa: S301 - our own


def test_a_fragment_is_small(wrong: CheckResult):
    assert len(pickle.dumps(fragment(wrong))) < 8000


def test_the_page_comes_in_pieces(wrong: CheckResult):
    fragments = [fragment(replace(wrong, path=f"{number}.docx")) for number in range(3)]

    assert len(list(page(fragments))) > 3
