"""Edits to a sample form in, what is found in it through a real Word file out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.written import written

from hebiao.check import Finding, FormResult, check
from hebiao.rules.policy import DEFAULT_POLICY, Policy

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits


def result(edits: Edits, sample: str = "hubei", policy: Policy = DEFAULT_POLICY) -> FormResult:
    """Return the result of the sample form of a layout with the edits made."""
    data = written(edits, sample)
    (form,) = check(data, policy=policy).forms
    return form


def codes(edits: Edits, sample: str = "hubei", policy: Policy = DEFAULT_POLICY) -> list[str]:
    """Return the codes of what is found, in the order of the catalogue."""
    return [finding.code for finding in result(edits, sample, policy).findings]


def found(
    code: str, edits: Edits, sample: str = "hubei", policy: Policy = DEFAULT_POLICY
) -> list[Finding]:
    """Return what one rule finds."""
    findings = result(edits, sample, policy).findings
    return [finding for finding in findings if finding.code == code]
