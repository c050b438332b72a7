"""A run goes into a store, and SQL brings it out again, the same in both engines."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.conftest import Items, Rows, across, asked, filled, item

from hebiao.sample import sample_content
from hebiao.store import asked_store
from hebiao.store.flatten import storable
from hebiao.store.schema import META, RESULTS, Kind
from hebiao.store.views import VIEWS

SAME = [table.name for table in RESULTS if table.name != "runs"]
"""A run ends when it ends, another one later."""


def comparable(rows: Rows) -> Rows:
    """Rows with figures as they compare: a float of SQLite, a Decimal of DuckDB."""
    return [tuple(float(v) if isinstance(v, Decimal) else v for v in row) for row in rows]


@pytest.fixture(scope="module")
def both(items: Items, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("both")
    paths = (folder / "a.sqlite", folder / "a.duckdb")
    blank = dict.fromkeys(sample_content(), "") | {"title": "绩效自评表"}
    odd = {"indicators.1.target": "60-70套", "summary.total": "98.06分"}
    others = [
        item("杂.docx", odd, blank),
        *(item(f"{each}.docx", {}, layout=each) for each in ("mof", "yunnan", "hebei")),
    ]
    for path in paths:
        filled(path, [*items, *others])
        filled(path, items[:1], across(("报送/错.docx", 2), ("报送/漏.docx", 1)))
    return paths


@pytest.mark.parametrize("name", [*SAME, *VIEWS])
def test_both_engines_hold_the_same(both: tuple[Path, Path], name: str):
    one, other = (comparable(asked(path, f"SELECT * FROM {name} ORDER BY 1, 2")) for path in both)

    assert one
    assert one == other


SILENT = """
    files.converted_from indicators.score_shared_with indicators.remark
    funding.reason funding.remark places.paragraph
"""
"""What no file of these states; other columns that nothing fills are a mistake in a name."""


def test_every_column_is_filled_by_something(both: tuple[Path, Path]):
    with asked_store(both[0]) as engine:
        empty = [
            f"{table.name}.{name}"
            for table in RESULTS
            for name in table.names
            if engine.query(f"SELECT count({name}) FROM {table.name}") == [(0,)]
        ]

    assert " ".join(SILENT.split()) == " ".join(empty)


def test_a_file_that_is_no_form_says_why(path: Path, items: Items):
    filled(path, items)

    rows = asked(path, "SELECT path, status, problem_code FROM files WHERE status <> 'checked'")
    assert [
        ("报送/无.docx", "no_form", "no_table"),
        ("报送/坏.docx", "unreadable", items[4][0]["problem"]["code"]),
    ] == rows


def test_a_waived_finding_is_there_with_its_reason(path: Path, items: Items):
    filled(path, items)

    rows = asked(
        path, "SELECT waiver_reason, waiver FROM latest_findings WHERE waived AND code = 'SC01'"
    )
    assert [("已电话核实", 3)] == rows


def test_a_finding_stands_where_the_report_says(path: Path, items: Items):
    filled(path, items)
    [told] = [f for f in items[0][0]["forms"][1]["findings"] if f["code"] == "SC01"]

    place = "table_number, row_number, column_number, label"
    [row] = asked(
        path, f"SELECT {place}, stated FROM latest_findings WHERE code = 'SC01' AND NOT waived"
    )
    assert (*told["location"].values(), told["stated"]) == row


figures = st.decimals(0, 10**15, places=8, allow_nan=False, allow_infinity=False)


@settings(max_examples=3, deadline=None)
@given(st.lists(figures, min_size=1, max_size=20))
def test_figures_come_back_digit_by_digit(
    tmp_path_factory: pytest.TempPathFactory, values: list[Decimal]
):
    entry, rows = ITEM
    line = rows["forms"][0]["funding"][0]
    lines = [line | {"number": n, "budget_exact": f"{v:f}"} for n, v in enumerate(values)]
    changed = {"forms": [rows["forms"][0] | {"funding": lines}]}
    folder = tmp_path_factory.mktemp("exact")
    for name in ("a.sqlite", "a.duckdb"):
        filled(folder / name, [(entry, changed)])

        exact = asked(folder / name, "SELECT budget_exact FROM funding ORDER BY number")
        assert [(f"{value:f}",) for value in values] == exact

    assert [(sum(values),)] == asked(folder / "a.duckdb", "SELECT sum(budget) FROM funding")


ITEM = item("a.docx", {})
HOSTILE = {
    "quotes": "'; DROP TABLE files; -- \"\\",
    "many": "字" * 100_000,
    "lines": "甲\r\n乙\t丙",
    "formula": "=1+1",
    "emoji": "\U0001f4a9",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_cell_says_stays_data(path: Path, text: str):
    entry, rows = hostile(text)
    filled(path, [(entry, rows)])

    assert [(text, text)] == asked(
        path, "SELECT project, reason FROM forms JOIN funding USING (form_id)"
    )


@pytest.mark.parametrize(("text", "kept"), [("a\0b", "a\\x00b"), ("a\udcffb", "a\\udcffb")])
def test_what_no_database_takes_becomes_an_escape(path: Path, text: str, kept: str):
    entry, rows = hostile(text)
    filled(path, [(entry, rows)])

    assert [(kept, kept)] == asked(
        path, "SELECT project, reason FROM forms JOIN funding USING (form_id)"
    )


@given(st.text(st.characters()))
def test_every_text_can_be_written(text: str):
    kept = storable(text)

    assert "\0" not in kept
    assert kept == kept.encode().decode()


def hostile(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    entry, rows = ITEM
    form, more = entry["forms"][0], rows["forms"][0]
    line = more["funding"][0] | {"reason": text}
    return (
        entry | {"forms": [form | {"project": text}]},
        {"forms": [more | {"funding": [line]}]},
    )


def test_the_latest_result_of_each_path_is_told_apart_from_history(path: Path, items: Items):
    filled(path, items)
    filled(path, [item("报送/错.docx", {})])

    assert [(2, 0), (1, 0), (1, 0)] == asked(
        path, "SELECT run_id, errors FROM latest_forms ORDER BY run_id DESC, path"
    )
    assert [(5,)] == asked(path, "SELECT count(*) FROM all_forms")
    assert [(5, 6)] == asked(
        path, "SELECT (SELECT count(*) FROM latest_files), (SELECT count(*) FROM all_files)"
    )


def test_a_run_says_when_it_was_and_how_it_was_called(path: Path, items: Items):
    assert (1, 2) == (filled(path, items), filled(path, items))

    row = asked(path, "SELECT run_id, started, state, config, arguments, skipped FROM runs LIMIT 1")
    assert [
        (1, "2026-08-01 09:30:00", "finished", "hebiao.toml", '["报送", "--jobs", "2"]', 1)
    ] == row


def test_a_finding_over_several_forms_belongs_to_each_of_them(path: Path, items: Items):
    filled(path, items, across(("报送/错.docx", 2), ("报送/漏.docx", 1)))

    found = "FROM finding_forms JOIN findings USING (finding_id) WHERE code = 'BT01'"
    assert [(2,)] == asked(path, f"SELECT count(*) {found}")
    assert [("报送/错.docx", "图书室", "某某局", "项目名称")] == asked(
        path, "SELECT path, project, unit, label FROM latest_findings WHERE code = 'BT01'"
    )


def test_a_finding_over_forms_is_past_when_one_of_them_was_checked_again(path: Path, items: Items):
    filled(path, items, across(("报送/错.docx", 2), ("报送/漏.docx", 1)))
    filled(path, items[1:2])

    assert [] == asked(path, "SELECT * FROM latest_findings WHERE code = 'BT01'")
    assert [(1,)] == asked(path, "SELECT count(*) FROM all_findings WHERE code = 'BT01'")


def test_a_key_names_a_row_that_is_there(path: Path, items: Items):
    filled(path, items)

    for table in RESULTS:
        for column in table.columns:
            if column.of:
                lost = f"NOT IN (SELECT {column.name} FROM {column.of})"
                found = asked(path, f"SELECT * FROM {table.name} WHERE {column.name} {lost}")
                assert [] == found


def test_more_rows_than_are_written_at_once_all_arrive(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hebiao.store.written._AT_ONCE", 50)
    entry, rows = ITEM
    filled(path, [(entry | {"path": f"{n}.docx"}, rows) for n in range(30)])

    indicators = len(rows["forms"][0]["indicators"])
    assert [(30, 30 * indicators)] == asked(
        path, "SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM indicators)"
    )


def test_a_name_ends_in_exact_only_where_digits_stand():
    for table in (META, *RESULTS):
        numbers = [column.name for column in table.columns if column.kind is Kind.NUMBER]

        assert [f"{name}_exact" for name in numbers] == [
            name for name in table.names if name.endswith("_exact")
        ]
