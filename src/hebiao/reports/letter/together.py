"""
What letters say of forms, and what is wrong with them together in, both together out.

A finding that concerns forms of one unit only is told to that unit, below the first of its forms.
Where several units are concerned, or no form but the office's list, it is for the office's own
reviewers: which unit is to mend it, or may hear of the other, is not for us to say.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze
from hebiao.reports.letter.part import Item, cell_name
from hebiao.reports.letter.words import clean, file_name
from hebiao.rules import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hebiao.across import AcrossFinding, AcrossPlace
    from hebiao.reports.letter.part import FormPart

_MOST_PLACES = 8


def with_across(
    files: Iterable[tuple[str, Sequence[FormPart]]], findings: Sequence[AcrossFinding]
) -> tuple[FormPart, ...]:
    """Return the forms of the files, in their order, with what is to be told of several."""
    forms = {
        (path, index): part for path, parts in files for index, part in enumerate(parts, start=1)
    }
    items: defaultdict[tuple[str, int], list[Item]] = defaultdict(list)
    for finding in findings:
        places = [place for place in finding.places if (place.path, place.index) in forms]
        if finding.severity is not Severity.NOTE and _is_of_one_unit(places, forms):
            first = places[0]
            items[first.path, first.index].append(_item(finding, places, forms))
    return tuple(replace(part, items=(*part.items, *items[key])) for key, part in forms.items())


def _is_of_one_unit(
    places: Sequence[AcrossPlace], forms: Mapping[tuple[str, int], FormPart]
) -> bool:
    units = {squeeze(forms[place.path, place.index].unit) for place in places}
    return len(units) == 1 and "" not in units


def _item(
    finding: AcrossFinding,
    places: Sequence[AcrossPlace],
    forms: Mapping[tuple[str, int], FormPart],
) -> Item:
    first, *others = places
    named = [f"{file_name(each.path)}{_where(each, forms)}" for each in others[:_MOST_PLACES]]
    more = f"等 {len(others)} 处" if len(others) > _MOST_PLACES else ""
    besides = f"；涉及的还有{'、'.join(named)}{more}" if named else ""
    return Item(
        code=finding.code,
        title=clean(finding.title),
        severity=finding.severity,
        place=_where(first, forms),
        message=clean(finding.message) + besides,
        stated=clean(first.stated),
        expected=clean(finding.expected or ""),
        formula=clean(finding.formula or ""),
        likely="",
        same_cause=(),
        basis=clean(finding.basis),
        advice=clean(finding.advice),
        doubtful=finding.confidence is Confidence.LOW,
    )


def _where(place: AcrossPlace, forms: Mapping[tuple[str, int], FormPart]) -> str:
    """Return the cell; the table, where the whole form is meant."""
    return cell_name(place.at) if place.at else f"表{forms[place.path, place.index].table}"
