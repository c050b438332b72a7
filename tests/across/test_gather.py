"""What is kept of a form for the rules across forms, and that keeping it loses nothing."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from tests.across.submitted import LIBRARY, OFFICE, form

from hebiao.across import across, filed_forms, from_json, to_json
from hebiao.check import check
from hebiao.config import DEFAULT_SETTINGS
from hebiao.layouts import CellPlace, TextPlace
from hebiao.sample import SAMPLES, sample_content

XIANNING = Path(__file__).parents[2] / "fixtures" / "xianning.docx"


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_form_of_any_layout_is_the_same_after_json_and_after_pickling(sample: str):
    kept = form("报送/甲.docx", sample)

    assert kept == from_json(json.loads(json.dumps(to_json(kept))))
    assert kept == pickle.loads(pickle.dumps(kept))  # noqa: S301 - our own value


def test_a_form_with_nothing_in_it_is_the_same_after_json():
    bare = {name: "" for name in sample_content() if not name.startswith(("summary", "heading"))}
    kept = form("甲.docx", "hubei", **{name.replace(".", "__"): "" for name in bare})

    assert (None, None, None) == (kept.project, kept.money.budget, kept.indicators)
    assert kept == from_json(json.loads(json.dumps(to_json(kept))))


def test_each_value_knows_its_cell():
    kept = form()

    assert kept.department and kept.implementing_unit and kept.money.budget and kept.year  # noqa: PT018
    assert (OFFICE, LIBRARY) == (kept.department.value, kept.implementing_unit.value)
    assert isinstance(kept.money.budget.at, CellPlace)
    assert "预算执行情况 › 预算数" == kept.money.budget.at.label
    assert isinstance(kept.year.at, TextPlace)


def test_amounts_are_in_ten_thousand_yuan_as_precise_as_written():
    kept = form("甲.docx", "yunnan", funding__1__budget="1300000.50")

    assert kept.money.budget
    assert kept.money.budget.value
    assert ("130.000050", "0.000001") == (
        f"{kept.money.budget.value.value:f}",
        f"{kept.money.budget.value.quantum:f}",
    )


def test_a_form_on_a_whole_department_has_its_projects_apart():
    kept = form("甲.docx", "whole")
    budgets = (kept.basic.budget, kept.projects.budget, kept.money.budget)

    assert kept.whole
    assert ["300.00", "200.00", "500.00"] == [each.text for each in budgets if each]


def test_a_form_that_nobody_filled_in_says_so():
    blank = {f"indicators__{n}__{name}": "" for n in range(1, 10) for name in ("actual", "score")}

    assert form().filled
    assert not form("甲.docx", total="", funding__1__score="", **blank).filled


def test_a_file_without_a_form_gives_none():
    assert () == filed_forms(check(b"no Word file"))


def test_the_published_forms_of_one_department_are_silent_together():
    forms = filed_forms(check(XIANNING))

    assert 6 == len(forms)
    assert ((), ()) == across(forms, DEFAULT_SETTINGS)


def test_sample_forms_of_all_layouts_are_silent_together():
    forms = [form(f"{name}.docx", name) for name in SAMPLES if name != "whole"]

    assert ((), ()) == across(forms, DEFAULT_SETTINGS)
