"""What every rule owes its reader: examples that prove it, through a real Word file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.written import bad_example, written

from hebiao.check import CheckResult, check
from hebiao.layouts.place import CellPlace
from hebiao.rules import CATALOGUE, Rule
from hebiao.rules.policy import DEFAULT_POLICY, Policy
from hebiao.sample import SAMPLES

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code, scope="module")
"""All tests of one rule follow each other, so that its examples are checked once."""


def checked(edits: Edits, sample: str, policy: Policy = DEFAULT_POLICY) -> CheckResult:
    return check(written(edits, sample), policy=policy)


def place_of_edit(result: CheckResult, field: str) -> object:
    """The cell an edited field is in, or the words of the paragraph it stands in."""
    source = result.forms[0].source
    labelling, prose = source.labelling, source.prose
    written = labelling.values.get(field) or labelling.labels.get(field) or prose[field]
    at = written.at
    return (at.table, at.row, at.column) if isinstance(at, CellPlace) else at


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_form_itself_is_silent(sample: str):
    assert [] == list(checked({}, sample).findings)


@each_rule
def test_the_bad_example_yields_exactly_its_own_code(rule: Rule):
    codes = {finding.code for finding in bad_example(rule.code)[1].findings}

    assert {rule.code} == codes


@each_rule
def test_the_finding_of_the_bad_example_stands_at_or_names_an_edited_place(rule: Rule):
    _, result = bad_example(rule.code)
    edited = [place_of_edit(result, name) for name, text in rule.bad.items() if text is not None]

    for finding in result.findings:
        named = [
            (at.table, at.row, at.column) if isinstance(at, CellPlace) else at
            for at in (finding.at, *finding.related)
        ]
        assert any(place in named for place in edited), finding


@each_rule
def test_the_near_miss_is_silent_in_every_rule(rule: Rule):
    assert [] == [
        (f.code, f.message) for f in checked(rule.good, rule.sample, rule.policy).findings
    ]


@each_rule
def test_a_rule_says_what_it_checks_and_on_what_basis(rule: Rule):
    assert rule.about
    assert rule.basis
    assert rule.title


@each_rule
def test_a_code_is_two_letters_and_two_digits(rule: Rule):
    assert re.fullmatch(r"(FM|FD|PI|SC|SM|RS|BT)\d\d", rule.code)


@pytest.mark.parametrize("setting", Policy.model_fields)
def test_every_setting_is_judged_by_in_some_rule(setting: str):
    assert any(setting in rule.settings for rule in CATALOGUE)


@each_rule
def test_a_rule_names_only_settings_there_are(rule: Rule):
    assert set(rule.settings) <= set(Policy.model_fields)


def test_no_code_is_used_twice():
    codes = Counter(rule.code for rule in CATALOGUE)

    assert [] == [code for code, times in codes.items() if times > 1]
