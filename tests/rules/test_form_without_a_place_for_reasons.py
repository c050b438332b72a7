"""Whether a reason is asked for depends on the form as it is printed."""

from __future__ import annotations

from tests.rules.edited import codes


def test_a_row_of_reasons_that_was_left_away_is_missed():
    assert ["RS01"] == codes({"reason": None, "measures": None})


def test_a_form_printed_without_a_place_for_reasons_asks_for_none():
    lost = {"indicators.1.actual": "1", "indicators.1.score": "0", "total": "1"}

    assert "RS01" not in codes(lost, "hebei")
