"""What every rule across forms owes its reader: examples that prove it, through real files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hebiao.across import AcrossFinding, AcrossPlace, across
from hebiao.config import DEFAULT_SETTINGS
from hebiao.config.file import ConfigFile
from hebiao.layouts import CellPlace
from hebiao.rules import ACROSS, Policy
from hebiao.sample import Received, received

if TYPE_CHECKING:
    from hebiao.rules.across import AcrossExample, AcrossRule

each_rule = pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: rule.code)


def found(got: Received) -> tuple[AcrossFinding, ...]:
    return across(got.forms, DEFAULT_SETTINGS, got.listed).findings


def edited(example: AcrossExample, got: Received, place: AcrossPlace) -> bool:
    """Whether a place is a cell that the example edited, or a row of the list it came with."""
    if place.index == 0:
        return place.project in example.listed
    names = [name for sent in example.sent for name in [str(id(sent))] * sent.times]
    by_id = {str(id(sent)): sent for sent in example.sent}
    number = next(n for n, result in enumerate(got.results) if result.path == place.path)
    written = got.results[number].forms[0].source
    values = {**written.labelling.values, **written.prose}
    edits = by_id[names[number]].edits
    return any(
        place.at is not None and name in values and _same(values[name].at, place.at)
        for name in [*edits, *(f"{name}.year" for name in edits if name == "title")]
    )


def _same(one: object, other: object) -> bool:
    if isinstance(one, CellPlace) and isinstance(other, CellPlace):
        return (one.table, one.row, one.column) == (other.table, other.row, other.column)
    return one == other


@each_rule
def test_the_bad_example_yields_exactly_its_own_code(rule: AcrossRule):
    assert {rule.code} == {finding.code for finding in found(received(rule.bad))}


@each_rule
def test_the_finding_of_the_bad_example_stands_at_an_edited_place(rule: AcrossRule):
    got = received(rule.bad)

    for finding in found(got):
        assert any(edited(rule.bad, got, place) for place in finding.places), finding


@each_rule
def test_the_near_miss_is_silent_in_every_rule(rule: AcrossRule):
    assert [] == [(f.code, f.message) for f in found(received(rule.good))]


@each_rule
def test_a_rule_says_what_it_checks_and_on_what_basis(rule: AcrossRule):
    assert rule.about
    assert rule.basis
    assert rule.title
    assert re.fullmatch(r"BT\d\d", rule.code)


@each_rule
def test_a_rule_names_only_settings_there_are(rule: AcrossRule):
    assert set(rule.settings) <= {*Policy.model_fields, *ConfigFile.model_fields}
