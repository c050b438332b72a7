"""docs/store.md: every column is described, and every example runs in both engines."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.store.conftest import Items, across, asked, filled, item

from hebiao.store.schema import META, RESULTS, Table
from hebiao.store.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
TABLES = dict(re.findall(r"^### (\w+)：[^\n]*\n(.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE))


def described(text: str) -> list[str]:
    """The names in the first cell of each row."""
    firsts = re.findall(r"^\| ((?:`\w+` ?)+)\|", text, re.MULTILINE)
    return [name for first in firsts for name in re.findall(r"`(\w+)`", first)]


def test_every_table_is_described():
    assert [table.name for table in (META, *RESULTS)] == list(TABLES)


@pytest.mark.parametrize("table", [META, *RESULTS], ids=lambda table: table.name)
def test_every_column_is_described_in_its_order(table: Table):
    assert list(table.names) == described(TABLES[table.name])


def test_every_view_is_described():
    assert sorted(VIEWS) == sorted(described(PAGE.partition("## 视图")[2]))


def test_there_are_ten_examples():
    assert 10 == len(QUERIES)


@pytest.fixture(scope="module")
def both(items: Items, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("page")
    paths = (folder / "结果.sqlite", folder / "结果.duckdb")
    low = {"funding.1.execution_rate": "50%", "indicators.1.actual": "600套"}
    for path in paths:
        filled(path, [*items, item("低.docx", low)], across(("报送/错.docx", 1)))
    return paths


@pytest.mark.parametrize("query", QUERIES)
def test_an_example_finds_the_same_in_both_engines(both: tuple[Path, Path], query: str):
    one, other = (
        [tuple(float(v) if isinstance(v, Decimal) else v for v in row) for row in rows]
        for rows in (asked(path, query) for path in both)
    )

    assert one
    assert one == other
