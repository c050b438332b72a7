"""Parquet files for lakes: a table a file, complete or not there."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from tests.store.conftest import STARTED, Item, Items, across

from hebiao.errors import UsageError
from hebiao.store import Run, write_parquet
from hebiao.store.schema import RESULTS


def test_each_table_is_a_file_with_its_columns(tmp_path: Path, items: Items):
    written = write_parquet(tmp_path / "湖", items, Run(STARTED), [across(("报送/错.docx", 1))])

    assert [tmp_path / "湖" / f"{table.name}.parquet" for table in RESULTS] == written
    assert sorted(written) == sorted((tmp_path / "湖").iterdir())
    for table, path in zip(RESULTS, written, strict=True):
        assert list(table.names) == duckdb.read_parquet(str(path)).columns


def test_figures_are_exact_and_findings_of_all_kinds_there(tmp_path: Path, items: Items):
    write_parquet(tmp_path, items, Run(STARTED), [across(("报送/错.docx", 1))])

    forms = duckdb.read_parquet(str(tmp_path / "forms.parquet"))
    assert [("100.000010",)] == forms.filter("form_index = 2").project("budget_exact").fetchall()
    assert "DECIMAL(38,10)" == str(forms.project("budget").types[0])
    findings = duckdb.read_parquet(str(tmp_path / "findings.parquet"))
    assert [("BT01",)] == findings.filter("scope = 'across'").project("code").fetchall()


def test_a_run_that_fails_leaves_what_was_there(tmp_path: Path, items: Items):
    write_parquet(tmp_path, items, Run(STARTED))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def failing() -> Iterator[Item]:
        yield items[0]
        raise UsageError("停")

    with pytest.raises(UsageError, match="停"):
        write_parquet(tmp_path, failing(), Run(STARTED))
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, items: Items):
    (tmp_path / "湖").write_text("不是文件夹", encoding="utf-8")

    with pytest.raises(UsageError, match="Parquet 文件写不进"):
        write_parquet(tmp_path / "湖", items, Run(STARTED))


def test_a_quote_in_the_name_of_a_folder_is_a_quote(tmp_path: Path, items: Items):
    written = write_parquet(tmp_path / "it's", items, Run(STARTED))

    assert all(path.exists() for path in written)
