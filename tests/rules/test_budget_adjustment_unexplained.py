"""A budget changed in the year, on forms that ask why."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes

CHANGED = {"funding.1.initial_budget": "80.00", "funding.2.initial_budget": "80.00"}


@pytest.mark.parametrize("reason", ["", "/", "2、年中发生预算调整的，应单独说明理由。"])
def test_an_empty_cell_is_found_whatever_is_printed_in_it(reason: str):
    assert ["FD07"] == codes(CHANGED | {"funding.1.reason": reason}, "sichuan")


def test_the_reason_may_stand_elsewhere():
    assert [] == codes(CHANGED | {"notes.1": "年中追加20万元，扩大救助范围"}, "sichuan")


def test_amounts_that_are_one_amount_rounded_are_no_change():
    edits = {"funding.1.initial_budget": "100", "funding.1.budget": "100.00"}

    assert [] == codes(edits, "sichuan")


def test_forms_that_do_not_ask_are_not_asked():
    assert [] == codes({}, "yunnan")
