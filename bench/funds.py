"""The funding block of a form: true amounts in 分 that add up, then written in its own way."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from bench.written import decimal

if TYPE_CHECKING:
    import random

    from bench.filling import Form

PRINTED_WEIGHT = re.compile(r"（(\d+)分")
AMOUNTS = ("initial_budget", "budget", "arrived", "executed")
SOURCES = ("central", "provincial", "own", "other")


def fill_funding(form: Form) -> None:
    """Fill in a line for each source of money and the line they add up to, in 分 at first."""
    rows = {int(found) for found in re.findall(r"funding\.(\d)\.", " ".join(form.drawn))} | {1}
    sub = max(rows) - 1
    filled = form.chance.randint(0, sub)
    lines = [_amounts(form.chance, empty=form.chance.random() < 0.3) for _ in range(filled)]
    total = {name: sum(line[name] for line in lines) for name in AMOUNTS}
    if not total["budget"] or not total["initial_budget"]:
        lines, total = [], _amounts(form.chance, empty=False)
    places = form.chance.choice((0, 1, 2, 4, 6, None))
    for number in range(1, sub + 2):
        line = total if number == 1 else lines[number - 2] if number - 2 < len(lines) else None
        _line(form, number, line, places)
    _sources(form, total["budget"], places)
    base = total[form.layout.denominator]
    form.rate = Fraction(100 * total["executed"], base)
    _summary_amounts(form, total)
    if form.has("funding.1.score"):
        _execution_score(form)


def _sources(form: Form, budget: int, places: int | None) -> None:
    """Part the budget over the columns of a form that has one for each source of money."""
    columns = [name for name in SOURCES if form.has(f"funding.1.{name}")]
    for column in columns:
        part = budget if column == columns[-1] else form.chance.randint(0, budget)
        form.put(f"funding.1.{column}", _money(form, part, places))
        budget -= part


def _amounts(chance: random.Random, *, empty: bool) -> dict[str, int]:
    """Return the amounts of a source of money in 分."""
    if empty:
        return dict.fromkeys(AMOUNTS, 0)
    budget = chance.randint(1, 10 ** chance.randint(6, 11))
    budget = chance.choice((budget, budget // 10_000 * 10_000 + 1_000_000))
    share = Fraction(chance.choice((0, chance.randint(1, 12_000), 10_000, 10_000)), 10_000)
    spent = int(budget * share)
    initial = chance.choice((budget, max(budget * chance.randint(5, 15) // 10, 1)))
    return {
        "initial_budget": initial,
        "budget": budget,
        "arrived": max(budget, spent),
        "executed": spent,
    }


def _line(form: Form, number: int, line: dict[str, int] | None, places: int | None) -> None:
    prefix, blank = f"funding.{number}", form.chance.choice(("", "/", "-"))
    for name in AMOUNTS:
        form.put(f"{prefix}.{name}", "" if line is None else _money(form, line[name], places))
    form.put(f"{prefix}.execution_rate", blank if line is None else _rate(form, number, line))
    if number > 1:
        form.put(f"{prefix}.full_marks", blank)
        form.put(f"{prefix}.score", blank)


def _money(form: Form, cents: int, places: int | None) -> str:
    """Write an amount in the unit of the block, seldom with a unit of its own."""
    tens = 6 if form.layout.money == "万元" else 2
    true = Fraction(cents, 10**tens)
    if form.chance.random() < 0.05:
        places = form.chance.choice((0, 2, 4))
    exact = decimal(true) if places is None or places >= tens else None
    figure = form.hand.rounded(true, places or 0) if exact is None else exact
    if form.chance.random() < 0.03:
        return form.hand.spelled(decimal(Fraction(cents, 100))) + "元"
    return form.hand.spelled(figure)


def _rate(form: Form, number: int, line: dict[str, int]) -> str:
    base = line[form.layout.denominator]
    if not base:
        return form.chance.choice(("0.00%", "", "0%"))
    figure = form.hand.rounded(Fraction(100 * line["executed"], base), form.chance.randint(0, 2))
    if number == 1:
        form.written_rate = figure
    return form.hand.percent(figure)


def _summary_amounts(form: Form, total: dict[str, int]) -> None:
    for name in ("budget", "executed"):
        form.put(f"summary.{name}", _money(form, total[name], 2).strip() + "万元")
        if form.content.get(f"summary.{name}", "").endswith("元万元"):
            form.content[f"summary.{name}"] = form.content[f"summary.{name}"].removesuffix("万元")
    rate = Fraction(100 * total["executed"], total["budget"])
    figure = form.hand.rounded(rate, form.chance.randint(0, 2))
    form.put("summary.execution_rate", f"{figure}{form.chance.choice('%％')}")


def _execution_score(form: Form) -> None:
    """Weight × rate, the exact one or the written one, at most the weight."""
    printed = PRINTED_WEIGHT.search(re.sub(r"\s", "", form.layout.drawing))
    form.weight = int(printed[1]) if printed else form.chance.choice((10, 10, 20))
    form.put("funding.1.full_marks", form.hand.points(Decimal(form.weight)))
    rates = [form.rate, form.rate if form.written_rate is None else Fraction(form.written_rate)]
    true = min(form.chance.choice(rates), Fraction(100)) * form.weight / 100
    form.score("预算执行", "funding.1.score", true, computed=True)
