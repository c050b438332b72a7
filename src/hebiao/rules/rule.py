"""
What a rule is: one defect, the function that finds it, and two examples that prove it.

    @rule("FD01", title=…, severity=…, basis=…, bad={…}, good={…})
    def execution_rate_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem | NotChecked]:

The examples are edits to a sample form: `bad` must yield exactly this code at an edited
place, `good` is the near miss at which every rule must stay silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.rules.policy import DEFAULT_POLICY, Policy
from hebiao.rules.wording import UNCHANGED, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hebiao.records import SelfEvaluation, Stated

Check: TypeAlias = "Callable[[SelfEvaluation, Policy], Iterator[Problem | NotChecked]]"
Edits: TypeAlias = "Mapping[str, str | None]"
"""Changes to the sample form, by field name; None takes the field away."""


class Severity(StrEnum):
    """
    How grave a finding is.

    error: stated figures cannot all be right. warning: a written rule is broken, or something
    required is missing. note: worth a reviewer's look.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def milder(severity: Severity, own: Severity | None) -> Severity:
    """Return the milder one: a rule that is set to a note never reports more than a note."""
    grave = list(Severity)
    return max(severity, own or severity, key=grave.index)


class Confidence(StrEnum):
    """How sure the reading behind a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Problem:
    """
    A defect as its rule sees it.

    `expected` is a plain decimal, a range or words; `formula` shows the figures it follows
    from; `otherwise` is the message where another figure turns out to be the wrong one;
    `severity` is given only where it is milder than that of the rule. The words of a
    `verbatim` message are not an office's to replace: it says that the fault is ours.
    """

    message: str
    at: Stated[Any]
    expected: str | None = None
    formula: str | None = None
    related: tuple[Stated[Any], ...] = ()
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    otherwise: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class NotChecked:
    """The rule could not judge this form, and why: silence must not read as approval."""

    reason: str


@dataclass(frozen=True)
class Rule:
    """
    One defect.

    `name` is the function's. `about` says in Chinese what is checked and how strictly,
    `advice` what whoever filled in the form should do, `basis` which regulation or which
    print on the form itself is broken. `settings` names what of the `Policy` it judges by,
    `sample` the layout of the form its examples edit, `policy` what they are judged by. Where
    a rule that `settles` a form finds something, the later ones are not run. `wording` is what an
    office writes in place of its message and its advice.
    """

    code: str
    name: str
    title: str
    severity: Severity
    basis: str
    about: str
    advice: str
    bad: Edits
    good: Edits
    check: Check
    settings: tuple[str, ...] = ()
    sample: str = "hubei"
    policy: Policy = DEFAULT_POLICY
    settles: bool = False
    wording: Wording = UNCHANGED


def rule(  # noqa: PLR0913 - a rule is declared whole, in one place
    code: str,
    *,
    title: str,
    about: str,
    advice: str,
    severity: Severity,
    basis: str,
    bad: Edits,
    good: Edits,
    settings: tuple[str, ...] = (),
    sample: str = "hubei",
    policy: Policy = DEFAULT_POLICY,
    settles: bool = False,
) -> Callable[[Check], Rule]:
    """Return the decorator that makes a check function into a Rule."""

    def decorate(check: Check) -> Rule:
        name = check.__name__
        return Rule(
            *(code, name, title, severity, basis, about, advice, bad, good, check),
            settings=settings,
            sample=sample,
            policy=policy,
            settles=settles,
        )

    return decorate
