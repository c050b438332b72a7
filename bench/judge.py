"""
The texts of a form in, which of its relations no true values can satisfy out.

    execution rate    执行率 is no rounding of any 执行数 ÷ 预算数
    total             总分 is no rounding of any sum of the scores

What a score may stand for is known here, as the generator knows which it computed and rounded;
the rules must infer it. Relations are judged one by one, each in exact fractions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from bench.funds import PRINTED_WEIGHT
from bench.written import Band, Read, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.honest import Honest

LABEL_WEIGHT = re.compile(r"(\w+?)[（(](\d+)分")
AMOUNTS = ("initial_budget", "budget", "executed")
ZERO = Band.exactly(Fraction(0))


class Texts(NamedTuple):
    """A form's texts, and which of its scores are roundings."""

    form: Honest

    def figure(self, name: str) -> Read | None:
        """Read the figure of a field, an amount in the unit of the form."""
        unit = self.form.layout.money if name.rpartition(".")[2] in AMOUNTS else ""
        return read(self.form.content.get(name, ""), unit)

    def rate(self, name: str) -> Read | None:
        """Read a rate; a small figure without the sign is a ratio."""
        figure, text = self.figure(name), self.form.content.get(name, "")
        if figure and not text.strip().endswith(("%", "％")) and 0 < figure.value <= Fraction(3, 2):
            return Read(figure.value * 100, figure.quantum * 100)
        return figure

    def score(self, name: str) -> Band | None:
        """Return what the marks of a field stand for: one value where somebody gave them."""
        figure = self.figure(name)
        if figure is None:
            return None
        return figure.band if name in self.form.rounded else Band.exactly(figure.value)

    def numbers(self, block: str) -> list[int]:
        """Return the rows of a block."""
        found = {name.split(".")[1] for name in self.form.content if name.startswith(f"{block}.")}
        return sorted(map(int, found))


def contradictions(form: Honest) -> list[str]:
    """Return the kinds of relations that cannot hold."""
    texts = Texts(form)
    checks = (_negative, _rates, _sub_lines, _execution_score, _scores, _weights, _summary, _again)
    return sorted({kind for check in checks for kind in check(texts)})


def _negative(texts: Texts) -> Iterator[str]:
    for name in texts.form.content:
        figure = texts.figure(name) if FIGURES.match(name) else None
        if figure and figure.value < 0:
            yield "negative"


FIGURES = re.compile(r"funding|indicators\.\d+\.(?:score|full_marks)|total|summary")


def _quotient(texts: Texts, base: str, executed: str) -> Band | None:
    """Return the rates in per cent that two amounts allow, or None where any is allowed."""
    budget, spent = texts.figure(base), texts.figure(executed)
    if budget is None or spent is None or budget.band.low <= 0:
        return None
    low = 100 * spent.band.low / budget.band.high
    return Band(low, 100 * spent.band.high / budget.band.low)


def _line_rates(texts: Texts, line: str) -> Band | None:
    return _quotient(texts, f"{line}.{texts.form.layout.denominator}", f"{line}.executed")


def _rates(texts: Texts) -> Iterator[str]:
    for number in texts.numbers("funding"):
        rate = texts.rate(f"funding.{number}.execution_rate")
        allowed = _line_rates(texts, f"funding.{number}")
        if rate and allowed and not rate.band.meets(allowed):
            yield "execution rate"


def _sub_lines(texts: Texts) -> Iterator[str]:
    for column in AMOUNTS:
        names = [f"funding.{number}.{column}" for number in texts.numbers("funding")]
        whole, *parts = [texts.figure(name) for name in names]
        filled = [part.band for part in parts if part]
        if whole and filled and not whole.band.meets(_sum(filled)):
            yield "sub-lines"


def _sum(bands: Iterable[Band]) -> Band:
    total = ZERO
    for band in bands:
        total = total.plus(band)
    return total


def _weight(texts: Texts) -> Fraction | None:
    printed = PRINTED_WEIGHT.search(re.sub(r"\s", "", texts.form.layout.drawing))
    if printed:
        return Fraction(printed[1])
    stated = texts.figure("funding.1.full_marks")
    return stated.value if stated else None


def _execution_score(texts: Texts) -> Iterator[str]:
    """The weight times the rate, exact or as written, and never more than the weight."""
    score, weight = texts.figure("funding.1.score"), _weight(texts)
    if score is None or weight is None:
        return
    if score.value > weight:
        yield "score over full marks"
    bands = _execution_bands(texts, weight)
    if bands and not any(score.band.meets(band) for band in bands):
        yield "execution score"


def _execution_bands(texts: Texts, weight: Fraction) -> list[Band]:
    """Return the marks that the amounts and the written rate allow."""
    rate, allowed = texts.rate("funding.1.execution_rate"), _line_rates(texts, "funding.1")
    rooms = [rate.band if rate else None, allowed]
    if rate and allowed and rate.band.meets(allowed):
        both = Band(max(rate.band.low, allowed.low), min(rate.band.high, allowed.high))
        rooms = [both]
    bands = [room.times(weight / 100) for room in rooms if room]
    bands += [Band.exactly(rate.value * weight / 100)] if rate else []
    bands += [Band.exactly(weight)] if any(band.high > weight for band in bands) else []
    return bands


def _groups(texts: Texts) -> dict[str, list[int]]:
    groups = defaultdict(list)
    for number in texts.numbers("indicators"):
        groups[texts.form.content[f"indicators.{number}.level1"]].append(number)
    return groups


def _scores(texts: Texts) -> Iterator[str]:
    parts = [_execution_band(texts)]
    for label, numbers in _groups(texts).items():
        for number in numbers:
            full, score = (texts.figure(f"indicators.{number}.full_marks"), _band(texts, number))
            if full and score and score.low > full.value:
                yield "score over full marks"
        bands = [band for number in numbers if (band := _band(texts, number))]
        parts += bands
        printed = LABEL_WEIGHT.search(label)
        if printed and _sum(bands).low > Fraction(printed[2]):
            yield "group over its weight"
    total = texts.figure("total") or texts.figure("caption.total")
    scores = [band for band in parts if band]
    sums = (_sum(scores), Band.exactly(_written_sum(texts)))
    if total and scores and not any(total.band.meets(band) for band in sums):
        yield "total"


def _written_sum(texts: Texts) -> Fraction:
    """Return the sum of the scores as they are written, which is what most people add up."""
    rows = [f"indicators.{number}" for number in texts.numbers("indicators")]
    figures = [texts.figure(f"{row}.score") for row in ("funding.1", *rows)]
    return sum((figure.value for figure in figures if figure), Fraction(0))


def _execution_band(texts: Texts) -> Band | None:
    """Return what the marks for budget execution stand for: a rounding of what the rate gives."""
    score, weight = texts.score("funding.1.score"), _weight(texts)
    if score is None or weight is None:
        return score
    met = [band for band in _execution_bands(texts, weight) if band.meets(score)]
    if not met:
        return score
    low, high = min(band.low for band in met), max(band.high for band in met)
    figure = texts.figure("funding.1.score")
    written = figure.value if figure else score.low
    return Band(min(max(low, score.low), written), max(min(high, score.high), written))


def _band(texts: Texts, number: int) -> Band | None:
    return texts.score(f"indicators.{number}.score")


def _weights(texts: Texts) -> Iterator[str]:
    """Full marks are exact: they add up to each printed weight and to 100."""
    whole = Fraction(0)
    for label, numbers in _groups(texts).items():
        stated = [texts.figure(f"indicators.{number}.full_marks") for number in numbers]
        marks = sum((figure.value for figure in stated if figure), Fraction(0))
        printed = LABEL_WEIGHT.search(label)
        if printed and any(stated) and marks != Fraction(printed[2]):
            yield "full marks of a group"
        whole += marks
    if not whole:
        return
    stated_weight, weight = texts.figure("funding.1.full_marks"), _weight(texts)
    if stated_weight and weight is not None and stated_weight.value != weight:
        yield "weight against its label"
    scored = "{funding.1.score}" in texts.form.layout.drawing
    whole += (stated_weight.value if stated_weight else weight or 0) if scored else 0
    total = texts.figure("total_full_marks")
    if whole != 100 or (total and total.value != 100):
        yield "full marks"


def _summary(texts: Texts) -> Iterator[str]:
    pairs = [
        ("summary.total", "total"),
        ("summary.total", "caption.total"),
        ("summary.budget", f"funding.1.{texts.form.layout.denominator}"),
        ("summary.executed", "funding.1.executed"),
    ]
    for one, other in pairs:
        here, there = texts.figure(one), texts.figure(other)
        if here and there and not here.band.meets(there.band):
            yield f"summary: {one.rpartition('.')[2]}"
    here, there = texts.rate("summary.execution_rate"), texts.rate("funding.1.execution_rate")
    rooms = (
        there.band if there else None,
        _line_rates(texts, "funding.1"),
        _quotient(texts, "summary.budget", "summary.executed"),
    )
    if here and any(room and not here.band.meets(room) for room in rooms):
        yield "summary: execution_rate"
    yield from _summary_parts(texts)


def _summary_parts(texts: Texts) -> Iterator[str]:
    groups = {
        found[1]: numbers
        for label, numbers in _groups(texts).items()
        if (found := LABEL_WEIGHT.search(label))
    }
    stated = {}
    for name in texts.form.content:
        part = name.removeprefix("summary.parts.")
        figure = texts.figure(name)
        if part == name or figure is None:
            continue
        stated[part] = figure.band
        bands = [_band(texts, number) for number in groups.get(part, [])]
        bands = [texts.score("funding.1.score")] if part == "预算执行" else bands
        known = [band for band in bands if band]
        if known and not figure.band.meets(_sum(known)):
            yield "summary: parts"
    total = texts.figure("summary.total")
    if (
        total
        and {*groups, "预算执行"} <= stated.keys()
        and not total.band.meets(_sum(stated.values()))
    ):
        yield "summary: sum of parts"


def _again(texts: Texts) -> Iterator[str]:
    """An indicator named 预算执行率 states the rate of the funding block."""
    rate = texts.rate("funding.1.execution_rate")
    for number in texts.numbers("indicators"):
        if texts.form.content.get(f"indicators.{number}.level3") != "预算执行率" or rate is None:
            continue
        again = read(texts.form.content.get(f"indicators.{number}.actual", ""))
        if again and not again.band.meets(rate.band):
            yield "repeated rate"
