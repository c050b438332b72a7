"""
A form in, its figures and how they hang together out.

    总分 ── Sum ── 预算执行得分 ── Product ── 执行率 ── Ratio ── 预算数, 执行数
     │                │                        │
    Same             Same                     Same
     │                │                        │
    摘要总分 ─ Sum ─ 摘要预算执行得分         摘要执行率

What the rules report as a contradiction is a relation here that does not hold.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import TYPE_CHECKING

from hebiao.diagnosis.rate import Product, Ratio
from hebiao.diagnosis.relation import Bound, Same, Sum, Usual
from hebiao.diagnosis.web import Web
from hebiao.layouts.place import PATH_SIGN
from hebiao.scoring.achievement import Outcome, achievements
from hebiao.scoring.execution import execution_weight
from hebiao.scoring.full_marks import full_marks
from hebiao.scoring.repeated import execution_rate_in, repeated_part
from hebiao.scoring.sources import Split, borne_out_by_sources, splits
from hebiao.scoring.totals import (
    EXECUTION,
    execution_room,
    fully_scored,
    score_room,
    scored_achievement,
    unscored,
)
from hebiao.scoring.weights import marks_room, several_goals, weigh
from hebiao.values.figure import Figure
from hebiao.values.interval import Interval

if TYPE_CHECKING:
    from hebiao.diagnosis.relation import Room
    from hebiao.records import (
        Funding,
        FundingLine,
        Indicator,
        IndicatorGroup,
        SelfEvaluation,
        Stated,
        Summary,
    )

_FULL = 100
_AMOUNTS = {
    "initial_budget": "年初预算数",
    "budget": "预算数",
    "arrived": "到位数",
    "executed": "执行数",
}


def web_of(form: SelfEvaluation) -> Web:
    """Return the figures of a form and the relations between them."""
    web = Web()
    _funding(web, form)
    _indicators(web, form)
    _total(web, form)
    _weights(web, form)
    if form.summary:
        _summary(web, form, form.summary)
    return web


def _as_written(figure: Figure) -> Interval:
    return Interval.exactly(figure.value)


def _funding(web: Web, form: SelfEvaluation) -> None:
    funding = form.funding
    for line in funding.lines:
        source = line.source.value if line.source and line is not funding.total else ""
        base = web.stated(f"{source or ''}预算数", funding.base(line))
        executed = web.stated(f"{source or ''}执行数", line.executed)
        rate = web.stated(f"{source or ''}执行率", line.execution_rate)
        if rate is not None and base is not None and executed is not None:
            web.relations.append(Ratio(rate, base, executed))
    if funding.total:
        _execution_score(web, funding, funding.total)
    sure = borne_out_by_sources(form)
    for split in splits(form):
        _split(web, split, sure=sure)


def _split(web: Web, split: Split, *, sure: bool) -> None:
    """Add a total and its sources; where sources may be missing it is no hard arithmetic."""
    total = web.stated(f"{_AMOUNTS[split.column]}总额", split.total)
    cells = [web.stated(cell.label.replace(PATH_SIGN, ""), cell) for cell in split.cells]
    known = tuple(cell for cell in cells if cell is not None)
    if total is not None and known:
        relations = web.relations if sure or not split.short else web.hints
        relations.append(Sum(total, known, (Figure.interval,) * len(known)))


def _execution_score(web: Web, funding: Funding, line: FundingLine) -> None:
    """Add the marks for budget execution; hard arithmetic only where the formula is printed."""
    weight = web.stated("预算执行分值", execution_weight(funding), fixed=bool(funding.weight))
    score = web.stated(f"{EXECUTION}得分", line.score)
    if weight is None or score is None:
        return
    web.relations.append(Bound(weight, (score,), (_as_written,)))
    own = web.stated("预算执行分值", line.full_marks)
    if own is not None and own != weight:
        web.relations.append(Sum(weight, (own,), (_as_written,), printed=True))
    base, executed = web.number(funding.base(line)), web.number(line.executed)
    rate = web.number(line.execution_rate)
    known = rate is not None or (base is not None and executed is not None)
    if known:
        strength = web.relations if funding.formula else web.hints
        strength.append(Product(score, weight, rate, base, executed))


def _indicators(web: Web, form: SelfEvaluation) -> None:
    shared = [i.score.at for i in form.indicators if i.score]
    line = form.funding.total
    rate = web.number(line.execution_rate) if line else None
    for indicator in form.indicators:
        full = web.stated(f"“{indicator.name}”分值", indicator.full_marks)
        score = web.stated(f"“{indicator.name}”得分", indicator.score)
        own = indicator.score and shared.count(indicator.score.at) == 1
        if own and score is not None:
            _scored(web, form, indicator, score, full)
        name = f"指标“{indicator.name}”完成值"
        actual = web.add(name, indicator.actual, execution_rate_in(indicator))
        if actual is not None and rate is not None:
            web.relations.append(Same(actual, rate))


def _scored(
    web: Web, form: SelfEvaluation, indicator: Indicator, score: int, full: int | None
) -> None:
    """Add what bounds the marks of an indicator, and what they mostly are."""
    if full is not None:
        web.relations.append(Bound(full, (score,), (_as_written,)))
        marks = Fraction(web.variables[full].figure.value)
        reached = achievements(form)[indicator.number]
        shares = reached.shares if reached.outcome is Outcome.MISSED else (Fraction(1),)
        web.hints.append(Usual(score, tuple(marks * share for share in shares)))


def _total(web: Web, form: SelfEvaluation) -> None:
    parts: list[int] = []
    rooms: list[Room] = []
    if (line := form.funding.total) and (score := web.number(line.score)) is not None:
        parts.append(score)
        rooms.append(_budget_room(form))
    for group in form.groups:
        cells = [web.number(indicator.score) for indicator in group.scored]
        scores = tuple(cell for cell in cells if cell is not None)
        own_rooms = tuple(_room(form, group, indicator) for indicator in group.scored)
        weight = web.stated(f"{group.name}权重", group.weight, fixed=True)
        if weight is not None and scores:
            web.relations.append(Bound(weight, scores, own_rooms))
        parts.extend(scores)
        rooms.extend(own_rooms)
    total = web.stated("总分", form.total)
    if total is not None and parts and not unscored(form):
        web.relations.append(Sum(total, tuple(parts), tuple(rooms)))


def _weights(web: Web, form: SelfEvaluation) -> None:
    """Add the sums of 分值: of each group whose label prints its marks, and of the form."""
    for group in form.groups:
        weight, found = web.number(group.weight), weigh(group.indicators)
        if weight is not None and found.cells and not found.blank:
            _full_marks(web, weight, found.cells)
    hundred = form.total_full_marks and form.total_full_marks.value
    printed = bool(hundred and hundred.value == _FULL)
    whole = web.stated("总分栏的分值", form.total_full_marks, fixed=printed)
    total, found = web.number(form.total), weigh(form.indicators)
    if whole is None or several_goals(form):
        return
    if total is not None:
        web.relations.append(Bound(whole, (total,), (_as_written,)))
    cells = (*_budget_marks(web, form, whole), *found.cells)
    marks = sum((cell.value.value for cell in cells if cell.value), Decimal(0))
    if cells and not ((found.blank or found.waived) and marks < web.variables[whole].figure.value):
        _full_marks(web, whole, cells)


def _budget_marks(web: Web, form: SelfEvaluation, whole: int) -> tuple[Stated[Figure], ...]:
    """Return the 分值 of budget execution, unless the whole is of the indicators alone: 90."""
    weight = execution_weight(form.funding)
    if weight is None or weight.value is None:
        return ()
    marks, total = weight.value.value, web.variables[whole].figure.value
    return () if marks and total + marks == _FULL else (weight,)


def _full_marks(web: Web, whole: int, cells: tuple[Stated[Figure], ...]) -> None:
    numbers = tuple(n for cell in cells if (n := web.number(cell)) is not None)
    web.relations.append(Sum(whole, numbers, (marks_room,) * len(numbers), printed=True))


def _summary(web: Web, form: SelfEvaluation, summary: Summary) -> None:
    total = web.stated("摘要总分", summary.total)
    named = {part.name: web.stated(f"摘要{part.name}得分", part.score) for part in summary.parts}
    _same(web, total, web.number(form.total))
    line = form.funding.total
    pairs = (
        ("预算数", summary.budget, form.funding.base(line) if line else None),
        ("执行数", summary.executed, line.executed if line else None),
        ("执行率", summary.execution_rate, line.execution_rate if line else None),
    )
    for name, stated, table in pairs:
        _same(web, web.stated(f"摘要{name}", stated), web.number(table))
    base, executed, rate = (web.number(stated) for _, stated, _ in pairs)
    if base is not None and executed is not None and rate is not None:
        web.relations.append(Ratio(rate, base, executed))
    _parts(web, form, {name: part for name, part in named.items() if part is not None}, total)


def _parts(web: Web, form: SelfEvaluation, named: dict[str, int], total: int | None) -> None:
    """Add each part of the total that the summary repeats, and their sum."""
    line = form.funding.total
    if EXECUTION in named:
        score = web.number(line.score) if line else None
        if score is not None:
            web.relations.append(Same(named[EXECUTION], score, _budget_room(form)))
    for name in named.keys() - {EXECUTION}:
        scored = [(group, i) for group in form.groups if group.name == name for i in group.scored]
        cells = [web.number(indicator.score) for _, indicator in scored]
        if cells and None not in cells and fully_scored(form, name):
            numbers = tuple(cell for cell in cells if cell is not None)
            rooms = tuple(_room(form, group, indicator) for group, indicator in scored)
            web.relations.append(Sum(named[name], numbers, rooms))
    if total is not None and {EXECUTION, *(group.name for group in form.groups)} <= named.keys():
        rooms = tuple(_part_room(form, name) for name in named)
        web.relations.append(Sum(total, tuple(named.values()), rooms))


def _part_room(form: SelfEvaluation, name: str) -> Room:
    """A part that repeats the table's sum leaves the room that the table's scores leave."""
    part = repeated_part(form, name)
    return lambda figure: (
        part.possible if part and part.exact == figure.value else figure.interval()
    )


def _same(web: Web, one: int | None, other: int | None) -> None:
    if one is not None and other is not None:
        web.relations.append(Same(one, other))


def _budget_room(form: SelfEvaluation) -> Room:
    """Return the room of the marks for budget execution, worked out once for each value tried."""
    return cache(partial(execution_room, form))


def _room(form: SelfEvaluation, group: IndicatorGroup, indicator: Indicator) -> Room:
    """Return the room of an indicator's marks, worked out once for each value tried."""
    full = full_marks(form).get(indicator.number)
    reached = scored_achievement(form, group, indicator)
    return cache(lambda figure: score_room(figure, full, reached))
