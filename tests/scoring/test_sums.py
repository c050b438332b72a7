"""Sums of amounts, sums of full marks and grades, on forms written to a Word file and read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.written import written

from hebiao.check import read
from hebiao.rules.policy import DEFAULT_POLICY
from hebiao.scoring.grades import fitting_grades, named_grade
from hebiao.scoring.sources import borne_out_by_sources, splits
from hebiao.scoring.weights import misweighed, weigh

if TYPE_CHECKING:
    from hebiao.records import SelfEvaluation
    from hebiao.rules.rule import Edits

GRADES = DEFAULT_POLICY.grades


def form(edits: Edits | None = None, layout: str = "mof") -> SelfEvaluation:
    return read(written(edits, layout))[0]


def test_each_column_of_amounts_is_added_up():
    assert [("initial_budget", 100), ("budget", 120), ("executed", 102)] == [
        (split.column, split.way.exact) for split in splits(form())
    ]


def test_what_had_arrived_is_added_up_as_well():
    assert ["budget", "arrived", "executed"] == [s.column for s in splits(form({}, "hebei"))]


def test_a_form_with_one_line_of_money_has_nothing_to_add_up():
    assert () == splits(form({}, "hubei"))


def test_without_a_catch_all_one_source_may_be_one_of_several():
    edits: Edits = {f"funding.{n}.{c}": None for n in (3, 4) for c in ("budget", "executed")}
    edits = {**edits, "funding.3.execution_rate": None, "funding.4.execution_rate": None}

    assert all(split.complete for split in splits(form({}, "transfer")))
    assert all(not split.complete for split in splits(form(edits, "transfer")))


def test_fractions_that_are_off_in_the_last_place_are_consistent():
    assert not any(split.disputed for split in splits(form({"funding.3.budget": "19.99"})))


def test_sources_bear_out_a_rate_that_the_total_they_contradict_does_not_give():
    assert borne_out_by_sources(form({"funding.1.executed": "120.00"}))


def test_where_the_sources_agree_they_bear_out_no_other_rate():
    assert not borne_out_by_sources(form({"funding.1.execution_rate": "100%"}))


def test_full_marks_are_added_up_exactly_where_they_are_whole():
    weighed = weigh(form().indicators)

    assert Decimal(90) == weighed.exact
    assert weighed.may_be(Decimal(90))
    assert not weighed.may_be(Decimal("90.01"))


def test_a_stroke_for_full_marks_leaves_the_sum_open_upwards():
    weighed = weigh(form({"indicators.2.full_marks": "/"}).indicators)

    assert weighed.open_to(Decimal(90))
    assert not weighed.open_to(Decimal(80))


def test_labels_that_print_other_marks_than_stand_below_are_told_with_the_excess():
    edits = {f"indicators.{n}.level1": "产出指标（45分）" for n in range(1, 6)}

    assert [("产出指标", Decimal(5))] == [(w.name, w.excess) for w in misweighed(form(edits))]


@pytest.mark.parametrize(
    ("total", "grades"),
    [
        ("100", ("优",)),
        ("90", ("优", "良")),
        ("89.99", ("良",)),
        ("80", ("良", "中")),
        ("60", ("中", "差")),
        ("0", ("差",)),
        ("-1", ("差",)),
    ],
)
def test_a_total_on_a_bound_may_have_either_grade(total: str, grades: tuple[str, ...]):
    assert grades == fitting_grades(Decimal(total), GRADES)


@pytest.mark.parametrize(
    ("text", "grade"), [("优", "优"), ("良好", "良"), ("中等", "中"), ("差", "差"), ("合格", None)]
)
def test_a_grade_is_known_by_its_first_word(text: str, grade: str | None):
    assert grade == named_grade(text, GRADES)


def test_a_sentence_is_no_grade():
    assert named_grade("良好的社会反响", GRADES) is None
