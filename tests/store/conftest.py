"""Real files through the real check, as they come from a worker; and stores of both kinds."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.written import written

from hebiao.check import CheckResult, Waived, check
from hebiao.layouts import known_layout
from hebiao.reports.json_v1 import file_entry
from hebiao.sample import sample_content, write_forms
from hebiao.store import Run, Store, asked_store, open_store, store_rows

Item = tuple[dict[str, Any], dict[str, Any]]
Items = list[Item]
Rows = list[tuple[Any, ...]]
Ask = Callable[[Path, str], Rows]

HUBEI = known_layout("hubei")
STARTED = datetime(2026, 8, 1, 9, 30, tzinfo=UTC)
DAY = date(2025, 3, 18)


def travelled(result: CheckResult) -> Item:
    """A result as a worker hands it over: one line of JSON."""
    line = {"entry": json.loads(file_entry(result).model_dump_json()), "rows": store_rows(result)}
    there = json.loads(json.dumps(line))
    return there["entry"], there["rows"]


def item(path: str, *texts: dict[str, str | None], layout: str = "hubei") -> Item:
    """A file of the sample form, once for each of the changes."""
    forms = [sample_content(each, layout) for each in texts]
    return travelled(replace(check(write_forms(forms, known_layout(layout))), path=path))


def waived(path: str) -> Item:
    """A file with a wrong total that an office lets pass."""
    result = replace(check(written({"total": "98.06分"})), path=path)
    form = result.forms[0]
    passed = tuple(Waived(finding, "已电话核实", 3) for finding in form.findings)
    return travelled(replace(result, forms=(replace(form, findings=(), waived=passed),)))


@pytest.fixture(scope="session")
def items() -> Items:
    """Two forms in a file, one with a wrong total; a field left blank; no form; no Word file."""
    return [
        item("报送/错.docx", {}, {"total": "98.06分", "funding.1.budget": "1000000.10元"}),
        item("报送/漏.docx", {"implementing_unit": "", "department": "某 某 局"}),
        waived("报送/免.docx"),
        travelled(replace(check(write_forms([], HUBEI)), path="报送/无.docx")),
        travelled(replace(check(b"%PDF-1.7"), path="报送/坏.docx")),
    ]


def across(*places: tuple[str, int]) -> dict[str, Any]:
    """A finding over forms."""
    at = {"table": 1, "row": 2, "column": 3, "label": "项目名称"}
    there = [
        {"path": path, "index": n, "project": "图书室", "unit": "某某局", "location": at,
         "stated": "图书室项目"} for path, n in places
    ]  # fmt: skip
    words = {"code": "BT01", "rule": "submitted_twice", "title": "重复报送", "basis": "一项一表"}
    told = {
        "message": "同一个项目报了两张表",
        "advice": "请核对",
        "expected": None,
        "formula": None,
    }
    return {**words, **told, "severity": "error", "confidence": "high", "places": there}


@pytest.fixture(params=["结果.sqlite", "结果.duckdb"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The path of a store, of each kind."""
    return tmp_path / str(request.param)


def filled(path: Path, items: Items, *findings: dict[str, Any], started: datetime = STARTED) -> int:
    """Add a run to a store, and return its number."""
    with open_store(path) as store:
        number = begun(store, started)
        for entry, rows in items:
            store.add(entry, rows)
        store.add_across(findings)
        store.finish()
    return number


def begun(store: Store, started: datetime = STARTED) -> int:
    return store.begin(Run(started, ("报送", "--jobs", "2"), "hebiao.toml", 1))


def asked(path: Path, sql: str) -> Rows:
    with asked_store(path) as engine:
        return engine.query(sql)
