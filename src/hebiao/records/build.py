"""
A labelled form in, a SelfEvaluation out: each text read by the grammar of its field.

Nothing is dropped: a text that its grammar cannot read stays, with the reason why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.layouts.label import UNITS_OF_MONEY, squeeze
from hebiao.records.blocks import build_funding, build_goals, build_groups
from hebiao.records.evaluation import SelfEvaluation
from hebiao.records.grammar import (
    amount_reader,
    read_boxes,
    read_date,
    read_percent,
    read_score,
    read_words,
    read_year,
)
from hebiao.records.others import build_others
from hebiao.records.project import BoxGroup, Heading
from hebiao.records.summary import Summary, SummaryPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hebiao.layouts import LabelledForm, Written
    from hebiao.records.stated import Stated


def build(form: LabelledForm) -> SelfEvaluation:
    """Return what the form states."""
    cells, prose, labelling = form.labelling.values, form.prose, form.labelling
    money = _money(prose) or form.layout.money
    return SelfEvaluation.model_construct(
        layout=form.layout.id,
        table=form.grids[0].table,
        title=_heading(prose, "title"),
        unit_name=read_words(prose.get("caption.unit_name")),
        form_date=read_date(prose.get("caption.form_date")),
        form_number=read_words(prose.get("caption.form_number")),
        project=read_words(cells.get("project")),
        department=read_words(cells.get("department")),
        central_department=read_words(cells.get("central_department")),
        implementing_unit=read_words(cells.get("implementing_unit")),
        contact=read_words(cells.get("contact") or prose.get("caption.contact")),
        phone=read_words(cells.get("phone") or prose.get("caption.phone")),
        boxes=tuple(_boxes(form)),
        funding=build_funding(labelling, money),
        goals=build_goals(labelling),
        groups=build_groups(labelling),
        total=read_score(cells.get("total") or prose.get("caption.total")),
        total_full_marks=read_score(cells.get("total_full_marks")),
        reviewed_total=read_score(cells.get("reviewed_total")),
        converted_total=read_score(cells.get("converted_total")),
        grade=read_words(cells.get("grade")),
        summary=_summary(prose, money),
        reason=read_words(cells.get("reason")),
        measures=read_words(cells.get("measures")),
        notes=tuple(_notes(cells)),
        others=tuple(build_others(form)),
        mandatory=form.layout.mandatory,
        standards=form.layout.standards,
        asks_reason=form.layout.asks_reason,
        guessed=form.layout.fallback,
        unread=labelling.unread,
    )


def _money(prose: Mapping[str, Written]) -> str | None:
    """Return the unit of money that the line above a form names: 金额单位：元."""
    caption = prose.get("caption.money")
    unit = squeeze(caption.text) if caption else ""
    return unit if unit in UNITS_OF_MONEY else None


def _heading(prose: Mapping[str, Written], name: str) -> Heading | None:
    text = read_words(prose.get(name))
    if text is None:
        return None
    return Heading.model_construct(
        text=text,
        project=read_words(prose.get(f"{name}.project")),
        year=read_year(prose.get(f"{name}.year")),
    )


def _boxes(form: LabelledForm) -> Iterator[BoxGroup]:
    """Yield the groups of boxes in the order of the form."""
    for name, written in form.labelling.values.items():
        boxes = read_boxes(written) if name.startswith("boxes.") else None
        if boxes:
            yield BoxGroup.model_construct(name=name.removeprefix("boxes."), boxes=boxes)


def _notes(cells: Mapping[str, Written]) -> Iterator[Stated[str]]:
    for name, written in cells.items():
        note = read_words(written) if name.startswith("notes.") else None
        if note:
            yield note


def _summary(prose: Mapping[str, Written], money: str) -> Summary | None:
    if not any(name.startswith(("summary.", "heading")) for name in prose):
        return None
    amount = amount_reader(money)
    return Summary.model_construct(
        heading=_heading(prose, "heading"),
        subject=read_words(prose.get("summary.subject")),
        year=read_year(prose.get("summary.year")),
        total=read_score(prose.get("summary.total")),
        parts=tuple(_parts(prose)),
        budget=amount(prose.get("summary.budget")),
        executed=amount(prose.get("summary.executed")),
        execution_rate=read_percent(prose.get("summary.execution_rate")),
        problems=read_words(prose.get("summary.problems")),
        paragraphs=tuple(_paragraphs(prose)),
    )


def _paragraphs(prose: Mapping[str, Written]) -> Iterator[Stated[str]]:
    for name, written in prose.items():
        words = read_words(written) if name.startswith("summary.paragraphs.") else None
        if words:
            yield words


def _parts(prose: Mapping[str, Written]) -> Iterator[SummaryPart]:
    for name, written in prose.items():
        score = read_score(written) if name.startswith("summary.parts.") else None
        if score:
            yield SummaryPart.model_construct(name=name.removeprefix("summary.parts."), score=score)
