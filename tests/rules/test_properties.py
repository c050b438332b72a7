"""Two laws: an honest form is never accused, and a changed figure is always named."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.forms import Honest, honest_forms

from hebiao.check import check
from hebiao.layouts import known_layouts
from hebiao.layouts.place import CellPlace
from hebiao.rules import Severity
from hebiao.sample import sample_content, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")

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


@settings(max_examples=150, deadline=None)
@given(honest_forms())
def test_a_truthfully_computed_and_rounded_form_has_no_error(form: Honest):
    result = check(write_forms([form.content], HUBEI))

    assert [] == [f.message for f in result.findings if f.severity is Severity.ERROR]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FIGURES)), st.integers(-3000, 3000))
def test_one_figure_changed_beyond_rounding_is_named_by_an_error(field: str, cents: int):
    change = Decimal(cents).scaleb(-2)
    assume(abs(change) >= LEAST_CHANGE.get(field, Decimal("0.05")))
    changed = Decimal(FIGURES[field]) + change
    assume(changed > 0)
    result = check(write_forms([sample_content({field: f"{changed}"})], HUBEI))

    errors = [f for f in result.findings if f.severity is Severity.ERROR]
    place = next(
        place for place, name in result.forms[0].source.labelling.fields.items() if name == field
    )
    named = [
        (at.table, at.row, at.column)
        for finding in errors
        for at in (finding.at, *finding.related)
        if isinstance(at, CellPlace)
    ]
    assert place in named
