"""Marks that are weighted once more, on forms that do so."""

from __future__ import annotations

from tests.rules.edited import codes

from hebiao.rules.scores.share_counted_twice import share_counted_twice

TWICE = share_counted_twice.bad


def test_indicators_marked_out_of_100_each_are_rightly_multiplied():
    hundreds = {f"indicators.{n}.full_marks": "100" for n in (1, 2, 3, 4)}

    assert "SC10" not in codes({**TWICE, **hundreds}, "hebei")


def test_rows_of_which_one_was_converted_otherwise_are_left_alone():
    assert "SC10" not in codes({**TWICE, "indicators.2.converted_score": "40"}, "hebei")


def test_shares_left_blank_are_left_alone():
    blank = {f"indicators.{n}.weight_share": "" for n in (1, 2, 3, 4)}

    assert "SC10" not in codes({**TWICE, **blank}, "hebei")
