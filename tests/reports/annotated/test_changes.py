"""The copy with tracked changes: what is certain is put right, as it was written."""

from __future__ import annotations

import os
import subprocess
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.reports.annotated.copies import WHEN, parts, with_changes
from tests.reports.annotated.schema import faults
from tests.written import bad_example, written

from hebiao.check import CheckResult, check
from hebiao.reports.annotated import revised
from hebiao.reports.annotated.figures import digits_in, like
from hebiao.rules import CATALOGUE, Confidence, Rule
from hebiao.word.convert import find_soffice
from hebiao.word.names import AUTHOR, DATE, DEL, INS, R_PR, first
from hebiao.word.package import open_package

if TYPE_CHECKING:
    from hebiao.word.names import Element

XIANNING = (Path(__file__).parents[3] / "fixtures" / "xianning.docx").read_bytes()

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code, scope="module")
office = pytest.mark.skipif(
    find_soffice() is None and not os.environ.get("CI"), reason="LibreOffice is not here"
)


def root_of(data: bytes) -> Element:
    return open_package(data).document()[1]


def changes(data: bytes) -> list[tuple[str, str]]:
    """What is deleted and what is put in its place, change by change."""
    found, old = [], ""
    for mark in root_of(data).iter(DEL, INS):
        if mark.tag == DEL:
            old += "".join(mark.itertext())
        else:
            found.append((old, "".join(mark.itertext())))
            old = ""
    return found


def test_a_total_that_is_certain_is_changed_in_the_table_and_in_the_summary():
    copy = with_changes(XIANNING)
    assert copy is not None

    assert [("95.62", "91.67")] * 2 == changes(copy)


def test_with_the_changes_accepted_the_contradictions_are_gone():
    copy = with_changes(XIANNING)
    assert copy is not None
    before = [f.code for f in check(XIANNING).findings if f.code not in {"SC01", "SM02"}]

    assert before == [finding.code for finding in check(copy).findings]


@cache
def mended(code: str) -> tuple[CheckResult, bytes | None]:
    """The result of a rule's bad example, and its copy put right."""
    data, result = bad_example(code)
    return result, revised(data, result, when=WHEN)


@each_rule
def test_what_is_put_right_in_a_bad_example_leaves_no_finding_of_that_cause(rule: Rule):
    result, copy = mended(rule.code)
    if copy is None:
        return
    causes = {c.likely for form in result.forms for c in form.causes if c.certain}
    settled = {f.code for f in result.findings if f.likely in causes}

    assert settled.isdisjoint(f.code for f in check(copy, policy=rule.policy).findings)
    assert [] == faults(root_of(copy))


@each_rule
def test_a_bad_example_has_a_copy_exactly_if_a_figure_of_it_is_certain(rule: Rule):
    result, copy = mended(rule.code)
    sure = {f.likely for f in result.findings if f.confidence is Confidence.HIGH}
    certain = [
        cause.likely
        for form in result.forms
        for cause in form.causes
        if cause.certain and cause.likely in sure and cause.suspects[0].expected
    ]

    assert bool(certain) == (copy is not None)


def test_a_form_without_contradictions_has_no_copy():
    data = written({})

    assert revised(data, check(data), when=WHEN) is None


def test_every_part_but_the_text_is_the_same_to_the_byte():
    copy = with_changes(XIANNING)
    assert copy is not None
    before, after = parts(XIANNING), parts(copy)

    assert list(before) == list(after)
    assert ["word/document.xml"] == [name for name in before if before[name] != after[name]]


def test_what_is_put_in_looks_like_what_is_taken_out():
    copy = with_changes(XIANNING)
    assert copy is not None

    for inserted in root_of(copy).iter(INS):
        deleted = inserted.getprevious()
        assert deleted is not None
        assert DEL == deleted.tag
        assert ("核表", "2024-03-01T09:30:15Z") == (inserted.get(AUTHOR), inserted.get(DATE))
        for run in (deleted[0], inserted[0]):
            assert (first(run, R_PR) is None) == (first(deleted[0], R_PR) is None)


@pytest.mark.parametrize(
    ("written", "value", "new"),
    [
        ("95.62", "91.67", "91.67"),
        ("95.00", "91", "91.00"),
        ("95", "91.5", "91.5"),
        ("1,250.00", "1350", "1,350.00"),
        ("999.9", "1000.1", "1000.1"),
        ("８５．３１", "86", "８６．００"),
    ],
)
def test_a_figure_is_written_as_the_one_it_replaces(written: str, value: str, new: str):
    assert new == like(written, Decimal(value))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("总分95.62分", 1),
        ("95.62", 1),
        ("９５．６２分", 1),
        ("195.62", 0),
        ("95.621", 0),
        ("-95.62", 0),
        ("2020-95.62", 0),
        ("95.62，95.62", 2),
        ("95.620分", 1),
        ("1,095.62", 0),
        ("95.62.1", 0),
    ],
)
def test_a_figure_is_found_only_where_it_stands_by_itself(text: str, times: int):
    assert times == [digits.value for digits in digits_in(text)].count(Decimal("95.62"))


@pytest.mark.office
@office
def test_libreoffice_knows_the_changes(tmp_path: Path):
    file = tmp_path / "修订.docx"
    file.write_bytes(with_changes(XIANNING) or b"")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "修订.fodt").read_text(encoding="utf-8")

    assert (2, 2) == (text.count("<text:insertion>"), text.count("<text:deletion>"))
