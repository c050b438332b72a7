"""
What a rule across forms is: one defect of several forms together, and two examples that prove it.

    @across_rule("BT01", title=…, severity=…, basis=…, bad=AcrossExample(…), good=AcrossExample(…))
    def project_submitted_twice(filed: Filed) -> Iterator[AcrossProblem]:

An example is what was sent in: forms, each edits to a sample form, and the list of the office
where the rule needs one. `bad` must yield exactly this code at an edited place, `good` is the
near miss at which every rule across forms must stay silent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.rules.rule import Confidence, Severity
from hebiao.rules.wording import UNCHANGED, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hebiao.layouts.place import Place
    from hebiao.records import Stated
    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.rules.rule import Edits

AcrossCheck: TypeAlias = "Callable[[Filed], Iterator[AcrossProblem]]"


@dataclass(frozen=True, slots=True)
class AcrossPlace:
    """
    A form that a finding is about, and the cell or the words to look at in it.

    `at` is None where the whole form is meant. `index` 0 is a row of the office's list: `path` is
    then the list's, and `stated` says which row.
    """

    path: str
    index: int
    project: str
    unit: str
    at: Place | None
    stated: str


@dataclass(frozen=True, slots=True)
class AcrossProblem:
    """
    A defect as its rule sees it; the reader should look at the first place.

    `severity` is given only where it is milder than that of the rule; the words of a `verbatim`
    message are not an office's to replace.
    """

    message: str
    places: tuple[AcrossPlace, ...]
    expected: str | None = None
    formula: str | None = None
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A form of an example: edits to the sample form of a layout, sent under so many names."""

    edits: Edits = field(default_factory=dict)
    sample: str = "hubei"
    times: int = 1


@dataclass(frozen=True, slots=True)
class AcrossExample:
    """What was sent in, each form in a file of its own, and the office's list as .csv."""

    sent: tuple[Sent, ...]
    listed: str = ""


@dataclass(frozen=True)
class AcrossRule:
    """One defect across forms; the fields are those of a `Rule`."""

    code: str
    name: str
    title: str
    severity: Severity
    basis: str
    about: str
    advice: str
    bad: AcrossExample
    good: AcrossExample
    check: AcrossCheck
    settings: tuple[str, ...] = ()
    wording: Wording = UNCHANGED


def across_rule(  # noqa: PLR0913 - a rule is declared whole, in one place
    code: str,
    *,
    title: str,
    about: str,
    advice: str,
    severity: Severity,
    basis: str,
    bad: AcrossExample,
    good: AcrossExample,
    settings: tuple[str, ...] = (),
) -> Callable[[AcrossCheck], AcrossRule]:
    """Return the decorator that makes a check function into an AcrossRule."""

    def decorate(check: AcrossCheck) -> AcrossRule:
        name = check.__name__
        return AcrossRule(
            *(code, name, title, severity, basis, about, advice, bad, good, check), settings
        )

    return decorate


def place(form: FiledForm, stated: Stated[Any] | None = None) -> AcrossPlace:
    """Return the place in a form where something is stated, or the form."""
    return AcrossPlace(
        path=form.path,
        index=form.index,
        project=form.project_text,
        unit=form.unit_text,
        at=stated.at if stated else None,
        stated=stated.text.strip() if stated else "",
    )
