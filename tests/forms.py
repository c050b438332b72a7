"""Random forms for Hypothesis: those of bench/honest.py, of one layout or of all."""

from __future__ import annotations

import random

from bench.forms import LAYOUTS
from bench.honest import Honest, honest_form
from hypothesis import strategies as st

HUBEI = next(layout for layout in LAYOUTS if layout.id == "hubei")

chances = st.integers(0, 2**32).map(random.Random)


def honest_forms() -> st.SearchStrategy[Honest]:
    """Return Hubei forms with the total in their table."""
    forms = st.builds(honest_form, chances, st.just(HUBEI))
    return forms.filter(lambda form: "total" in form.content)


def honest_forms_of_any_layout() -> st.SearchStrategy[Honest]:
    return st.builds(honest_form, chances, st.sampled_from(LAYOUTS))
