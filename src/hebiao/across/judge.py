"""
All forms that were submitted in, what is wrong with them together out, what is waived set apart.

Whatever the order the forms come in, the findings are the same and in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hebiao.config import across_rules_of, holding
from hebiao.layouts import CellPlace, TextPlace
from hebiao.rules import Confidence, Severity, milder
from hebiao.rules.across import AcrossPlace, AcrossProblem, Filed
from hebiao.rules.worded import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.config import Settings
    from hebiao.config.waivers import Waiver
    from hebiao.rules.across import AcrossRule, FiledForm, ProjectList


@dataclass(frozen=True, slots=True)
class AcrossFinding:
    """One discrepancy across forms, as a `Finding`; the reader should look at the first place."""

    code: str
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    basis: str
    advice: str
    expected: str | None
    formula: str | None
    places: tuple[AcrossPlace, ...]


@dataclass(frozen=True, slots=True)
class AcrossWaived:
    """A finding an office lets pass, why, and the number of the entry in its file that says so."""

    finding: AcrossFinding
    reason: str
    number: int


class AcrossResult(NamedTuple):
    """What is wrong, and what of it is waived."""

    findings: tuple[AcrossFinding, ...]
    waived: tuple[AcrossWaived, ...]


def across(
    forms: Iterable[FiledForm], settings: Settings, listed: ProjectList | None = None
) -> AcrossResult:
    """Return what is wrong with the forms together; `listed` is the office's list of projects."""
    unique = {(form.path, form.index): form for form in forms}
    filed = Filed(tuple(unique[key] for key in sorted(unique)), listed, settings.policy)
    guessed = {key for key, form in unique.items() if form.guessed}
    findings: list[AcrossFinding] = []
    waived: list[AcrossWaived] = []
    for rule in across_rules_of(settings):
        for problem in _run(rule, filed):
            finding = _finding(rule, problem, guessed)
            entry = _waiver(finding, settings)
            if entry:
                waived.append(AcrossWaived(finding, entry[1].reason, entry[0]))
            else:
                findings.append(finding)
    return AcrossResult(tuple(findings), tuple(waived))


def _run(rule: AcrossRule, filed: Filed) -> Iterator[AcrossProblem]:
    """Run one rule; a crash in it is our fault, is said so, and stops nothing else."""
    try:
        yield from rule.check(filed)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a rule, the others go on
        message = f"核表程序出错，这条规则没有核对完（{type(error).__name__}: {error}），请告诉我们"
        path = filed.forms[0].path if filed.forms else ""
        nowhere = AcrossPlace(path, 0, "", "", None, "")
        low, note = Confidence.LOW, Severity.NOTE
        yield AcrossProblem(message, (nowhere,), severity=note, confidence=low, verbatim=True)


def _finding(
    rule: AcrossRule, problem: AcrossProblem, guessed: set[tuple[str, int]]
) -> AcrossFinding:
    """Return the finding; where the layout of a form was guessed it is no more than doubtful."""
    doubtful = any((place.path, place.index) in guessed for place in problem.places)
    values = _values(rule, problem)
    template = None if problem.verbatim else rule.wording.problem
    return AcrossFinding(
        code=rule.code,
        rule=rule.name,
        title=rule.title,
        severity=milder(rule.severity, problem.severity),
        confidence=Confidence.LOW if doubtful else problem.confidence,
        message=worded(template, values, problem.message),
        basis=rule.basis,
        advice=worded(rule.wording.advice, values, rule.advice),
        expected=problem.expected,
        formula=problem.formula,
        places=problem.places,
    )


def _values(rule: AcrossRule, problem: AcrossProblem) -> dict[str, str]:
    """Return what the placeholders of an office's own words stand for."""
    first = problem.places[0]
    label = first.at.label if isinstance(first.at, CellPlace) else ""
    if isinstance(first.at, TextPlace):
        label = f"第{first.at.paragraph}段"
    return {
        "message": problem.message,
        "stated": first.stated,
        "expected": problem.expected or "",
        "formula": problem.formula or "",
        "title": rule.title,
        "project": first.project,
        "label": label,
    }


def _waiver(finding: AcrossFinding, settings: Settings) -> tuple[int, Waiver] | None:
    """Return the first entry that lets a finding pass: for its rule and one of its projects."""
    for place in finding.places:
        for number, waiver in holding(settings.waivers, place.project, place.path):
            table = place.at.table if isinstance(place.at, CellPlace) else None
            if waiver.code == finding.code and waiver.table in {None, table}:
                return number, waiver
    return None
