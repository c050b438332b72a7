"""Two laws: an honest form is never accused, and a changed figure is always named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from bench.faults import fault
from bench.forms import errors_of, names, place_of
from bench.judge import contradictions
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.forms import chances, honest_forms_of_any_layout
from tests.written import written

from hebiao.check import check
from hebiao.sample import write_forms

if TYPE_CHECKING:
    import random

    from bench.honest import Honest

FIGURES = {
    "funding.1.budget": "100.00",
    "funding.1.executed": "85.31",
    "funding.1.execution_rate": "85.31",
    "funding.1.score": "17.06",
    "indicators.1.score": "8.00",
    "indicators.7.score": "9.00",
    "total": "96.06",
}
LEAST_CHANGE = {"funding.1.executed": Decimal("0.02"), "funding.1.budget": Decimal("0.03")}


@settings(max_examples=40, deadline=None)
@given(honest_forms_of_any_layout())
def test_a_truthfully_computed_and_rounded_form_has_no_error(form: Honest):
    result = check(write_forms([form.content], form.layout))

    assert [form.layout.id] == [found.form.layout for found in result.forms]
    assert [] == [error.message for error in errors_of(result)]


@settings(max_examples=40, deadline=None)
@given(honest_forms_of_any_layout())
def test_the_judge_of_the_bench_has_nothing_against_an_honest_form(form: Honest):
    assert [] == contradictions(form)


@settings(max_examples=40, deadline=None)
@given(honest_forms_of_any_layout(), chances)
def test_an_error_after_one_figure_was_changed_names_its_cell(form: Honest, chance: random.Random):
    field, content = fault(chance, form.content)
    result = check(write_forms([content], form.layout))
    errors = errors_of(result)
    assume(errors)

    assert any(names(error, place_of(result, field)) for error in errors)
    assert contradictions(replace(form, content=content))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(FIGURES)), st.integers(-3000, 3000))
def test_one_figure_changed_beyond_rounding_is_named_by_an_error(field: str, cents: int):
    change = Decimal(cents).scaleb(-2)
    assume(abs(change) >= LEAST_CHANGE.get(field, Decimal("0.05")))
    changed = Decimal(FIGURES[field]) + change
    assume(changed > 0)
    result = check(written({field: f"{changed}"}))

    assert any(names(error, place_of(result, field)) for error in errors_of(result))
