"""
Indicators in, what their full marks add up to out; labels in, the marks printed in them out.

    产出指标（50分）  15 + 10 + 10 + 5 + 10 = 50      a merged cell of 分值 counts once

Marks are exact where they are whole; fractions such as 16.67 × 3 leave the room of rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.layouts.label import read_label
from hebiao.scoring.computed import FORMS_KEPT
from hebiao.values.interval import Interval
from hebiao.values.reading import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.records import Indicator, IndicatorGroup, SelfEvaluation, Stated
    from hebiao.values.figure import Figure

_MARK = "分"


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    What the cells of 分值 of some indicators add up to.

    `blank` says that an indicator in use has none written, or one that cannot be read;
    `waived` that one has a stroke there, so that its marks may belong to others.
    """

    cells: tuple[Stated[Figure], ...]
    exact: Decimal
    blank: bool
    waived: bool

    @property
    def possible(self) -> Interval:
        """Every sum that the marks may stand for."""
        return Interval.sum([marks_room(cell.value) for cell in self.cells if cell.value])

    def may_be(self, marks: Decimal) -> bool:
        """Return whether the sum can be so many marks."""
        return marks == self.exact or self.possible.contains(marks)

    def open_to(self, marks: Decimal) -> bool:
        """Return whether the sum may come to so many marks by what is not written."""
        return self.exact < marks and (self.blank or self.waived)


@dataclass(frozen=True, slots=True)
class Misweighed:
    """A label whose printed marks are not the sum of the 分值 below it."""

    label: Stated[str] | Stated[Figure]
    name: str
    printed: Decimal
    found: Weighed

    @property
    def excess(self) -> Decimal:
        """How many marks there are too many below the label."""
        return self.found.exact - self.printed


def weigh(indicators: Iterable[Indicator]) -> Weighed:
    """Return what the 分值 of the indicators add up to."""
    rows = tuple(indicators)
    cells = {i.full_marks.at: i.full_marks for i in rows if i.full_marks}.values()
    return Weighed(
        tuple(cell for cell in cells if cell.value),
        sum((cell.value.value for cell in cells if cell.value), Decimal(0)),
        blank=any(_left_open(indicator) for indicator in rows),
        waived=any(cell.status is Status.NOT_APPLICABLE for cell in cells),
    )


def several_goals(form: SelfEvaluation) -> bool:
    """Return whether the indicators belong to more than one goal."""
    return len({group.goal.at for group in form.groups if group.goal}) > 1


def label_marks(label: Stated[str] | None) -> Decimal | None:
    """Return the marks a label prints with their unit: 10 in 数量指标（10分）, none in （10）."""
    read = read_label(label.text) if label else None
    sure = read is not None and any(aside.endswith(_MARK) for aside in read.asides)
    return read.weight if read and sure else None


@lru_cache(maxsize=FORMS_KEPT)
def misweighed(form: SelfEvaluation) -> tuple[Misweighed, ...]:
    """
    Return the labels whose printed marks are not what stands below them.

    A first-level label is left out where its second-level ones account for the difference.
    """
    return tuple(wrong for group in form.groups for wrong in _misweighed(group))


def _misweighed(group: IndicatorGroup) -> Iterator[Misweighed]:
    below = tuple(_second_level(group))
    yield from below
    if group.weight and group.weight.value:
        printed = group.weight.value.value
        whole = _compare(group.weight, group.name, printed, group.indicators)
        if whole and whole.excess != sum((wrong.excess for wrong in below), Decimal(0)):
            yield whole


def _second_level(group: IndicatorGroup) -> Iterator[Misweighed]:
    """Yield the second-level labels that are wrong; a blank one is that of the row above."""
    rows: dict[str, list[Indicator]] = {}
    labels: dict[str, Stated[str]] = {}
    name = ""
    for indicator in group.indicators:
        label = indicator.level2
        if label and label.value:
            name = label.value
            if label_marks(label) is not None:
                labels.setdefault(name, label)
        rows.setdefault(name, []).append(indicator)
    for name, label in labels.items():
        if printed := label_marks(label):
            wrong = _compare(label, name, printed, rows[name])
            if wrong:
                yield wrong


def _compare(
    label: Stated[str] | Stated[Figure],
    name: str,
    printed: Decimal,
    indicators: Iterable[Indicator],
) -> Misweighed | None:
    found = weigh(indicators)
    if not found.cells or found.may_be(printed) or found.open_to(printed):
        return None
    return Misweighed(label, name, printed, found)


def _left_open(indicator: Indicator) -> bool:
    """Return whether a row that is in use has no figure where its 分值 belong."""
    marks = indicator.full_marks
    if marks is None or not marks.unwritten:
        return False
    return any(c and c.value for c in (indicator.target, indicator.actual, indicator.score))


def marks_room(figure: Figure) -> Interval:
    """Return what full marks may stand for: whole ones are exact, of a third is 16.67."""
    whole = figure.value == figure.value.to_integral_value()
    return Interval.exactly(figure.value) if whole else figure.interval()
