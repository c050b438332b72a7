"""
A document in, what is wrong with its forms out: the whole line for one file.

Nothing found in a file raises: a file that cannot be read is a result that says why, and a
rule that fails is a finding that says the fault is ours.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hebiao.errors import UnreadableFile
from hebiao.layouts import LabelledForm, find_forms, known_layouts
from hebiao.records import SelfEvaluation, Stated, build
from hebiao.rules import CATALOGUE, Confidence, NotChecked, Policy, Problem, Rule, Severity
from hebiao.rules.policy import DEFAULT_POLICY
from hebiao.rules.rule import milder
from hebiao.rules.worded import values_of, worded
from hebiao.word import read_document
from hebiao.word.file import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hebiao.diagnosis import Cause
    from hebiao.layouts import Layout, Place
    from hebiao.word import Document


class Status(StrEnum):
    """What became of a file."""

    CHECKED = "checked"
    NO_FORM = "no_form"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file gave no form: a stable code, and a Chinese sentence with the remedy."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One discrepancy.

    `stated` is the text as written, `expected` what would be right, `formula` how it follows
    from the `related` figures, `advice` what whoever filled in the form should do. `likely` says
    which figure of the form, were it another, would leave no contradiction.
    """

    code: str
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    stated: str
    expected: str | None
    formula: str | None
    basis: str
    advice: str
    at: Place
    related: tuple[Place, ...]
    likely: str | None = None
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule that could not judge a form, and why."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding an office lets pass, why, and the number of the entry in its file that says so."""

    finding: Finding
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class FormResult:
    """
    One form: what it states, how its table was read, and what is wrong with it.

    `causes` are what is most likely behind its errors; one may explain several of them.
    `waived` are findings an office lets pass: they count for nothing, and are never lost.
    """

    index: int
    form: SelfEvaluation
    source: LabelledForm
    findings: tuple[Finding, ...]
    not_checked: tuple[Unchecked, ...]
    causes: tuple[Cause, ...] = ()
    waived: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """
    One file: whether it could be read, and its forms.

    `converted_from` is the code of the old format, such as old_doc, that was read by way of
    .docx: then LibreOffice, not the file itself, says what stands where.
    """

    path: str
    sha256: str
    status: Status
    problem: Trouble | None
    forms: tuple[FormResult, ...]
    converted_from: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all forms."""
        return tuple(finding for form in self.forms for finding in form.findings)


def document_of(data: bytes) -> tuple[Document, str | None]:
    """
    Return the document, and its format if that is an old one, read by way of LibreOffice.

    Raises:
        UnreadableFile: it is no document that can be read.
    """
    try:
        return read_document(data), None
    except UnreadableFile:
        from hebiao.word.convert import read_or_convert  # noqa: PLC0415 - few files need it

        return read_or_convert(data)


def read(
    source: Path | str | bytes, layouts: Sequence[Layout] | None = None
) -> list[SelfEvaluation]:
    """
    Return what the forms of a document state, nothing judged.

    Raises:
        UnreadableFile: the file is no Word document that can be read.
    """
    document, _ = document_of(load(source))
    return [build(form) for form in find_forms(document, layouts or known_layouts())]


def check(
    source: Path | str | bytes,
    *,
    rules: Sequence[Rule] = CATALOGUE,
    layouts: Sequence[Layout] | None = None,
    policy: Policy = DEFAULT_POLICY,
    name: str | None = None,
) -> CheckResult:
    """
    Return what is wrong with the forms of a document; never raises for what is in a file.

    Args:
        source: a path, or the bytes of the document.
        rules: what to check.
        layouts: the known forms, where they are others than those of the program.
        policy: what an office may decide.
        name: what the result calls the document, where that is not its path.
    """
    path = name if name is not None else "" if isinstance(source, bytes) else str(source)
    digest = ""
    try:
        data = load(source)
        digest = hashlib.sha256(data).hexdigest()
        document, converted_from = document_of(data)
    except UnreadableFile as error:
        return CheckResult(path, digest, Status.UNREADABLE, Trouble(error.code, error.message), ())
    forms = find_forms(document, layouts or known_layouts())
    if not forms:
        trouble = _no_form(len(document.grids))
        return CheckResult(path, digest, Status.NO_FORM, trouble, (), converted_from)
    results = tuple(_check_form(n, form, rules, policy) for n, form in enumerate(forms, start=1))
    return CheckResult(path, digest, Status.CHECKED, None, results, converted_from)


def _no_form(tables: int) -> Trouble:
    if not tables:
        return Trouble("no_table", "文档里没有表格，自评表可能是图片或在别的文件里。")
    return Trouble(
        "no_form",
        f"文档里有 {tables} 个表格，但没有一个认得出是绩效自评表；"
        "用 hebiao show 可以看到每个表格读成什么样。",
    )


def _check_form(
    index: int, source: LabelledForm, rules: Sequence[Rule], policy: Policy
) -> FormResult:
    form = build(source)
    findings: list[Finding] = []
    unchecked: list[Unchecked] = []
    for number, rule in enumerate(rules, start=1):
        outcomes = list(_run(rule, form, policy))
        if not outcomes:
            continue
        problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
        findings += (_finding(rule, problem, form) for problem in problems)
        unchecked += (Unchecked(rule.code, o.reason) for o in outcomes if isinstance(o, NotChecked))
        if rule.settles and any(problem.confidence is Confidence.HIGH for problem in problems):
            unchecked += (Unchecked(later.code, rule.title) for later in rules[number:])
            break
    return _with_causes(FormResult(index, form, source, tuple(findings), tuple(unchecked)))


def _with_causes(result: FormResult) -> FormResult:
    """Add what is most likely behind the errors of a form; our own fault there spoils nothing."""
    if not any(finding.severity is Severity.ERROR for finding in result.findings):
        return result
    from hebiao.diagnosis import causes  # noqa: PLC0415 - most forms need none of it

    try:
        found = causes(result.form)
    except Exception as error:  # noqa: BLE001 - the findings stand without it
        reason = f"核表程序出错，没有判断是哪一处填错（{type(error).__name__}: {error}）"
        return replace(result, not_checked=(*result.not_checked, Unchecked("", reason)))
    findings = tuple(_explained(finding, found) for finding in result.findings)
    told = {finding.likely for finding in findings}
    behind = tuple(cause for cause in found if cause.likely in told)
    return replace(result, findings=findings, causes=behind)


def _explained(finding: Finding, found: Sequence[Cause]) -> Finding:
    """Add to an error the cause with a suspect among its figures; its own may then be right."""
    figures = {finding.at, *finding.related}
    cause = next((cause for cause in found if not figures.isdisjoint(cause.places)), None)
    if cause is None or finding.severity is not Severity.ERROR:
        return finding
    told = replace(finding, likely=cause.likely)
    right = cause.certain and finding.at not in cause.places and finding.otherwise
    return replace(told, message=finding.otherwise, expected=None) if right else told


def _run(rule: Rule, form: SelfEvaluation, policy: Policy) -> Iterator[Problem | NotChecked]:
    """Run one rule; a crash in it is our fault, is said so, and stops nothing else."""
    try:
        yield from rule.check(form, policy)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a rule, the others go on
        message = f"核表程序出错，这条规则没有核对完（{type(error).__name__}: {error}），请告诉我们"
        places: tuple[Stated[Any] | None, ...] = (form.project, form.total, form.reason)
        at = next(filter(None, places), None)
        if at is None:
            yield NotChecked(message)
        else:
            low, note = Confidence.LOW, Severity.NOTE
            yield Problem(message, at=at, severity=note, confidence=low, verbatim=True)


def _finding(rule: Rule, problem: Problem, form: SelfEvaluation) -> Finding:
    """Return the finding; on a form whose layout was guessed none is more than doubtful."""
    values = values_of(rule, problem, form)
    template = None if problem.verbatim else rule.wording.problem
    return Finding(
        code=rule.code,
        rule=rule.name,
        title=rule.title,
        severity=milder(rule.severity, problem.severity),
        confidence=Confidence.LOW if form.guessed else problem.confidence,
        message=worded(template, values, problem.message),
        stated=problem.at.text,
        expected=problem.expected,
        formula=problem.formula,
        basis=rule.basis,
        advice=worded(rule.wording.advice, values, rule.advice),
        at=problem.at.at,
        related=tuple(stated.at for stated in problem.related),
        otherwise="" if template else problem.otherwise,
    )
