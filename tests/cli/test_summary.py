"""`hebiao summary STORE` answers what reviewers commonly ask."""

import csv
import io
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Hebiao, Process
from tests.store.conftest import across, begun, filled, item, travelled

from hebiao.check import check
from hebiao.reports.columns import width
from hebiao.store import open_store
from hebiao.store.summary.questions import share

LONG = "滨江市农业农村现代化示范区建设与管理服务中心（滨江市乡村振兴促进中心）"
JULY, AUGUST = datetime(2026, 7, 9, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)
WRONG = {"total": "98.06分"}
NAMELESS = dict.fromkeys(("department", "caption.unit_name", "implementing_unit", "total"), "")


@pytest.fixture(scope="module", params=["结果.sqlite", "结果.duckdb"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs: in July three units, in August the corrected form of one of them."""
    path = tmp_path_factory.mktemp("store") / str(request.param)
    first = [
        item("一.docx", {"department": "甲 局"}, {"department": "甲局", **WRONG}),
        item("二.docx", {"department": LONG, "project": "=1+1", **WRONG}),
        item("三.docx", NAMELESS),
        travelled(check(b"%PDF-1.7")),
    ]
    filled(path, first, started=JULY)
    corrected = item("二.docx", {"department": LONG, "project": "=1+1"})
    filled(path, [corrected], started=AUGUST)
    return path


@pytest.fixture
def store(kept: Path, folder: Path) -> str:
    """The store in the current folder, to be changed as a test likes."""
    shutil.copy(kept, folder)
    return kept.name


def rows(hebiao: Hebiao, store: str, by: str, *more: str) -> list[dict[str, object]]:
    result = hebiao("summary", store, "--by", by, "--format", "json", *more)
    assert 0 == result.exit_code
    return list(json.loads(result.stdout)["by"][by])


def test_units_are_told_with_the_share_of_forms_without_error(hebiao: Hebiao, store: str):
    told = {
        row["unit"]: (row["forms"], row["without_error"], row["share"])
        for row in rows(hebiao, store, "unit")
    }

    assert {
        "甲局": (2, 1, "50.0%"),
        LONG: (1, 1, "100.0%"),
        "（没有写单位）": (1, 1, "100.0%"),
    } == told


def test_the_unit_with_most_errors_comes_first(hebiao: Hebiao, store: str):
    assert "甲局" == rows(hebiao, store, "unit")[0]["unit"]


def test_a_rule_is_told_with_its_forms_and_units(hebiao: Hebiao, store: str):
    [total] = [row for row in rows(hebiao, store, "rule", "--run", "1") if row["code"] == "SC01"]

    assert (2, 2, 2) == (total["findings"], total["forms"], total["units"])


def test_a_finding_over_forms_counts_for_each_of_their_units(hebiao: Hebiao, folder: Path):
    files = [item("一.docx", {"department": "甲局"}), item("二.docx", {"department": "乙局"})]
    filled(folder / "a.db", files, across(("一.docx", 1), ("二.docx", 1)))

    [told] = [row for row in rows(hebiao, "a.db", "rule") if row["code"] == "BT01"]
    assert (1, 2, 2) == (told["findings"], told["forms"], told["units"])
    assert [("乙局", 1), ("甲局", 1)] == [
        (row["unit"], row["errors"]) for row in rows(hebiao, "a.db", "unit")
    ]


def test_months_are_those_of_the_runs(hebiao: Hebiao, store: str):
    latest = [(row["month"], row["files"], row["forms"]) for row in rows(hebiao, store, "month")]
    everything = rows(hebiao, store, "month", "--run", "all")

    assert [("2026-07", 3, 3), ("2026-08", 1, 1)] == latest
    assert [4, 1] == [row["files"] for row in everything]
    assert "填报日期" in hebiao("summary", store, "--by", "month").stdout


def test_totals_are_told_in_bands(hebiao: Hebiao, store: str):
    bands = {
        row["band"]: (row["stated"], row["recomputed"]) for row in rows(hebiao, store, "total")
    }

    assert {"90–100": (3, 4), "没有总分": (1, 0)} == {
        band: numbers for band, numbers in bands.items() if any(numbers)
    }
    assert ["100 以上", "90–100", "80–90", "60–80", "60 以下", "没有总分"] == list(bands)


@pytest.mark.parametrize(
    ("total", "band"),
    [("100", "90–100"), ("100.01", "100 以上"), ("90", "90–100"), ("89.99", "80–90"),
     ("80", "80–90"), ("60", "60–80"), ("59.9", "60 以下")],
)  # fmt: skip
def test_a_band_begins_with_its_lower_end(hebiao: Hebiao, folder: Path, total: str, band: str):
    filled(folder / "a.db", [item("a.docx", {"total": total})])

    assert [band] == [row["band"] for row in rows(hebiao, "a.db", "total") if row["stated"]]


def test_the_worst_projects_come_first(hebiao: Hebiao, store: str):
    worst = rows(hebiao, store, "worst", "--run", "1", "--top", "2")

    assert [("二.docx", "第 1 张表"), ("一.docx", "第 2 张表")] == [
        (row["path"], row["form"]) for row in worst
    ]
    graveness = [(row["errors"], row["warnings"], row["notes"]) for row in worst]
    assert graveness[0] > graveness[1]


def test_a_run_of_its_own_can_be_asked(hebiao: Hebiao, store: str):
    files = [
        json.loads(hebiao("summary", store, "--run", run, "--format", "json").stdout)["files"]
        for run in ("latest", "all", "1", "2")
    ]

    assert [4, 5, 4, 1] == files


def test_the_page_answers_all_and_fits(hebiao: Hebiao, store: str):
    text = hebiao("summary", store).stdout

    for title in ("按单位", "按规则", "按月份", "总分分布", "问题最多的项目"):
        assert f"\n{title}" in text
    assert "文件 4（其中无法读取 1），自评表 4 张；" in text
    assert [] == [line for line in text.splitlines() if width(line) > 80]


def test_both_stores_tell_the_same(hebiao: Hebiao, folder: Path):
    files = [item("一.docx", WRONG), item("二.docx", {})]
    for name in ("a.db", "a.duckdb"):
        filled(folder / name, files)

    one, other = (hebiao("summary", name).stdout.split("\n", 1)[1] for name in ("a.db", "a.duckdb"))
    assert one == other


def test_a_name_that_is_too_long_goes_on_below(hebiao: Hebiao, store: str):
    lines = hebiao("summary", store, "--by", "unit").stdout.splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"  {LONG[:6]}"))

    assert LONG.startswith("".join(line.split()[0] for line in lines[begin : begin + 2]))


def test_what_is_cut_says_so(hebiao: Hebiao, store: str):
    text = hebiao("summary", store, "--by", "unit", "--top", "1").stdout

    assert "共 3 行，列前 1 行" in text


def test_figures_stand_below_each_other(hebiao: Hebiao, store: str):
    lines = hebiao("summary", store, "--by", "total").stdout.splitlines()
    table = [line for line in lines if line.startswith("  ") and "注" not in line]

    assert 7 == len(table)
    assert 1 == len({width(line) for line in table})


def test_a_csv_opens_in_excel(process: Process, folder: Path):
    filled(folder / "a.db", [item("一.docx", {"department": "甲局，乙局"})])

    data = process("summary", "a.db", "--by", "unit", "--format", "csv").stdout
    assert data.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert ["单位", "自评表", "错误", "警告", "提示", "无错误的表", "占比"] == header
    assert ["甲局，乙局", "1"] == row[:2]


def test_a_name_that_looks_like_a_formula_stays_a_name(hebiao: Hebiao, store: str):
    text = hebiao("summary", store, "--by", "worst", "--run", "1", "--format", "csv").stdout

    assert "\n'=1+1," in text


def test_a_csv_is_one_table(hebiao: Hebiao, store: str):
    result = hebiao("summary", store, "--format", "csv")

    assert 2 == result.exit_code
    assert "请加 --by" in result.stderr


@pytest.mark.parametrize("run", ["3", "0", "-1", "last", "１"])
def test_a_run_that_is_not_there_is_named(hebiao: Hebiao, store: str, run: str):
    result = hebiao("summary", store, f"--run={run}")

    assert 2 == result.exit_code
    assert f"没有第 {run} 次核查" in result.stderr
    assert "1 到 2" in result.stderr


def test_a_run_that_was_stopped_says_so(hebiao: Hebiao, folder: Path):
    with open_store(folder / "a.db") as store:
        begun(store)
        store.add(*item("a.docx", {}))

    assert "没有核查完" in hebiao("summary", "a.db", "--run", "1").stdout


@pytest.mark.parametrize("name", ["无.sqlite", "好.docx", "."])
def test_what_is_no_store_is_a_wrong_call(hebiao: Hebiao, name: str):
    result = hebiao("summary", name)

    assert 2 == result.exit_code
    assert result.stderr.startswith("hebiao：")
    assert "Traceback" not in result.stderr


def test_a_store_without_forms_has_a_page_too(hebiao: Hebiao, folder: Path):
    filled(folder / "a.db", [travelled(check(b""))])

    result = hebiao("summary", "a.db")
    assert 0 == result.exit_code
    assert "按单位\n  （没有）" in result.stdout


def test_a_share_is_all_only_where_it_is_all():
    assert ("99.9%", "100.0%", "0.0%", "") == (
        share(9999, 10000), share(3, 3), share(0, 3), share(0, 0)
    )  # fmt: skip
