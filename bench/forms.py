"""
Random forms through the whole line: honest ones must pass, one changed figure must be named.

    python -m bench.forms [COUNT] [SEED]

Of every layout equally many. First COUNT consistent forms: how many are accused by an error,
which must be none, and which warnings they get. Then COUNT with one figure changed: how many
now have an error, whether it names the changed cell, and what an independent judge says of the
change; and where diagnosis names one figure as the only one that explains the errors, whether
it is the changed one, and whether the value proposed is the one that stood there. Files worth a
look are kept in the folder for temporary files. Ends with 1 if a consistent form is accused or a
changed figure that led to an error is not named.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.faults import fault
from bench.honest import honest_form
from bench.judge import contradictions
from bench.written import Band, read

from hebiao.check import check
from hebiao.layouts import known_layouts
from hebiao.layouts.place import CellPlace
from hebiao.rules import Severity
from hebiao.sample import write_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.honest import Honest

    from hebiao.check import CheckResult, Finding
    from hebiao.records import Stated

LAYOUTS = tuple(layout for layout in known_layouts() if not layout.fallback)


class Outcome(NamedTuple):
    """What became of one form; `changed` is the field that was changed, if one was."""

    run: int
    layout: str
    errors: tuple[str, ...]
    warnings: frozenset[str]
    changed: str = ""
    named: bool = False
    judged: tuple[str, ...] = ()
    diagnosed: str = ""
    proposed: str = ""
    milder: bool = False
    trouble: str = ""


def form_of(seed: int, run: int) -> tuple[random.Random, Honest]:
    """Return the consistent form of a run, and the chance that goes on from it."""
    chance = random.Random(f"{seed}/{run}")  # noqa: S311 - nothing is kept secret by it
    return chance, honest_form(chance, LAYOUTS[run % len(LAYOUTS)])


def place_of(result: CheckResult, field: str) -> object:
    """Return where a field was written: a cell by its numbers, or words of a paragraph."""
    source = result.forms[0].source
    cells = (place for place, name in source.labelling.fields.items() if name == field)
    cell = next(cells, None)
    return cell or source.prose[field].at


def names(finding: Finding, place: object) -> bool:
    """Return whether a finding stands at a place or names it."""
    return place in [
        (at.table, at.row, at.column) if isinstance(at, CellPlace) else at
        for at in (finding.at, *finding.related)
    ]


def diagnosed(result: CheckResult, place: object, was: str) -> tuple[str, str]:
    """Return what diagnosis says of the changed figure, and of its value where it is certain."""
    causes = result.forms[0].causes
    suspects = [(c, n, s) for c in causes for n, s in enumerate(c.suspects) if at(s.places, place)]
    if not suspects:
        return ("another figure, as certain" if causes else "nothing"), ""
    cause, rank, suspect = suspects[0]
    if not cause.certain:
        return ("one of several, the first" if rank == 0 else "one of several"), ""
    if len(causes) > 1:
        return "one of several slips", ""
    true, expected = read(was), suspect.expected
    if expected is None or true is None:
        return "the changed one, as certain", "a range of values"
    proposed_ = read(expected)
    right = proposed_ and (
        true.band.meets(Band.exactly(proposed_.value))
        or proposed_.band.meets(Band.exactly(true.value))
    )
    return "the changed one, as certain", "the value that stood there" if right else "another value"


def at(places: Iterable[Stated[Any]], place: object) -> bool:
    return place in [
        (at.table, at.row, at.column) if isinstance(at, CellPlace) else at
        for at in (stated.at for stated in places)
    ]


def errors_of(result: CheckResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def consistent(seed: int, run: int) -> Outcome:
    _, form = form_of(seed, run)
    data = write_forms([form.content], form.layout)
    result = check(data)
    errors = errors_of(result)
    warned = {f.code for f in result.findings if f.severity is Severity.WARNING}
    said = [finding.message for finding in errors] + contradictions(form)
    if len(result.forms) != 1 or result.forms[0].form.layout != form.layout.id:
        said.append("not read as the form it is")
    trouble = f"{kept(data, seed, run)} {'；'.join(said)}" if said else ""
    return Outcome(
        run, form.layout.id, tuple(f.code for f in errors), frozenset(warned), trouble=trouble
    )


def changed(seed: int, run: int) -> Outcome:
    chance, form = form_of(seed, run)
    field, content = fault(chance, form.content)
    data = write_forms([content], form.layout)
    result = check(data)
    errors = errors_of(result)
    named = any(names(error, place_of(result, field)) for error in errors)
    judged = tuple(contradictions(replace(form, content=content)))
    said = f"{field}: {form.content[field].strip()} → {content[field].strip()}"
    if bool(errors) != bool(judged) or not named:
        said = f"{said} {list(judged)} {'；'.join(error.message for error in errors)}"
    place = place_of(result, field)
    milder = any(names(finding, place) for finding in result.findings)
    verdict = diagnosed(result, place, form.content[field])
    if errors and verdict[0] == "another figure, as certain":
        said = f"{said} {[cause.likely for cause in result.forms[0].causes]}"
    codes = tuple(error.code for error in errors)
    return Outcome(
        run, form.layout.id, codes, frozenset(), field, named, judged, *verdict, milder, said
    )


def kept(data: bytes, seed: int, run: int) -> Path:
    path = Path(tempfile.gettempdir()) / f"hebiao-form-{seed}-{run}.docx"
    path.write_bytes(data)
    return path


def listed(title: str, outcomes: Iterable[Outcome], most: int = 10) -> None:
    found = list(outcomes)
    print(f"{len(found):7} {title}")
    for each in found[:most]:
        print(f"          run {each.run}, {each.layout}: {each.trouble}")


def report_consistent(outcomes: list[Outcome]) -> int:
    print(f"{len(outcomes):7} consistent forms, {len(LAYOUTS)} layouts")
    wrong = [outcome for outcome in outcomes if outcome.trouble]
    listed("accused by an error", wrong)
    for code, count in Counter(code for o in outcomes for code in o.warnings).most_common():
        print(f"{count:7} warned by {code}")
    return len(wrong)


def report_changed(outcomes: list[Outcome]) -> int:
    found = [outcome for outcome in outcomes if outcome.errors]
    unnamed = [outcome for outcome in found if not outcome.named]
    print(f"\n{len(outcomes):7} forms with one figure changed")
    print(f"{len(found):7} have an error")
    print(f"{len(found) - len(unnamed):7} of these name the changed cell")
    listed("do not", unnamed)
    judged = [outcome for outcome in outcomes if outcome.judged]
    print(f"{len(judged):7} contradict themselves, as the independent judge finds")
    listed("of these have no error", missed := [o for o in judged if not o.errors], most=0)
    print(f"{sum(o.milder for o in missed):7} of these name the changed cell by a warning or note")
    for kinds, count in Counter(outcome.judged for outcome in missed).most_common():
        print(f"{count:11} {', '.join(kinds)}")
        for each in [outcome for outcome in missed if outcome.judged == kinds][:3]:
            print(f"            run {each.run}, {each.layout}: {each.trouble}")
    listed("have an error the judge does not see", (o for o in found if not o.judged))
    report_diagnosis(found)
    return len(unnamed)


def report_diagnosis(outcomes: list[Outcome]) -> None:
    """Say how often the changed figure is the one named, and whether its value is right."""
    print("\nof the forms with an error, diagnosis names")
    for what, count in Counter(outcome.diagnosed for outcome in outcomes).most_common():
        print(f"{count:7} {what}")
        if what in {"another figure, as certain", "nothing"}:
            for each in [outcome for outcome in outcomes if outcome.diagnosed == what][:12]:
                print(f"            run {each.run}, {each.layout}: {each.trouble}")
    print("and where it is certain, proposes")
    for what, count in Counter(o.proposed for o in outcomes if o.proposed).most_common():
        print(f"{count:7} {what}")
        if what == "another value":
            for each in [outcome for outcome in outcomes if outcome.proposed == what][:12]:
                print(f"            run {each.run}, {each.layout}: {each.trouble}")


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    began = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        honest = list(pool.map(partial(consistent, seed), range(count), chunksize=50))
        faulty = list(pool.map(partial(changed, seed), range(count), chunksize=50))
    failed = report_consistent(honest) + report_changed(faulty)
    print(f"\n{time.perf_counter() - began:7.0f} seconds, seed {seed}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
