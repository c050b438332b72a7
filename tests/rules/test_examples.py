"""What every rule owes its reader: examples that prove it, through a real Word file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from hebiao.check import CheckResult, check
from hebiao.layouts import known_layouts
from hebiao.layouts.place import CellPlace
from hebiao.rules import CATALOGUE, Rule
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)


def checked(edits: Edits) -> CheckResult:
    return check(write_forms([sample_content(edits)], HUBEI))


def place_of_edit(result: CheckResult, field: str) -> object:
    """The cell an edited field is in, or the words of the paragraph it stands in."""
    source = result.forms[0].source
    by_field = {name: place for place, name in source.labelling.fields.items()}
    if field in by_field:
        return by_field[field]
    return source.prose[field].at


def test_the_sample_form_itself_is_silent():
    assert [] == list(checked({}).findings)


@each_rule
def test_the_bad_example_yields_exactly_its_own_code(rule: Rule):
    codes = {finding.code for finding in checked(rule.bad).findings}

    assert {rule.code} == codes


@each_rule
def test_the_finding_of_the_bad_example_stands_at_or_names_an_edited_place(rule: Rule):
    result = checked(rule.bad)
    edited = [place_of_edit(result, name) for name, text in rule.bad.items() if text is not None]

    for finding in result.findings:
        named = [
            (at.table, at.row, at.column) if isinstance(at, CellPlace) else at
            for at in (finding.at, *finding.related)
        ]
        assert any(place in named for place in edited), finding


@each_rule
def test_the_near_miss_is_silent_in_every_rule(rule: Rule):
    assert [] == [(f.code, f.message) for f in checked(rule.good).findings]


@each_rule
def test_a_rule_says_what_it_checks_and_on_what_basis(rule: Rule):
    assert rule.about
    assert rule.basis
    assert rule.title


@each_rule
def test_a_code_is_two_letters_and_two_digits(rule: Rule):
    assert re.fullmatch(r"(FM|FD|PI|SC|SM|RS|BT)\d\d", rule.code)


def test_no_code_is_used_twice():
    codes = Counter(rule.code for rule in CATALOGUE)

    assert [] == [code for code, times in codes.items() if times > 1]
