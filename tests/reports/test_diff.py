"""What `hebiao diff` says: text, JSON, rows; and a report in JSON as one side."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fixtures.build import xianning_forms
from syrupy.assertion import SnapshotAssertion
from tests.reports.outline import json_of

from hebiao.check import Status, check
from hebiao.diff import Difference, FileTrouble, Side, compare, submitted_forms
from hebiao.errors import UsageError
from hebiao.layouts import known_layouts
from hebiao.reports.columns import width
from hebiao.reports.diff.json_v1 import diff_v1
from hebiao.reports.diff.result_file import side_of
from hebiao.reports.diff.rows import COLUMNS, DiffRow, diff_rows
from hebiao.reports.diff.text import diff_report
from hebiao.reports.line import plain
from hebiao.sample import sample_content, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def side(name: str, *contents: dict[str, str]) -> Side:
    result = replace(check(write_forms(contents, HUBEI)), path=f"{name}/表.docx")
    return Side(name, 1, submitted_forms(result))


def text(difference: Difference, columns: int = 80) -> str:
    return "\n".join(plain(lines) for lines in diff_report(difference, columns))


@pytest.fixture(scope="module")
def mended() -> Difference:
    """Six forms, of which one was mended, one worse, one renamed, one left out and one new."""
    old = xianning_forms()
    new = [dict(each) for each in old]
    new[1] |= {"total": "91.67分", "summary.total": "91.76"}
    new[2]["reason"] = "合同款按进度支付，当年执行率偏低。"
    new[3]["project"] = "司法救助工作经费支出项目"
    new[4]["implementing_unit"] = "网格中心"
    new[5] |= {"project": "乡村道路养护", "department": "咸宁市交通运输局"}
    return compare(side("报送", *old), side("整改", *new))


def test_the_report_after_the_mending(mended: Difference, snapshot: SnapshotAssertion):
    assert snapshot == text(mended)


def test_the_report_of_forms_without_faults():
    good = side("报送", sample_content())

    assert "1 张表前后对应：没有变化。" in text(compare(good, good))
    assert "没有未整改和新出现的问题" in text(compare(good, good))


def test_it_says_that_nothing_was_compared_across_forms(mended: Difference):
    one = side("报送", sample_content())

    assert "跨表核对（重复报送、照抄、与清单不符等）不在对比里" in text(mended)
    assert "跨表核对" not in text(compare(one, one))


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_no_line_is_wider_than_the_page(mended: Difference, columns: int):
    assert columns >= max(width(line) for line in text(mended, columns).splitlines())


def test_a_form_nothing_became_of_is_only_counted():
    good, bad = sample_content(), sample_content({"project": "甲项目", "total": "1分"})

    heads = text(compare(side("a", good, bad), side("b", good, bad))).splitlines()

    assert "甲项目" in heads
    assert "社区图书室设备更新项目" not in heads


def test_files_that_could_not_be_read_are_told():
    trouble = FileTrouble("坏\x1b.docx", Status.UNREADABLE, "已损坏。")
    got = text(compare(side("报送", sample_content()), Side("整改", 1, (), (trouble,))))

    assert "整改后 坏�.docx 无法读取：已损坏。" in got
    assert "有文件无法读取" in got


def test_the_json_has_the_numbers_of_the_text(mended: Difference):
    got = json.loads(diff_v1(mended).model_dump_json())

    assert 1 == got["version"]
    assert {
        "matched": 5,
        "not_resubmitted": 1,
        "newly_submitted": 1,
    } == {key: got["summary"][key] for key in ("matched", "not_resubmitted", "newly_submitted")}
    assert got["summary"]["fixed"] == sum(
        judged["fate"] == "fixed" for form in got["forms"] for judged in form["findings"]
    )
    assert ["same", "same", "same", "similar", "same"] == [form["how"] for form in got["forms"]]


def test_a_row_for_each_finding_figure_and_form_without_another_side(mended: Difference):
    rows = list(diff_rows(mended))
    judged = sum(len(form.findings) + len(form.figures) for form in mended.forms)

    assert judged + 2 == len(rows)
    assert len(COLUMNS) == len(DiffRow._fields)
    assert ("中共咸宁市委政法委员会", "社会治安综合治理矛盾纠纷以奖代补项目", "未再报送") == rows[
        -2
    ][:3]
    assert {"数字改动", "已整改", "新出现"} <= {row.fate for row in rows}


def written(*contents: dict[str, str]) -> bytes:
    result = check(write_forms(contents, HUBEI))
    return json_of([replace(result, path="表.docx")]).encode()


def test_a_report_in_json_stands_for_the_forms_it_was_made_of():
    contents = [sample_content({"total": "98.06分"}), sample_content({"project": "甲项目"})]
    read, checked = side_of(written(*contents), "表"), side("表", *contents)

    assert [form.findings for form in checked.forms] == [form.findings for form in read.forms]
    assert ["same", "same"] == [str(form.how) for form in compare(read, checked).forms]
    assert [(), ()] == [form.figures for form in compare(read, checked).forms]
    assert "只有总分" in text(compare(read, checked))


def test_keys_of_a_later_release_are_passed_over():
    data = json.loads(written(sample_content()))
    data["files"][0]["forms"][0]["more"] = 1

    assert 1 == len(side_of(json.dumps(data).encode(), "x").forms)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是 JSON"),
        (b"\xff", "不是 JSON"),
        (b"[]", "不是 JSON"),
        (b'{"version": 2, "files": []}', "version 处读不通"),
        (b'{"version": 1, "files": [{"path": "x"}]}', "files.0.status 处读不通"),
    ],
)
def test_what_is_no_report_is_refused_in_chinese(data: bytes, words: str):
    with pytest.raises(UsageError, match=words):
        side_of(data, "x.json")


def test_the_fixture_compared_with_itself_is_as_it_was():
    result = check(Path(__file__).parents[2] / "fixtures/xianning.docx")
    same = Side("x", 1, submitted_forms(result))
    difference = compare(same, same)

    assert {"remaining"} == {judged.fate for form in difference.forms for judged in form.findings}
    assert [] == [form for form in difference.forms if form.figures]
