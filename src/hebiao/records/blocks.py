"""The labelled cells of a form's two tables in, its funding and its indicator groups out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hebiao.layouts.label import read_label
from hebiao.layouts.vocabulary import vocabulary
from hebiao.records.funding import Funding, FundingLine
from hebiao.records.grammar import (
    amount_reader,
    read_core,
    read_formula,
    read_percent,
    read_score,
    read_statement,
    read_target,
    read_weight,
    read_words,
)
from hebiao.records.indicator import Goal, Indicator, IndicatorGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hebiao.layouts import Written
    from hebiao.layouts.labelling import Labelling
    from hebiao.records.stated import Stated
    from hebiao.values.figure import Figure

Row: TypeAlias = "tuple[int, dict[str, Written]]"


def build_funding(labelling: Labelling, money: str) -> Funding:
    """
    Return the funding block; its first line is the total where no label names one.

    Its amounts are in `money` where no label of the block names a unit.
    """
    labels, layout = labelling.labels, labelling.layout
    stub, score = labels.get("funding"), labels.get("funding.score")
    money = _money(labels) or money
    lines = tuple(
        _line(number, texts, labelling, money) for number, texts in labelling.block("funding")
    )
    formula = read_formula(score)
    return Funding.model_construct(
        money=money,
        denominator=layout.denominator,
        weight=_printed(stub) or _printed(score),
        formula=formula if formula and formula.value else None,
        lines=lines,
    )


def _money(labels: Mapping[str, Written]) -> str | None:
    """Return the unit of money that the first label of the block names: 项目资金（万元）."""
    block = (read_label(w.text) for name, w in labels.items() if name.startswith("funding"))
    return next((label.money for label in block if label and label.money), None)


def _printed(label: Written | None) -> Stated[Figure] | None:
    """Return the marks printed in a label, or None where it prints none."""
    weight = read_weight(label)
    return weight if weight and weight.value else None


def _line(number: int, texts: dict[str, Written], labelling: Labelling, money: str) -> FundingLine:
    source = labelling.labels.get(f"funding.{number}.line")
    amount = amount_reader(money)
    return FundingLine.model_construct(
        kind=_kind(source, labelling) if source else "total" if number == 1 else "other",
        source=read_core(source or texts.get("source")),
        initial_budget=amount(texts.get("initial_budget")),
        budget=amount(texts.get("budget")),
        arrived=amount(texts.get("arrived")),
        executed=amount(texts.get("executed")),
        execution_rate=read_percent(texts.get("execution_rate")),
        full_marks=read_score(texts.get("full_marks")),
        score=read_score(texts.get("score")),
        method=read_words(texts.get("method")),
        reason=read_words(texts.get("reason")),
        remark=read_words(texts.get("remark")),
    )


def _kind(source: Written, labelling: Labelling) -> str:
    blocks = {block.name: block for block in vocabulary(labelling.layout).blocks}
    label = read_label(source.text)
    return blocks["funding"].lines.get(label.core if label else "", "other")


def build_goals(labelling: Labelling) -> tuple[Goal, ...]:
    """Return what was to be reached in the year and what was, as the form puts it in words."""
    return tuple(
        Goal.model_construct(
            label=read_words(labelling.labels.get(f"goals.{number}.goal")),
            expected=read_words(texts.get("expected")),
            actual=read_words(texts.get("actual")),
            completion_rate=read_percent(texts.get("completion_rate")),
            reason=read_words(texts.get("reason")),
        )
        for number, texts in labelling.block("goals")
    )


def build_groups(labelling: Labelling) -> tuple[IndicatorGroup, ...]:
    """
    Return the indicators by goal and first-level label, in the order of the form.

    A blank first-level cell below a filled one belongs to the group above it.
    """
    return tuple(
        IndicatorGroup.model_construct(
            name=key[1],
            weight=_printed(rows[0][1].get("level1")),
            goal=read_words(labelling.labels.get(f"indicators.{rows[0][0]}.goal")),
            indicators=tuple(_indicator(number, texts) for number, texts in rows),
        )
        for key, rows in _grouped(labelling)
    )


def _grouped(labelling: Labelling) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    """Yield the rows of each group with its key: the words of its goal and first level."""
    key, rows = ("", ""), list[Row]()
    for number, texts in labelling.block("indicators"):
        goal = labelling.labels.get(f"indicators.{number}.goal")
        own = (_core(goal), _core(texts.get("level1")) or key[1])
        if rows and own != key:
            yield key, rows
            rows = []
        key = own
        rows.append((number, texts))
    if rows:
        yield key, rows


def _core(written: Written | None) -> str:
    label = read_label(written.text) if written else None
    return label.core if label else ""


def _indicator(number: int, texts: dict[str, Written]) -> Indicator:
    return Indicator.model_construct(
        number=number,
        level1=read_core(texts.get("level1")),
        level2=read_core(texts.get("level2")),
        level3=read_words(texts.get("level3")),
        operator=read_words(texts.get("operator")),
        target=read_target(texts.get("operator"), texts.get("target"), texts.get("unit")),
        unit=read_words(texts.get("unit")),
        actual=read_statement(texts.get("actual")),
        full_marks=read_score(texts.get("full_marks")),
        method=read_words(texts.get("method")),
        score=read_score(texts.get("score")),
        reviewed_score=read_score(texts.get("reviewed_score")),
        weight_share=read_percent(texts.get("weight_share")),
        converted_score=read_score(texts.get("converted_score")),
        completion=read_words(texts.get("completion")),
        reason=read_words(texts.get("reason")),
        basis=read_words(texts.get("basis")),
        remark=read_words(texts.get("remark")),
    )
