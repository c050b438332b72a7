"""One form in, its part of the page as HTML out: facts, causes, findings, the table redrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line
from hebiao.reports.counts import by_severity
from hebiao.reports.html.anchors import form_anchor, place_anchor
from hebiao.reports.html.engine import rendered
from hebiao.reports.html.quotes import quotes
from hebiao.reports.html.table import tables
from hebiao.reports.html.told import each_of, spot, told, told_causes
from hebiao.reports.lights import light
from hebiao.reports.marks import recomputed_total, stated_total
from hebiao.reports.naming import words
from hebiao.reports.places import where
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hebiao.check import CheckResult, Finding, FormResult
    from hebiao.layouts import Place
    from hebiao.reports.html.told import Spot, Told, ToldCause


@dataclass(frozen=True, slots=True)
class Left:
    """What was not judged, and why: rules by their codes, or a cell with its text."""

    names: tuple[str, ...]
    text: str


def form_html(
    result: CheckResult, form: FormResult, waivable: Mapping[Finding, int] | None = None
) -> str:
    """
    Return the part of the page that tells of one form.

    `waivable` has the number of each finding that can be waived on the page; without it, it is
    a report, on which nothing can be.
    """
    name = form_anchor(result, form)
    findings = told(form, name)
    causes = told_causes(form, name, findings)
    each = tuple(each_of(findings))
    places = tuple(_places(form))
    return rendered(
        "form.html",
        waivable=waivable or {},
        name=name,
        light=light(form),
        numbers=tuple(zip(Severity, by_severity(form.findings), strict=True)),
        project=words(form.form.project),
        table=form.form.table,
        facts=tuple(_facts(result, form)),
        converted=result.converted_from is not None,
        guessed=form.form.guessed,
        causes=causes,
        findings=findings,
        tables=tables(form, name, _linked(form, name, places), _marks(each), _suspected(causes)),
        quotes=quotes(name, places, each),
        waived=tuple((waived, where(waived.finding.at)) for waived in form.waived),
        not_checked=_not_checked(form),
        unread=_unread(form, name),
    )


def _facts(result: CheckResult, form: FormResult) -> Iterator[tuple[str, str]]:
    stated = form.form
    department, carrier = words(stated.department), words(stated.implementing_unit)
    unit = words(stated.unit_name)
    if unit and unit not in {department, carrier}:
        yield "填报单位", unit
    yield "主管部门", department or "没有填写"
    yield "实施单位", carrier or "没有填写"
    yield "年度", f"{stated.fiscal_year} 年" if stated.fiscal_year else "没有写明"
    yield "填报总分", stated_total(stated) or "没有填写或读不出"
    yield "重算总分", recomputed_total(stated) or "各项得分不全，无法重算"
    yield "表式", form.source.layout.name
    yield "文件", result.path or "（未命名）"


def _places(form: FormResult) -> Iterator[Place]:
    """Yield every place that is linked to, or quoted."""
    for finding in form.findings:
        yield finding.at
        yield from finding.related
    for cause in form.causes:
        yield from (stated.at for suspect in cause.suspects for stated in suspect.places)
    for unread in form.form.unread:
        yield unread.at


def _linked(form: FormResult, name: str, places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(place_anchor(form, name, place) for place in places)


def _marks(findings: tuple[Told, ...]) -> dict[str, tuple[Told, ...]]:
    """Return the findings at each anchor, the gravest first, as they are numbered."""
    marks: dict[str, tuple[Told, ...]] = {}
    for each in findings:
        if each.spot.anchor:
            marks[each.spot.anchor] = (*marks.get(each.spot.anchor, ()), each)
    return marks


def _suspected(causes: tuple[ToldCause, ...]) -> dict[str, tuple[ToldCause, ...]]:
    suspected: dict[str, tuple[ToldCause, ...]] = {}
    for cause in causes:
        for each in cause.spots:
            suspected[each.anchor] = (*suspected.get(each.anchor, ()), cause)
    return suspected


def _not_checked(form: FormResult) -> tuple[Left, ...]:
    """Return each reason why rules could not judge the form, with the rules it kept from it."""
    reasons: dict[str, dict[str, None]] = {}
    for each in form.not_checked:
        reasons.setdefault(each.reason, {})[each.code] = None
    return tuple(Left(tuple(filter(None, codes)), reason) for reason, codes in reasons.items())


def _unread(form: FormResult, name: str) -> tuple[tuple[Spot, str], ...]:
    return tuple((spot(form, name, each.at), one_line(each.text)) for each in form.form.unread)
